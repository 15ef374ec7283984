/** A place in an SDDL text, and what every part of the parser does there: look, skip, report. */
import type { SddlError, SddlErrorCode, SddlSpan } from './ast.ts';

/** The parser's only state: the text, the current offset, and what was found so far. */
export interface Cursor {
  readonly text: string;
  offset: number;
  readonly errors: SddlError[];
  readonly blanks: SddlSpan[];
}

/** Enough for a person; hostile text must not make a list as long as itself. */
const maximumErrors = 100;

/** Records an error about the characters from `start` to `end`. */
export function report(
  cursor: Cursor,
  code: SddlErrorCode,
  start: number,
  end: number,
  message: string,
  replacement?: string,
): void {
  if (cursor.errors.length >= maximumErrors) return;
  cursor.errors.push({
    code,
    start,
    end,
    message,
    ...(replacement !== undefined && { replacement }),
  });
}

/** Skips blanks (never tabs) before `limit` and remembers them. */
export function skipBlanks(cursor: Cursor, limit: number): void {
  const start = cursor.offset;
  while (cursor.offset < limit && cursor.text.charCodeAt(cursor.offset) === 0x20)
    cursor.offset += 1;
  if (cursor.offset > start) cursor.blanks.push({ start, end: cursor.offset });
}

/** True for 0-9, a-f and A-F. */
export function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}

/** True for 0-9. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** True for 0-7. */
function isOctalDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x37;
}

/** The end of the run of characters from `start` that `accepts`, at most `limit`. */
export function runEnd(
  text: string,
  start: number,
  limit: number,
  accepts: (code: number) => boolean,
): number {
  let end = start;
  while (end < limit && accepts(text.charCodeAt(end))) end += 1;
  return end;
}

/** An unsigned number in C notation: `0x1f`, `017`, `15`. */
export interface NumberScan {
  readonly end: number;
  readonly base: 'hexadecimal' | 'octal' | 'decimal';
  /** Digits without a prefix. */
  readonly digits: string;
}

/** Reads a number in C notation as strtoul does with base 0; undefined where none begins. */
export function scanNumber(text: string, start: number, limit: number): NumberScan | undefined {
  if (start >= limit || !isDigit(text.charCodeAt(start))) return undefined;
  if (text[start] === '0') {
    const hex = scanHexDigits(text, start, limit);
    if (hex !== undefined) return hex;
    const end = runEnd(text, start, limit, isOctalDigit);
    if (end > start + 1) return { end, base: 'octal', digits: text.slice(start, end) };
    return { end, base: 'decimal', digits: '0' };
  }
  const end = runEnd(text, start, limit, isDigit);
  return { end, base: 'decimal', digits: text.slice(start, end) };
}

function scanHexDigits(text: string, start: number, limit: number): NumberScan | undefined {
  const prefix = start + 1 < limit && (text[start + 1] === 'x' || text[start + 1] === 'X');
  if (!prefix) return undefined;
  const end = runEnd(text, start + 2, limit, isHexDigit);
  return end === start + 2
    ? undefined
    : { end, base: 'hexadecimal', digits: text.slice(start + 2, end) };
}

const radixes = { hexadecimal: 16, octal: 8, decimal: 10 } as const;

/**
 * The value of digits, or undefined when it is over `limit`, which must be below 2^64. Long numbers cost no more
 * than their length.
 */
export function cappedValue(
  digits: string,
  base: NumberScan['base'],
  limit: bigint,
): bigint | undefined {
  if (digits.length <= 12) {
    const small = BigInt(Number.parseInt(digits, radixes[base]));
    return small > limit ? undefined : small;
  }
  const significant = digits.replace(/^0+/u, '');
  if (significant.length > 24) return undefined;
  const prefix = base === 'hexadecimal' ? '0x' : base === 'octal' ? '0o' : '';
  const value = BigInt(prefix + (significant === '' ? '0' : significant));
  return value > limit ? undefined : value;
}
