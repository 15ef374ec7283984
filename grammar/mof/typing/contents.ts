/** What stands between brackets, by the tokens alone: the statement at the cursor may be half-written. */
import type { StringPiece } from '../ast.ts';
import { stringPiece } from '../nodes.ts';
import * as t from '../tokens.ts';
import { type Block, isName } from './blocks.ts';
import type { Cursor, Token } from './cursor.ts';

/** A token that stands directly in a block, not in a bracket inside it. */
interface Direct {
  readonly token: Token;
  readonly index: number;
}

/** Goes through a block from its opening bracket to the closing one, or to the end. */
function* directTokens({ tokens }: Cursor, { open }: Block): Generator<Direct, void> {
  let depth = 0;
  for (let index = Math.max(0, open); index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) return;
    if (isClosing(token)) depth--;
    if (depth === 0 && index > open) return;
    if (depth === 1) yield { token, index };
    if (isOpening(token)) depth++;
  }
}

/** The folded names of the properties that an instance sets, before and behind the cursor. */
export function propertiesIn(cursor: Cursor, body: Block): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { token, index } of directTokens(cursor, body)) {
    const isSet = cursor.tokens[index + 1]?.type === t.Equals;
    if (isSet && isName(token) && token.start !== cursor.word.start)
      names.add(token.image.toLowerCase());
  }
  return names;
}

/** The text that an instance sets a property to, where it is one literal. */
export function textIn(cursor: Cursor, body: Block, property: string): string | undefined {
  const folded = property.toLowerCase();
  for (const { token, index } of directTokens(cursor, body)) {
    const [equals, value] = cursor.tokens.slice(index + 1, index + 3);
    if (token.image.toLowerCase() !== folded || equals?.type !== t.Equals) continue;
    return value?.type === t.StringLiteral ? pieceOf(value).value : undefined;
  }
  return undefined;
}

function pieceOf({ token }: Token): StringPiece {
  return stringPiece(token, 1, () => undefined);
}

/** The folded names that stand in a list of qualifiers, but for the word at the cursor. */
export function qualifiersIn(cursor: Cursor, list: Block): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { token, index } of directTokens(cursor, list)) {
    // A list that nothing closes ends with the statement.
    if (token.type === t.Semicolon) break;
    const before = cursor.tokens[index - 1]?.type;
    const isFirst = before === t.LeftBracket || before === t.Comma;
    if (isFirst && isName(token) && token.start !== cursor.word.start)
      names.add(token.image.toLowerCase());
  }
  return names;
}

function isOpening({ type }: Token): boolean {
  return type === t.LeftBrace || type === t.LeftBracket || type === t.LeftParen;
}

function isClosing({ type }: Token): boolean {
  return type === t.RightBrace || type === t.RightBracket || type === t.RightParen;
}
