/**
 * The resource attribute (claim) of an RA ACE as a value, as bytes (CLAIM_SECURITY_ATTRIBUTE_RELATIVE_V1, MS-DTYP
 * 2.4.10.1) and as text.
 */
import type { ClaimSyntax, ClaimType, ClaimValueSyntax } from '../../grammar/sddl/ast.ts';
import { claimTypes } from '../../grammar/sddl/tokens.ts';
import {
  type ByteWindow,
  bytes64,
  holds,
  readBytes,
  readSigned64,
  readUnsigned,
  readUtf16,
  unsignedBytes,
  utf16Bytes,
} from './byte-reader.ts';
import { type Principal, type Realms, formatPrincipal, principalFromSyntax } from './principal.ts';
import { principalBytes, readSidAt } from './sid-bytes.ts';

/** A resource attribute. */
export interface Claim {
  readonly name: string;
  readonly type: ClaimType;
  /** An unsigned 32-bit number. */
  readonly flags: number;
  /** Of the kind that the type asks for. */
  readonly values: readonly ClaimValue[];
}

export type ClaimValue =
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'octets'; readonly bytes: readonly number[] }
  | { readonly kind: 'sid'; readonly principal: Principal };

/** The bytes before the offsets of the values: offset of the name, type, reserved, flags, count. */
const headerLength = 16;

/** The value of a parsed resource attribute; undefined when it is malformed. */
export function claimFromSyntax(syntax: ClaimSyntax, realms: Realms): Claim | undefined {
  const { name, type, flags } = syntax;
  if (type === undefined) return undefined;
  const values: ClaimValue[] = [];
  for (const value of syntax.values) {
    const converted = valueFromSyntax(value, realms);
    if (converted === undefined) return undefined;
    values.push(converted);
  }
  return { name, type, flags, values };
}

function valueFromSyntax(value: ClaimValueSyntax, realms: Realms): ClaimValue | undefined {
  switch (value.kind) {
    case 'claim-integer':
      return { kind: 'integer', value: value.value };
    case 'string':
      return { kind: 'string', value: value.value };
    case 'octets':
      return { kind: 'octets', bytes: value.bytes };
    default: {
      const principal = principalFromSyntax(value, realms);
      return principal === undefined ? undefined : { kind: 'sid', principal };
    }
  }
}

/** The bytes of a resource attribute without padding; undefined when an alias in it is unresolved. */
export function encodeClaim(claim: Claim): number[] | undefined {
  const nameOffset = headerLength + 4 * claim.values.length;
  const data = [...utf16Bytes(claim.name), 0, 0];
  const offsets: number[] = [];
  for (const value of claim.values) {
    offsets.push(...unsignedBytes(nameOffset + data.length, 4));
    const encoded = encodeValue(value);
    if (encoded === undefined) return undefined;
    for (const byte of encoded) data.push(byte);
  }
  return [
    ...unsignedBytes(nameOffset, 4),
    ...unsignedBytes(claimTypes.get(claim.type) ?? 0, 2),
    0,
    0,
    ...unsignedBytes(claim.flags, 4),
    ...unsignedBytes(claim.values.length, 4),
    ...offsets,
    ...data,
  ];
}

function encodeValue(value: ClaimValue): readonly number[] | undefined {
  switch (value.kind) {
    case 'integer':
      return bytes64(value.value);
    case 'string':
      return [...utf16Bytes(value.value), 0, 0];
    case 'octets':
      return [...unsignedBytes(value.bytes.length, 4), ...value.bytes];
    case 'sid': {
      const sid = principalBytes(value.principal);
      return sid === undefined ? undefined : [...unsignedBytes(sid.length, 4), ...sid];
    }
  }
}

/** Decodes the resource attribute in the window; undefined when the bytes are none. */
export function decodeClaim(window: ByteWindow): Claim | undefined {
  const field = (offset: number, size: 2 | 4): number | undefined =>
    readUnsigned(window, window.start + offset, size);
  const nameOffset = field(0, 4);
  const code = field(4, 2);
  const flags = field(8, 4);
  const count = field(12, 4);
  const type = [...claimTypes].find(([, value]) => value === code)?.[0];
  if (nameOffset === undefined || flags === undefined || count === undefined) return undefined;
  if (!isClaimType(type) || !holds(window, window.start + headerLength, 4 * count))
    return undefined;
  // Values may share bytes. Counting them all against the size keeps small input from growing without bounds.
  const budget = { left: window.end - window.start };
  const name = readTerminated(window, window.start + nameOffset, budget);
  if (name === undefined) return undefined;
  const values: ClaimValue[] = [];
  for (let index = 0; index < count; index += 1) {
    const offset = field(headerLength + 4 * index, 4) ?? 0;
    const value = readValue(window, window.start + offset, type, budget);
    if (value === undefined || budget.left < 0) return undefined;
    values.push(value);
  }
  return { name, type, flags, values };
}

function isClaimType(type: string | undefined): type is ClaimType {
  return type !== undefined && claimTypes.has(type);
}

interface Budget {
  left: number;
}

function readTerminated(window: ByteWindow, offset: number, budget: Budget): string | undefined {
  let end = offset;
  for (;;) {
    const unit = readUnsigned(window, end, 2);
    if (unit === undefined || end - offset > budget.left) return undefined;
    if (unit === 0) break;
    end += 2;
  }
  budget.left -= end + 2 - offset;
  return readUtf16(window, offset, end - offset);
}

function readValue(
  window: ByteWindow,
  offset: number,
  type: ClaimType,
  budget: Budget,
): ClaimValue | undefined {
  switch (type) {
    case 'TI':
    case 'TU':
    case 'TB':
      return readIntegerValue(window, offset, type, budget);
    case 'TS': {
      const value = readTerminated(window, offset, budget);
      return value === undefined ? undefined : { kind: 'string', value };
    }
    case 'TX':
    case 'TD':
      return readCountedValue(window, offset, type, budget);
  }
}

function readIntegerValue(
  window: ByteWindow,
  offset: number,
  type: 'TI' | 'TU' | 'TB',
  budget: Budget,
): ClaimValue | undefined {
  const value = readSigned64(window, offset);
  budget.left -= 8;
  if (value === undefined) return undefined;
  return { kind: 'integer', value: type === 'TI' ? value : BigInt.asUintN(64, value) };
}

function readCountedValue(
  window: ByteWindow,
  offset: number,
  type: 'TX' | 'TD',
  budget: Budget,
): ClaimValue | undefined {
  const length = readUnsigned(window, offset, 4);
  if (length === undefined || length > budget.left) return undefined;
  budget.left -= 4 + length;
  if (type === 'TD') {
    const read = readSidAt(window, offset + 4);
    if (read?.length !== length) return undefined;
    return { kind: 'sid', principal: { kind: 'sid', sid: read.sid } };
  }
  const bytes = readBytes(window, offset + 4, length);
  return bytes === undefined ? undefined : { kind: 'octets', bytes };
}

/**
 * The resource attribute as Windows writes it, without blanks. Undefined when SDDL cannot say it: a quotation mark
 * in a string, empty octets, a boolean that is neither 0 nor 1.
 */
export function formatClaim(claim: Claim, realms: Realms): string | undefined {
  const values = claim.values.map((value) => formatValue(value, claim.type, realms));
  if (claim.name.includes('"') || values.includes(undefined)) return undefined;
  const head = [`"${claim.name}"`, claim.type, `0x${claim.flags.toString(16)}`];
  return `(${[...head, ...values].join(',')})`;
}

function formatValue(value: ClaimValue, type: ClaimType, realms: Realms): string | undefined {
  switch (value.kind) {
    case 'integer':
      return type === 'TB' && value.value !== 0n && value.value !== 1n
        ? undefined
        : String(value.value);
    case 'string':
      return value.value.includes('"') ? undefined : `"${value.value}"`;
    case 'octets':
      return value.bytes.length === 0
        ? undefined
        : value.bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
    case 'sid':
      return formatPrincipal(value.principal, realms);
  }
}
