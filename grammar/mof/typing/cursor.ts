/**
 * What stands around a place where somebody types. The tree of a half-written statement holds what the parser could
 * make of it; its tokens hold all that is there.
 */
import { type IToken, type TokenType, tokenMatcher } from 'chevrotain';
import type { Comment, Document, Item, Span, StringValue } from '../ast.ts';
import { valueOffset } from '../literals.ts';
import { comment, stringPiece, stringValue } from '../nodes.ts';
import * as t from '../tokens.ts';

/** A token where it stands in the file. */
export interface Token extends Span {
  readonly type: TokenType;
  readonly image: string;
  /** For the parser's own lookahead. */
  readonly token: IToken;
}

/** A string around the place. */
export interface StringAround {
  readonly value: StringValue;
  /** In `value.value`. */
  readonly at: number;
  /** What the literal that the place is in contributes to the value. */
  readonly literal: Span;
}

export interface Cursor {
  readonly text: string;
  readonly offset: number;
  /** From the statement before the place on. */
  readonly tokens: readonly Token[];
  /** How many of them stand before the word, or before the string. */
  readonly before: number;
  /** The word that the place is in or right behind; empty where there is none. */
  readonly word: Span;
  /** Whether the word begins with `#`. */
  readonly isHashed: boolean;
  readonly string: StringAround | undefined;
  readonly comment: Comment | undefined;
  /** Whether the place is in a line for the preprocessor, or in a literal that is no string. */
  readonly isOpaque: boolean;
}

/** How far behind the place tokens are read, where no declaration ends them. */
const REACH = 20_000;

/** Reads the tokens around an offset of a text, whose tree says where its declarations begin. */
export function cursorAt(text: string, { items }: Document, offset: number): Cursor {
  const { from, to } = surroundings(items, offset, text.length);
  const lexed = t.lexMof(text.slice(from, to));
  const placed = (token: IToken): Token => place(token, from);
  const tokens = withTypedEnd(lexed.tokens.map(placed), text, offset);
  const inComment = lexed.comments.map(placed).find((token) => isInComment(token, offset));
  const inString = tokens.findIndex((token) => isInString(token, offset));
  const hash = [...tokens, ...lexed.directives.map(placed)].find(
    (token) => token.image.startsWith('#') && token.start < offset && offset <= token.end,
  );
  const word = hash === undefined ? wordAt(tokens, offset) : hashWord(hash, offset);
  const first = inString < 0 ? -1 : firstOfRun(tokens, inString);
  const end = first < 0 ? (word?.start ?? offset) : (tokens[first]?.start ?? offset);
  return {
    text,
    offset,
    tokens,
    before: countBefore(tokens, end),
    word: word ?? { start: offset, end: offset },
    isHashed: hash !== undefined,
    string: first < 0 ? undefined : stringAround(tokens, first, offset),
    comment: inComment && comment(inComment.token, ignore),
    isOpaque:
      (hash !== undefined && word === undefined) ||
      tokens.some((token) => isOpaque(token) && token.start < offset && offset < token.end),
  };
}

/** From the item before the offset to the one behind it. */
function surroundings(
  items: readonly Item[],
  offset: number,
  length: number,
): {
  readonly from: number;
  readonly to: number;
} {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const next = items[low]?.start ?? length;
  // The tokens of the next head say whether a list of qualifiers is a class's or an instance's.
  const to = Math.max(next, items[low]?.end ?? next);
  return { from: items[low - 1]?.start ?? 0, to: Math.min(length, to, offset + REACH) };
}

function place(token: IToken, from: number): Token {
  const start = token.startOffset + from;
  const moved: IToken = { ...token, startOffset: start };
  return {
    type: token.tokenType,
    image: token.image,
    start,
    end: start + token.image.length,
    token: moved,
  };
}

/**
 * Blanks, `;` and brackets at the end of the line of an unterminated string are the statement's for the lexer. Those
 * before the place have been typed into the string: it goes on up to the place.
 */
function withTypedEnd(tokens: readonly Token[], text: string, offset: number): readonly Token[] {
  const index = tokens.findLastIndex(
    ({ type, end }) => type === t.UnterminatedString && end < offset,
  );
  const string = tokens[index];
  if (string === undefined || hasLineBreak(text, string.end, offset)) return tokens;
  const image = text.slice(string.start, offset);
  const longer: Token = { ...string, image, end: offset, token: { ...string.token, image } };
  const behind = tokens.slice(index + 1).filter(({ start }) => start >= offset);
  return [...tokens.slice(0, index), longer, ...behind];
}

function isInComment({ type, image, start, end }: Token, offset: number): boolean {
  if (offset <= start + 1) return false;
  const isClosed = type === t.BlockComment && image.endsWith('*/');
  return isClosed ? offset < end : offset <= end;
}

/** An unterminated string ends with its line. */
function isInString({ type, start, end }: Token, offset: number): boolean {
  if (offset <= start) return false;
  return type === t.UnterminatedString ? offset <= end : type === t.StringLiteral && offset < end;
}

function isOpaque({ type }: Token): boolean {
  return (
    type === t.CharLiteral ||
    type === t.BadCharLiteral ||
    type === t.UnterminatedChar ||
    type === t.TypographicString
  );
}

const wordTypes: readonly TokenType[] = [t.Name, t.AliasName, t.BadAliasName, t.NumberLiteral];

function wordAt(tokens: readonly Token[], offset: number): Span | undefined {
  return tokens.find(
    ({ token, start, end }) =>
      start < offset && offset <= end && wordTypes.some((type) => tokenMatcher(token, type)),
  );
}

/** `#` and the word behind it; undefined further on in the line. */
function hashWord({ image, start }: Token, offset: number): Span | undefined {
  const length = /^#[ \t]*\w*/.exec(image)?.[0].length ?? 1;
  return offset <= start + length ? { start, end: start + length } : undefined;
}

function firstOfRun(tokens: readonly Token[], index: number): number {
  let first = index;
  while (isString(tokens[first - 1])) first--;
  return first;
}

function isString(token: Token | undefined): boolean {
  return token?.type === t.StringLiteral || token?.type === t.UnterminatedString;
}

function countBefore(tokens: readonly Token[], end: number): number {
  const count = tokens.findIndex(({ start }) => start >= end);
  return count < 0 ? tokens.length : count;
}

function ignore(): void {
  // What is wrong inside a literal is the parser's to report.
}

function stringAround(
  tokens: readonly Token[],
  first: number,
  offset: number,
): StringAround | undefined {
  const behind = tokens.findIndex((token, index) => index > first && !isString(token));
  const run = tokens.slice(first, behind < 0 ? tokens.length : behind);
  const pieces = run.map(({ token, type }) =>
    stringPiece(token, type === t.UnterminatedString ? 0 : 1, ignore),
  );
  const value = stringValue(pieces);
  const at = valueOffset(value, offset);
  let start = 0;
  for (const piece of pieces) {
    const end = start + piece.value.length;
    if (offset > piece.start && offset <= piece.end) {
      return at === undefined ? undefined : { value, at, literal: { start, end } };
    }
    start = end;
  }
  return undefined;
}

/** Whether a line ends between two places. */
export function hasLineBreak(text: string, start: number, end: number): boolean {
  return /[\r\n]/.test(text.slice(start, end));
}

/** The first token behind the word. */
export function tokenBehind({ tokens, word }: Cursor): Token | undefined {
  return tokens.find(({ start }) => start >= word.end);
}
