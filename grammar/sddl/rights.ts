/** The rights and the flags of an ACE: runs of two-letter tokens, and numbers among the rights. */
import type {
  AceFlagSyntax,
  AceFlagsSyntax,
  RightNumberSyntax,
  RightSyntax,
  RightsSyntax,
} from './ast.ts';
import {
  type Cursor,
  type NumberScan,
  cappedValue,
  report,
  scanNumber,
  skipBlanks,
} from './cursor.ts';
import { nearest, quoted } from './suggestions.ts';
import { aceFlags, rights } from './tokens.ts';

/** Parses the flags field from the cursor to `limit`. */
export function parseAceFlags(cursor: Cursor, limit: number): AceFlagsSyntax {
  skipBlanks(cursor, limit);
  const start = cursor.offset;
  let end = start;
  let bits = 0;
  const items: AceFlagSyntax[] = [];
  while (cursor.offset < limit && cursor.text[cursor.offset] !== ' ') {
    const item = readFlag(cursor, limit);
    if (item === undefined) reportUnknownFlag(cursor, limit);
    else {
      items.push(item);
      bits |= item.bit;
      cursor.offset = item.end;
    }
    end = cursor.offset;
  }
  skipBlanks(cursor, limit);
  if (cursor.offset < limit) {
    const message =
      'no blank may stand between the flags of an ACE; Windows refuses the whole text';
    report(cursor, 'syntax', end, cursor.offset, message);
  }
  return { kind: 'ace-flags', items, bits, start, end };
}

function readFlag(cursor: Cursor, limit: number): AceFlagSyntax | undefined {
  const start = cursor.offset;
  const end = Math.min(start + 2, limit);
  const spelling = cursor.text.slice(start, end);
  const token = spelling.toUpperCase();
  const bit = aceFlags.get(token);
  if (bit === undefined) return undefined;
  return { kind: 'ace-flag', token, bit, lowerCase: token !== spelling, start, end };
}

function reportUnknownFlag(cursor: Cursor, limit: number): void {
  const start = cursor.offset;
  do cursor.offset += 1;
  while (
    cursor.offset < limit &&
    cursor.text[cursor.offset] !== ' ' &&
    readFlag(cursor, limit) === undefined
  );
  const spelling = cursor.text.slice(start, cursor.offset);
  const message =
    `${quoted(spelling)} is no ACE flag, so Windows refuses the whole text` +
    `${didYouMean(spelling, aceFlags.keys())}; write OI, CI, NP, IO, ID, SA or FA, or nothing`;
  report(cursor, 'unknown-ace-flag', start, cursor.offset, message);
}

function didYouMean(spelling: string, known: Iterable<string>): string {
  const guess = spelling.length === 2 ? nearest(spelling, known) : undefined;
  return guess === undefined ? '' : `; did you mean ${guess}?`;
}

/** Parses the rights field from the cursor to `limit`. Empty rights are a valid mask of 0. */
export function parseRights(cursor: Cursor, limit: number): RightsSyntax {
  const fieldStart = cursor.offset;
  const items: RightSyntax[] = [];
  let mask = 0;
  let end = fieldStart;
  for (;;) {
    skipBlanks(cursor, limit);
    if (cursor.offset >= limit) break;
    const item = readRight(cursor, limit);
    if (item === undefined) reportUnknownRight(cursor, limit);
    else {
      items.push(item);
      mask = (mask | item.mask) >>> 0;
      cursor.offset = item.end;
    }
    end = cursor.offset;
  }
  // Windows skips blanks before each right and not behind the last one (D:(A;;GA ;;;WD) fails).
  if (end < limit && end > fieldStart) {
    const message = 'no blank may follow the last right; Windows refuses the whole text: remove it';
    report(cursor, 'syntax', end, limit, message, '');
  }
  const start = items[0]?.start ?? fieldStart;
  return { kind: 'rights', items, mask, start, end: Math.max(start, end) };
}

function readRight(cursor: Cursor, limit: number): RightSyntax | undefined {
  return readNumber(cursor, limit) ?? readToken(cursor, limit);
}

function readToken(cursor: Cursor, limit: number): RightSyntax | undefined {
  const start = cursor.offset;
  const end = Math.min(start + 2, limit);
  const spelling = cursor.text.slice(start, end);
  const token = spelling.toUpperCase();
  const info = rights.get(token);
  if (info === undefined) return undefined;
  const lowerCase = token !== spelling;
  return { kind: 'right-token', token, info, mask: info.mask, lowerCase, start, end };
}

function readNumber(cursor: Cursor, limit: number): RightNumberSyntax | undefined {
  const start = cursor.offset;
  const negative = cursor.text[start] === '-';
  const number = scanNumber(cursor.text, negative ? start + 1 : start, limit);
  if (number === undefined || isHalfPrefix(cursor, number, limit)) return undefined;
  const value = cappedValue(number.digits, number.base, 0xffff_ffffn);
  const saturated = Number(value ?? 0xffff_ffffn);
  return {
    kind: 'right-number',
    spelling: cursor.text.slice(start, number.end),
    base: number.base,
    negative,
    overflow: value === undefined,
    mask: (negative ? -saturated : saturated) >>> 0,
    start,
    end: number.end,
  };
}

/** True for the `0` of `0x` without digits. */
function isHalfPrefix({ text }: Cursor, { digits, end }: NumberScan, limit: number): boolean {
  return digits === '0' && end < limit && (text[end] === 'x' || text[end] === 'X');
}

function reportUnknownRight(cursor: Cursor, limit: number): void {
  const start = cursor.offset;
  do cursor.offset += 1;
  while (
    cursor.offset < limit &&
    cursor.text[cursor.offset] !== ' ' &&
    readRight(cursor, limit) === undefined
  );
  const spelling = cursor.text.slice(start, cursor.offset);
  const what = /^0x$/iu.test(spelling)
    ? `${quoted(spelling)} has no hexadecimal digits behind it`
    : `${quoted(spelling)} is no access right`;
  const message =
    `${what}, so Windows refuses the whole text${didYouMean(spelling, rights.keys())}; ` +
    'write a hexadecimal mask such as 0x80, or two-letter rights such as GA';
  report(cursor, 'unknown-right', start, cursor.offset, message);
}
