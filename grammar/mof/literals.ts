/** What literals mean: escapes, numbers, and the way from a string's value back to the source. */
import type { IntegerBase, Span, StringPiece, StringValue } from './ast.ts';

/** A stretch of a literal that is wrong, in offsets into the text that was decoded. */
export interface EscapeProblem extends Span {
  readonly message: string;
}

/** What a backslash and one character stand for, by that character. */
export const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
]);

/** How many hexadecimal digits `\x` takes at most. */
export const MAX_HEX_DIGITS = 4;

/** One escape sequence: how long it is in the source and what it stands for. */
interface Escape {
  readonly length: number;
  readonly value: string;
  /** Set when MOF has no such escape. */
  readonly problem?: string;
}

function readEscape(raw: string, at: number): Escape {
  const letter = raw[at + 1];
  if (letter === undefined)
    return { length: 1, value: '\\', problem: 'Nothing follows the backslash' };
  const simple = SIMPLE_ESCAPES.get(letter);
  if (simple !== undefined) return { length: 2, value: simple };
  if (letter === 'x' || letter === 'X') return readHexEscape(raw, at);
  const character = String.fromCodePoint(raw.codePointAt(at + 1) ?? 0);
  return { length: 2, value: letter, problem: `\\${character} is no escape sequence of MOF` };
}

function readHexEscape(raw: string, at: number): Escape {
  let end = at + 2;
  while (end < raw.length && end < at + 2 + MAX_HEX_DIGITS && isHexDigit(raw.charCodeAt(end)))
    end++;
  const digits = raw.slice(at + 2, end);
  if (digits === '') {
    return {
      length: 2,
      value: raw[at + 1] ?? '',
      problem: '\\x needs one to four hexadecimal digits',
    };
  }
  return { length: end - at, value: String.fromCharCode(Number.parseInt(digits, 16)) };
}

/** Behind the character at an offset, which takes two code units beyond U+FFFF. */
function endOfCharacter(raw: string, at: number): number {
  return at + ((raw.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

function isHexDigit(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x46) ||
    (code >= 0x61 && code <= 0x66)
  );
}

/**
 * The value of the text between a literal's quotes. An unknown escape stands for its letter, as in C; `onProblem`
 * hears of it.
 */
export function unescape(raw: string, onProblem?: (problem: EscapeProblem) => void): string {
  let backslash = raw.indexOf('\\');
  if (backslash < 0) return raw;
  const parts: string[] = [];
  let from = 0;
  while (backslash >= 0) {
    const escape = readEscape(raw, backslash);
    if (escape.problem !== undefined) {
      const end = endOfCharacter(raw, backslash + escape.length - 1);
      onProblem?.({ start: backslash, end, message: escape.problem });
    }
    parts.push(raw.slice(from, backslash), escape.value);
    from = backslash + escape.length;
    backslash = raw.indexOf('\\', from);
  }
  parts.push(raw.slice(from));
  return parts.join('');
}

/** The offset in a piece's raw text of the character at `valueOffset` of its value. */
function rawOffset({ raw, value: text }: StringPiece, valueOffset: number): number {
  // Every escape is longer than what it stands for: equal lengths mean that there is none.
  if (raw.length === text.length) return valueOffset;
  let value = 0;
  let at = 0;
  while (value < valueOffset && at < raw.length) {
    at += raw[at] === '\\' ? readEscape(raw, at).length : 1;
    value++;
  }
  return at;
}

/**
 * Where `start` to `end` of a string's value stand in the source, through escapes and adjacent literals.
 *
 * An empty range stays empty. A range that spans several literals runs from the first to the last one.
 */
export function sourceSpanOf(value: StringValue, start: number, end: number): Span {
  const first = sourceOffset(value, start);
  if (end <= start) return { start: first, end: first };
  // The last character's own place, so that a range never runs on into the next literal.
  const last = locate(value, end - 1);
  if (last === undefined) return { start: first, end: Math.max(first, value.end) };
  const { piece, at } = last;
  const width = piece.raw[at] === '\\' ? readEscape(piece.raw, at).length : 1;
  return { start: first, end: endOfRaw(piece, at + width) };
}

/** Where the character at `offset` of a string's value stands in the source; its end gives the closing quote. */
export function sourceOffset(value: StringValue, offset: number): number {
  const place = locate(value, offset);
  if (place !== undefined) {
    const { piece, at } = place;
    return piece.places?.[at]?.start ?? piece.start + 1 + at;
  }
  const last = value.pieces.findLast((piece): piece is StringPiece => piece.kind === 'StringPiece');
  return last === undefined ? value.end : endOfRaw(last, last.raw.length);
}

/** Where what stands between the quotes of a literal is. */
export function contentSpan(piece: StringPiece): Span {
  return {
    start: piece.places?.[0]?.start ?? piece.start + 1,
    end: endOfRaw(piece, piece.raw.length),
  };
}

/** Where in the source the first `length` characters of a piece's raw text end. */
function endOfRaw({ start, places }: StringPiece, length: number): number {
  return places?.[length - 1]?.end ?? start + 1 + length;
}

/**
 * The offset in a string's value of a place in the source: of what a cursor between the quotes stands before. Inside
 * an escape it is the escape's character; undefined outside of all quotes, where the string has no character.
 */
export function valueOffset(value: StringValue, offset: number): number | undefined {
  let before = 0;
  for (const piece of value.pieces) {
    if (piece.kind !== 'StringPiece') continue;
    const at = rawOffsetAt(piece, offset);
    if (at !== undefined) return before + valueOffsetIn(piece.raw, at);
    before += piece.value.length;
  }
  return undefined;
}

/** The offset in a piece's raw text of a place in the source; undefined outside of its quotes. */
function rawOffsetAt({ start, raw, places }: StringPiece, offset: number): number | undefined {
  const from = places?.[0]?.start ?? start + 1;
  const to = places?.at(-1)?.end ?? from + raw.length;
  if (offset < from || offset > to) return undefined;
  const at = places === undefined ? offset - from : places.findIndex(({ end }) => offset < end);
  return at < 0 ? raw.length : at;
}

/** How many characters of the value end at or before an offset of the raw text. */
function valueOffsetIn(raw: string, offset: number): number {
  let value = 0;
  for (let at = 0; at < offset; value++) {
    at += raw[at] === '\\' ? readEscape(raw, at).length : 1;
    if (at > offset) break;
  }
  return value;
}

function locate(
  value: StringValue,
  offset: number,
): { readonly piece: StringPiece; readonly at: number } | undefined {
  let rest = Math.max(0, offset);
  for (const piece of value.pieces) {
    if (piece.kind !== 'StringPiece') continue;
    if (rest < piece.value.length) {
      return { piece, at: rawOffset(piece, rest) };
    }
    rest -= piece.value.length;
  }
  return undefined;
}

/** What a number literal is, or why it is none. */
export type NumberReading =
  | { readonly kind: 'integer'; readonly value: bigint; readonly base: IntegerBase }
  | { readonly kind: 'real'; readonly value: number }
  | { readonly kind: 'invalid'; readonly message: string };

const DECIMAL = /^[+-]?(?:0|[1-9][0-9]*)$/;
const HEXADECIMAL = /^([+-]?)0[xX]([0-9a-fA-F]+)$/;
const BINARY = /^([+-]?)([01]+)[bB]$/;
const OCTAL = /^([+-]?)0([0-7]+)$/;
const REAL = /^[+-]?(?:[0-9]*\.[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+)$/;

/** How numbers are spelt, by what they then are; no text matches two of them. */
export const numberSpellings = {
  hexadecimal: HEXADECIMAL,
  binary: BINARY,
  octal: OCTAL,
  real: REAL,
  decimal: DECIMAL,
} as const;

/** Digits beyond this are no number of any MOF type, and reading them would take long. */
const LONGEST_NUMBER = 1000;

const smallIntegers: readonly bigint[] = Array.from({ length: 256 }, (_, i) => BigInt(i));

/**
 * Reads a number as mofcomp does (numbers.md): `0x` hexadecimal, a leading 0 octal, a trailing B binary, else
 * decimal; a point or an exponent makes it real. Integers are exact.
 */
export function readNumber(raw: string): NumberReading {
  if (raw.length <= 3 && DECIMAL.test(raw)) {
    const small = Number(raw);
    return { kind: 'integer', value: smallIntegers[small] ?? BigInt(small), base: 'decimal' };
  }
  if (raw.length > LONGEST_NUMBER) {
    return {
      kind: 'invalid',
      message: `No type of MOF holds a number of ${raw.length} characters.`,
    };
  }
  if (DECIMAL.test(raw))
    return { kind: 'integer', value: BigInt(raw.replace(/^\+/, '')), base: 'decimal' };
  const hexadecimal = HEXADECIMAL.exec(raw);
  if (hexadecimal) return integer(hexadecimal, '0x', 'hexadecimal');
  const binary = BINARY.exec(raw);
  if (binary) return integer(binary, '0b', 'binary');
  const octal = OCTAL.exec(raw);
  if (octal) return integer(octal, '0o', 'octal');
  if (REAL.test(raw)) return { kind: 'real', value: Number(raw) };
  return { kind: 'invalid', message: whyNoNumber(raw) };
}

function integer(match: RegExpExecArray, prefix: string, base: IntegerBase): NumberReading {
  const magnitude = BigInt(prefix + (match[2] ?? ''));
  return { kind: 'integer', value: match[1] === '-' ? -magnitude : magnitude, base };
}

function whyNoNumber(raw: string): string {
  if (/^[+-]?0[0-9]+$/.test(raw)) {
    return `${raw} is no number: a leading 0 makes it octal, and octal has no digit 8 or 9. Drop the 0.`;
  }
  if (/^[+-]?[0-9]+\.$/.test(raw))
    return `${raw} is no number: write a digit behind the point, as in ${raw}0.`;
  if (/^[+-]?[0-9]+[bB]$/.test(raw)) {
    return `${raw} is no number: a trailing B makes it binary, and binary has the digits 0 and 1 only.`;
  }
  if (/^[+-]?0[xX]/.test(raw))
    return `${raw} is no number: 0x is followed by digits 0-9 and A-F only.`;
  return `${raw} is neither a number nor a name: text is written in double quotes.`;
}
