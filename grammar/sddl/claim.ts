/** The resource attribute of an RA ACE: `("Project",TS,0x0,"Windows","SQL")` (MS-DTYP 2.5.1.1). */
import type { ClaimSyntax, ClaimType, ClaimValueSyntax } from './ast.ts';
import { parseOctetDigits, parseQuoted, skipSpace } from './condition.ts';
import { type Cursor, cappedValue, isHexDigit, report, scanNumber } from './cursor.ts';
import { parseSid } from './sid.ts';
import { claimTypes } from './tokens.ts';

/** Says where and why the claim cannot be read. */
interface Failure {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/**
 * Parses the claim at the cursor and leaves the cursor behind it. After an error, of which there is one, `type` is
 * undefined.
 */
export function parseClaim(cursor: Cursor): ClaimSyntax {
  const start = cursor.offset;
  const result = readClaim(cursor);
  if (!('message' in result)) return { kind: 'claim', ...result, start, end: cursor.offset };
  const message = `the resource attribute is malformed: ${result.message}`;
  report(cursor, 'syntax', result.start, result.end, message);
  const end = Math.max(result.end, start);
  return { kind: 'claim', name: '', type: undefined, flags: 0, values: [], start, end };
}

type Claim = Pick<ClaimSyntax, 'name' | 'type' | 'flags' | 'values'>;

function readClaim(cursor: Cursor): Claim | Failure {
  if (!accept(cursor, '(')) return failure(cursor, 'an opening parenthesis is expected here');
  if (cursor.text[cursor.offset] !== '"')
    return failure(cursor, 'the name in quotation marks is expected here');
  const name = parseQuoted(cursor);
  if (name === undefined) return failure(cursor, 'the name has no closing quotation mark');
  if (!accept(cursor, ',')) return failure(cursor, 'a comma is expected behind the name');
  const type = readType(cursor);
  if (type === undefined) {
    return failure(cursor, 'a value type is expected here: TI, TU, TS, TD, TB or TX', 2);
  }
  if (!accept(cursor, ',')) return failure(cursor, 'a comma is expected behind the type');
  const flags = readFlags(cursor);
  if (flags === undefined)
    return failure(cursor, 'the flags, a number of 32 bits, are expected here');
  const values: ClaimValueSyntax[] = [];
  while (accept(cursor, ',')) {
    const value = valueReaders[type](cursor);
    if ('message' in value) return value;
    values.push(value);
  }
  if (!accept(cursor, ')'))
    return failure(cursor, 'a comma or a closing parenthesis is expected here');
  return { name, type, flags, values };
}

function failure(cursor: Cursor, message: string, length = 1): Failure {
  const start = cursor.offset;
  return { start, end: Math.min(start + length, cursor.text.length), message };
}

function accept(cursor: Cursor, symbol: string): boolean {
  skipSpace(cursor);
  if (cursor.text[cursor.offset] !== symbol) return false;
  cursor.offset += 1;
  skipSpace(cursor);
  return true;
}

function isClaimType(token: string): token is ClaimType {
  return claimTypes.has(token);
}

function readType(cursor: Cursor): ClaimType | undefined {
  const token = cursor.text.slice(cursor.offset, cursor.offset + 2).toUpperCase();
  if (!isClaimType(token)) return undefined;
  cursor.offset += 2;
  return token;
}

function readFlags(cursor: Cursor): number | undefined {
  const number = scanNumber(cursor.text, cursor.offset, cursor.text.length);
  const value = number && cappedValue(number.digits, number.base, 0xffff_ffffn);
  if (number === undefined || value === undefined) return undefined;
  cursor.offset = number.end;
  return Number(value);
}

type ValueReader = (cursor: Cursor) => ClaimValueSyntax | Failure;

const valueReaders: Readonly<Record<ClaimType, ValueReader>> = {
  TI: (cursor) => readInteger(cursor, -(1n << 63n), (1n << 63n) - 1n, 'a signed number of 64 bits'),
  TU: (cursor) => readInteger(cursor, 0n, (1n << 64n) - 1n, 'an unsigned number of 64 bits'),
  TB: (cursor) => readInteger(cursor, 0n, 1n, '0 or 1'),
  TS: readString,
  TD: readSid,
  TX: readOctets,
};

function readInteger(
  cursor: Cursor,
  least: bigint,
  most: bigint,
  what: string,
): ClaimValueSyntax | Failure {
  const start = cursor.offset;
  const sign = cursor.text[start] === '-' || cursor.text[start] === '+' ? cursor.text[start] : '';
  const number = scanNumber(cursor.text, start + sign.length, cursor.text.length);
  if (number === undefined) return failure(cursor, `${what} is expected here`);
  const magnitude = cappedValue(number.digits, number.base, (1n << 64n) - 1n);
  const value = magnitude === undefined ? undefined : sign === '-' ? -magnitude : magnitude;
  if (value === undefined || value < least || value > most) {
    return { start, end: number.end, message: `${what} is expected here` };
  }
  cursor.offset = number.end;
  return { kind: 'claim-integer', value, start, end: number.end };
}

function readString(cursor: Cursor): ClaimValueSyntax | Failure {
  const start = cursor.offset;
  if (cursor.text[start] !== '"')
    return failure(cursor, 'a string in quotation marks is expected here');
  const value = parseQuoted(cursor);
  if (value === undefined) return failure(cursor, 'the string has no closing quotation mark');
  return { kind: 'string', value, start, end: cursor.offset };
}

function readSid(cursor: Cursor): ClaimValueSyntax | Failure {
  const start = cursor.offset;
  let limit = start;
  while (limit < cursor.text.length && cursor.text[limit] !== ',' && cursor.text[limit] !== ')')
    limit += 1;
  const before = cursor.errors.length;
  const sid = parseSid(cursor, limit, false);
  const error = cursor.errors.splice(before)[0];
  if (error !== undefined) return { start: error.start, end: error.end, message: error.message };
  cursor.offset = limit;
  return sid;
}

function readOctets(cursor: Cursor): ClaimValueSyntax | Failure {
  const start = cursor.offset;
  if (cursor.text[start] === '#') cursor.offset += 1;
  if (!isHexDigit(cursor.text.charCodeAt(cursor.offset)) && cursor.text[cursor.offset] !== '#') {
    return failure(cursor, 'hexadecimal digits are expected here');
  }
  return { kind: 'octets', bytes: parseOctetDigits(cursor), start, end: cursor.offset };
}
