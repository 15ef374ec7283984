/**
 * Security descriptors as self-relative bytes (MS-DTYP 2.4.6), in the layout that Windows writes: header, SACL,
 * DACL, owner, group. Bytes in any other order are read as well.
 */
import { aceTypes } from '../../grammar/sddl/tokens.ts';
import {
  type ByteProblem,
  type ByteWindow,
  hexOfBytes,
  holds,
  readBytes,
  readUnsigned,
  unsignedBytes,
  wholeWindow,
} from './byte-reader.ts';
import { decodeClaim, encodeClaim } from './claims.ts';
import { decodeCondition, encodeCondition } from './conditions.ts';
import type { Principal } from './principal.ts';
import {
  type Ace,
  type AceData,
  type Acl,
  type SecurityDescriptor,
  type TrusteeAce,
  controlBits,
  isObjectAceType,
} from './security-descriptor.ts';
import { principalBytes, readSidAt } from './sid-bytes.ts';

const headerLength = 20;
const aclHeaderLength = 8;
/** ACE and ACL sizes are 16-bit numbers. */
const largestSize = 0xffff;

/** Bytes, or why there are none. */
export type DescriptorEncoding =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** A domain-relative alias stands in it and nothing says of which domain. */
  | { readonly kind: 'unresolved' }
  /** An ACE or an ACL is larger than the 65,535 bytes that its size field can say. */
  | { readonly kind: 'too-large' };

type Failure = Exclude<DescriptorEncoding, { readonly kind: 'bytes' }>;
const unresolved: Failure = { kind: 'unresolved' };
const tooLarge: Failure = { kind: 'too-large' };

function isFailure(result: readonly number[] | Failure): result is Failure {
  return 'kind' in result;
}

/** The self-relative bytes of a descriptor. */
export function encodeDescriptor(descriptor: SecurityDescriptor): DescriptorEncoding {
  const { owner, group, dacl, sacl } = descriptor;
  const parts = [encodeAcl(sacl), encodeAcl(dacl), encodePrincipal(owner), encodePrincipal(group)];
  const bytes: number[] = [];
  const offsets: number[] = [];
  for (const part of parts) {
    if (isFailure(part)) return part;
    offsets.push(part.length === 0 ? 0 : headerLength + bytes.length);
    for (const byte of part) bytes.push(byte);
  }
  const [saclOffset = 0, daclOffset = 0, ownerOffset = 0, groupOffset = 0] = offsets;
  const header = [
    1,
    0,
    ...unsignedBytes(controlOf(descriptor), 2),
    ...[ownerOffset, groupOffset, saclOffset, daclOffset].flatMap((offset) =>
      unsignedBytes(offset, 4),
    ),
  ];
  return { kind: 'bytes', bytes: Uint8Array.from([...header, ...bytes]) };
}

const layoutBits = controlBits.daclPresent | controlBits.saclPresent | controlBits.selfRelative;

function controlOf({ control, dacl, sacl }: SecurityDescriptor): number {
  const daclBit = dacl.kind === 'absent' ? 0 : controlBits.daclPresent;
  const saclBit = sacl.kind === 'absent' ? 0 : controlBits.saclPresent;
  return (control & ~layoutBits) | controlBits.selfRelative | daclBit | saclBit;
}

function encodePrincipal(principal: Principal | undefined): readonly number[] | Failure {
  return principal === undefined ? [] : (principalBytes(principal) ?? unresolved);
}

function encodeAcl(acl: Acl): readonly number[] | Failure {
  if (acl.kind !== 'list') return [];
  const body: number[] = [];
  for (const ace of acl.aces) {
    const encoded = encodeAce(ace);
    if (isFailure(encoded)) return encoded;
    for (const byte of encoded) body.push(byte);
    if (body.length > largestSize) return tooLarge;
  }
  for (let index = 0; index < acl.surplus; index += 1) body.push(0);
  const size = aclHeaderLength + body.length;
  if (size > largestSize) return tooLarge;
  return [
    acl.revision,
    0,
    ...unsignedBytes(size, 2),
    ...unsignedBytes(acl.aces.length, 2),
    0,
    0,
    ...body,
  ];
}

function encodeAce(ace: Ace): readonly number[] | Failure {
  const body = ace.kind === 'opaque' ? ace.bytes : encodeAceBody(ace);
  if (isFailure(body)) return body;
  const padding = Array.from({ length: (4 - (body.length % 4)) % 4 }, () => 0);
  const size = 4 + body.length + padding.length;
  if (size > largestSize) return tooLarge;
  return [ace.type, ace.flags, ...unsignedBytes(size, 2), ...body, ...padding];
}

function encodeAceBody(ace: TrusteeAce): readonly number[] | Failure {
  const trustee = principalBytes(ace.trustee);
  const data = encodeData(ace.data);
  if (trustee === undefined || data === undefined) return unresolved;
  return [...unsignedBytes(ace.mask, 4), ...encodeObjectTypes(ace), ...trustee, ...data];
}

function encodeObjectTypes({
  type,
  objectType,
  inheritedObjectType,
}: TrusteeAce): readonly number[] {
  if (!isObjectAceType(type)) return [];
  const flags = (objectType === undefined ? 0 : 1) | (inheritedObjectType === undefined ? 0 : 2);
  const guids = [objectType, inheritedObjectType].flatMap((guid) =>
    guid === undefined ? [] : guidBytes(guid),
  );
  return [...unsignedBytes(flags, 4), ...guids];
}

function encodeData(data: AceData): readonly number[] | undefined {
  switch (data.kind) {
    case 'none':
      return [];
    case 'condition':
      return encodeCondition(data.condition);
    case 'claim':
      return encodeClaim(data.claim);
    case 'opaque':
      return data.bytes;
  }
}

/** The first three groups of a GUID are little-endian (MS-DTYP 2.3.4). */
const guidOrder: readonly number[] = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

function guidBytes(guid: string): number[] {
  const digits = guid.replaceAll('-', '');
  return guidOrder.map((index) => Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16));
}

function guidText(bytes: readonly number[]): string {
  const digits = hexOfBytes(guidOrder.map((index) => bytes[index] ?? 0));
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}

/** A descriptor, or everything that keeps the bytes from being one. */
export type DescriptorDecoding =
  | { readonly kind: 'descriptor'; readonly descriptor: SecurityDescriptor }
  | { readonly kind: 'malformed'; readonly problems: readonly ByteProblem[] };

/** What the parts of a descriptor are read with. */
interface Decoder {
  readonly window: ByteWindow;
  readonly problems: ByteProblem[];
}

/** Decodes a self-relative security descriptor. Bytes behind its parts are ignored, as Windows does. */
export function decodeDescriptor(bytes: Uint8Array): DescriptorDecoding {
  const decoder: Decoder = { window: wholeWindow(bytes), problems: [] };
  const control = decodeHeader(decoder);
  if (control === undefined) return { kind: 'malformed', problems: decoder.problems };
  const owner = decodePrincipal(decoder, 4, 'owner');
  const group = decodePrincipal(decoder, 8, 'group');
  const sacl = decodeAcl(decoder, 12, (control & controlBits.saclPresent) !== 0, 'SACL');
  const dacl = decodeAcl(decoder, 16, (control & controlBits.daclPresent) !== 0, 'DACL');
  if (decoder.problems.length > 0) return { kind: 'malformed', problems: decoder.problems };
  const descriptor = { control: control & ~layoutBits, owner, group, dacl, sacl };
  return { kind: 'descriptor', descriptor };
}

function problem(decoder: Decoder, start: number, length: number, message: string): void {
  const { end } = decoder.window;
  const from = Math.min(start, end);
  decoder.problems.push({ start: from, end: Math.min(start + length, end), message });
}

function decodeHeader(decoder: Decoder): number | undefined {
  const { window } = decoder;
  if (!holds(window, 0, headerLength)) {
    const message = `a security descriptor has at least 20 bytes; these are ${window.end}`;
    problem(decoder, 0, window.end, message);
    return undefined;
  }
  const revision = readUnsigned(window, 0, 1);
  const control = readUnsigned(window, 2, 2) ?? 0;
  if (revision !== 1) problem(decoder, 0, 1, `the revision must be 1; it is ${revision}`);
  if ((control & controlBits.selfRelative) === 0) {
    problem(
      decoder,
      2,
      2,
      'the control bits lack SelfRelative (0x8000), so the offsets mean nothing',
    );
  }
  return decoder.problems.length === 0 ? control : undefined;
}

/** Reads the offset at `field`; undefined for 0 and for an offset outside the bytes, which is reported. */
function partOffset(
  decoder: Decoder,
  field: number,
  length: number,
  what: string,
): number | undefined {
  const offset = readUnsigned(decoder.window, field, 4) ?? 0;
  if (offset === 0) return undefined;
  if (offset >= headerLength && holds(decoder.window, offset, length)) return offset;
  problem(
    decoder,
    field,
    4,
    `the ${what} cannot be at offset ${offset} of ${decoder.window.end} bytes`,
  );
  return undefined;
}

function decodePrincipal(decoder: Decoder, field: number, what: string): Principal | undefined {
  const offset = partOffset(decoder, field, 8, what);
  if (offset === undefined) return undefined;
  const read = readSidAt(decoder.window, offset);
  if (read !== undefined) return { kind: 'sid', sid: read.sid };
  problem(decoder, offset, 8, `the ${what} is no SID`);
  return undefined;
}

function decodeAcl(decoder: Decoder, field: number, present: boolean, what: string): Acl {
  if (!present) return { kind: 'absent' };
  const offset = partOffset(decoder, field, aclHeaderLength, what);
  if (offset === undefined) return { kind: 'null' };
  const { window } = decoder;
  const revision = readUnsigned(window, offset, 1) ?? 0;
  const size = readUnsigned(window, offset + 2, 2) ?? 0;
  const count = readUnsigned(window, offset + 4, 2) ?? 0;
  if (revision < 2 || revision > 4) {
    problem(decoder, offset, 1, `the revision of the ${what} must be 2 to 4; it is ${revision}`);
  }
  if (size < aclHeaderLength || !holds(window, offset, size)) {
    problem(decoder, offset + 2, 2, `the ${what} cannot have ${size} bytes`);
    return { kind: 'null' };
  }
  const aclWindow: ByteWindow = { ...window, start: offset, end: offset + size };
  return decodeAces(decoder, aclWindow, revision, count, what);
}

function decodeAces(
  decoder: Decoder,
  window: ByteWindow,
  revision: number,
  count: number,
  what: string,
): Acl {
  const aces: Ace[] = [];
  let offset = window.start + aclHeaderLength;
  for (let index = 0; index < count; index += 1) {
    const name = `ACE ${index + 1} of the ${what}`;
    const size = readUnsigned(window, offset + 2, 2);
    if (size === undefined || size < 4 || !holds(window, offset, size)) {
      const message = `${name} does not fit: ${count} ACEs are announced`;
      problem(decoder, Math.min(offset, window.end - 1), 4, message);
      return { kind: 'null' };
    }
    const ace = decodeAce({ ...window, start: offset, end: offset + size });
    if (ace === undefined) problem(decoder, offset, size, `${name} is malformed`);
    else aces.push(ace);
    offset += size;
  }
  return { kind: 'list', revision, aces, surplus: window.end - offset };
}

const knownTypes = new Map([...aceTypes.values()].map((info) => [info.code, info]));

function decodeAce(window: ByteWindow): Ace | undefined {
  const type = readUnsigned(window, window.start, 1) ?? 0;
  const flags = readUnsigned(window, window.start + 1, 1) ?? 0;
  const info = knownTypes.get(type);
  if (info === undefined) {
    const length = window.end - window.start - 4;
    const bytes = readBytes(window, window.start + 4, length) ?? [];
    return { kind: 'opaque', type, flags, bytes };
  }
  const mask = readUnsigned(window, window.start + 4, 4);
  const guids = info.object
    ? decodeObjectTypes(window, window.start + 8)
    : noGuids(window.start + 8);
  const trustee = guids && readSidAt(window, guids.end);
  if (mask === undefined || guids === undefined || trustee === undefined) return undefined;
  const { objectType, inheritedObjectType } = guids;
  const dataWindow = { ...window, start: guids.end + trustee.length };
  return {
    kind: 'trustee',
    type,
    flags,
    mask,
    objectType,
    inheritedObjectType,
    trustee: { kind: 'sid', sid: trustee.sid },
    data: decodeData(dataWindow, info.tail),
  };
}

interface ObjectTypes {
  readonly objectType: string | undefined;
  readonly inheritedObjectType: string | undefined;
  readonly end: number;
}

function noGuids(end: number): ObjectTypes {
  return { objectType: undefined, inheritedObjectType: undefined, end };
}

function decodeObjectTypes(window: ByteWindow, offset: number): ObjectTypes | undefined {
  const flags = readUnsigned(window, offset, 4);
  if (flags === undefined) return undefined;
  let end = offset + 4;
  const next = (present: boolean): string | undefined => {
    const bytes = present ? readBytes(window, end, 16) : undefined;
    if (present) end += 16;
    return bytes && guidText(bytes);
  };
  const objectType = next((flags & 1) !== 0);
  const inheritedObjectType = next((flags & 2) !== 0);
  return end > window.end ? undefined : { objectType, inheritedObjectType, end };
}

type Tail = 'none' | 'condition' | 'optional-condition' | 'claim';

function decodeData(window: ByteWindow, tail: Tail): AceData {
  const bytes = readBytes(window, window.start, window.end - window.start) ?? [];
  if (bytes.length === 0 && tail !== 'condition' && tail !== 'claim') return { kind: 'none' };
  if (tail === 'claim') {
    const claim = decodeClaim(window);
    if (claim !== undefined) return { kind: 'claim', claim };
  } else if (tail !== 'none') {
    const condition = decodeCondition(window);
    if (condition !== undefined) return { kind: 'condition', condition };
  }
  return { kind: 'opaque', bytes };
}
