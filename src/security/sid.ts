/**
 * Security identifiers: the value, its bytes (MS-DTYP 2.4.2.2) and its text (MS-DTYP 2.4.2.1, with the behaviour
 * of Windows's ConvertSidToStringSid and ConvertStringSidToSid where it is more exact).
 */
import type { SddlError, SidLiteralSyntax } from '../../grammar/sddl/ast.ts';
import { parseSidText } from '../../grammar/sddl/parser.ts';

/** A SID of revision 1, the only one there is. */
export interface Sid {
  /** The identifier authority, below 2^48. */
  readonly authority: number;
  /** None to fifteen unsigned 32-bit numbers. A SID without any is legal as a structure and names no account. */
  readonly subAuthorities: readonly number[];
}

/** The bytes before the sub-authorities: revision, count and six bytes of authority. */
const headerLength = 8;
const maximumSubAuthorityCount = 15;

/** Why bytes are no SID. `index` counts the bytes from 0. */
export type SidProblem =
  /** An element that is no byte: below 0, above 255 or no integer. */
  | { readonly kind: 'byte-range'; readonly index: number; readonly value: number }
  /** Fewer bytes than the header has. */
  | { readonly kind: 'too-short'; readonly length: number; readonly minimum: 8 }
  /** A first byte other than 1. */
  | { readonly kind: 'revision'; readonly index: 0; readonly value: number }
  /** A second byte above 15. */
  | { readonly kind: 'sub-authority-count'; readonly index: 1; readonly value: number }
  /** `length` is not 8 + 4 x count. */
  | {
      readonly kind: 'length';
      readonly count: number;
      readonly length: number;
      readonly expected: number;
      /** Bytes too many; 0 when bytes are missing. */
      readonly surplus: number;
      /** Bytes that are missing; 0 when there are too many. */
      readonly missing: number;
      /**
       * What Windows reads, which looks at the counted bytes only (GetLengthSid); undefined when bytes are
       * missing.
       */
      readonly counted: Sid | undefined;
    };

/** What bytes are: a SID, or everything that is wrong with them. */
export type SidDecoding =
  | { readonly kind: 'sid'; readonly sid: Sid }
  | { readonly kind: 'malformed'; readonly problems: readonly SidProblem[] };

/** Decodes a SID that must fill `bytes` exactly. Elements may be any numbers; they are checked. */
export function decodeSid(bytes: ArrayLike<number>): SidDecoding {
  const problems: SidProblem[] = [];
  for (let index = 0; index < bytes.length; index += 1) {
    const value = bytes[index] ?? 0;
    if (!Number.isInteger(value) || value < 0 || value > 255) {
      problems.push({ kind: 'byte-range', index, value });
    }
  }
  if (bytes.length < headerLength) {
    problems.push({ kind: 'too-short', length: bytes.length, minimum: 8 });
    return { kind: 'malformed', problems };
  }
  problems.push(...headerProblems(bytes, problems.length === 0));
  return problems.length === 0
    ? { kind: 'sid', sid: readSid(bytes) }
    : { kind: 'malformed', problems };
}

function headerProblems(bytes: ArrayLike<number>, readable: boolean): readonly SidProblem[] {
  const problems: SidProblem[] = [];
  const revision = bytes[0] ?? 0;
  const count = bytes[1] ?? 0;
  if (revision !== 1) problems.push({ kind: 'revision', index: 0, value: revision });
  if (count > maximumSubAuthorityCount) {
    problems.push({ kind: 'sub-authority-count', index: 1, value: count });
    return problems;
  }
  const { length } = bytes;
  const expected = headerLength + 4 * count;
  if (length !== expected) {
    const surplus = Math.max(0, length - expected);
    const missing = Math.max(0, expected - length);
    const counted = readable && missing === 0 ? readSid(bytes) : undefined;
    problems.push({ kind: 'length', count, length, expected, surplus, missing, counted });
  }
  return problems;
}

/** Reads a SID whose header and length are known to be right. */
function readSid(bytes: ArrayLike<number>): Sid {
  const byte = (index: number): number => bytes[index] ?? 0;
  let authority = 0;
  for (let index = 2; index < headerLength; index += 1) authority = authority * 256 + byte(index);
  const subAuthorities = Array.from({ length: byte(1) }, (_, position) => {
    const index = headerLength + 4 * position;
    const low = byte(index) | (byte(index + 1) << 8) | (byte(index + 2) << 16);
    return low + byte(index + 3) * 0x100_0000;
  });
  return { authority, subAuthorities };
}

/** The bytes of a SID: the authority big-endian, the sub-authorities little-endian. */
export function encodeSid(sid: Sid): number[] {
  const bytes = [1, sid.subAuthorities.length];
  for (let shift = 5; shift >= 0; shift -= 1) {
    bytes.push(Math.floor(sid.authority / 256 ** shift) % 256);
  }
  for (const value of sid.subAuthorities) {
    bytes.push(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
  }
  return bytes;
}

/** `S-1-5-32-544`. An authority from 2^32 on is written in upper-case hexadecimal, as Windows does. */
export function formatSid(sid: Sid): string {
  const authority =
    sid.authority < 2 ** 32
      ? String(sid.authority)
      : `0x${sid.authority.toString(16).toUpperCase()}`;
  return ['S-1', authority, ...sid.subAuthorities].join('-');
}

/** What text is: a SID, or the errors with their offsets in the text. */
export type SidParsing =
  | { readonly kind: 'sid'; readonly sid: Sid; readonly syntax: SidLiteralSyntax }
  | { readonly kind: 'malformed'; readonly errors: readonly SddlError[] };

/** Parses `S-1-...` as ConvertStringSidToSid does. An alias such as `BA` is not taken here. */
export function parseSid(text: string): SidParsing {
  const { sid, errors } = parseSidText(text);
  if (errors.length > 0) return { kind: 'malformed', errors };
  if (sid.kind !== 'sid-literal') {
    const message = 'a SID is written S-1-...';
    return {
      kind: 'malformed',
      errors: [{ code: 'syntax', start: 0, end: text.length, message }],
    };
  }
  const { authority, subAuthorities } = sid;
  return { kind: 'sid', sid: { authority, subAuthorities }, syntax: sid };
}

/** True when both are the same SID. */
export function equalSids(a: Sid, b: Sid): boolean {
  return (
    a.authority === b.authority &&
    a.subAuthorities.length === b.subAuthorities.length &&
    a.subAuthorities.every((value, index) => value === b.subAuthorities[index])
  );
}
