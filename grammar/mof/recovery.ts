/** Where the parser may go on after an error, and what it knows of languages that MOF is mistaken for. */
import { EOF, tokenMatcher, type IToken } from 'chevrotain';

import type { Span } from './ast.ts';
import * as t from './tokens.ts';

/** The tokens from the current place on; `LA(1)` is the next one. */
export interface TokenCursor {
  readonly LA: (k: number) => IToken;
}

/**
 * The offset behind a token; 0 for the end-of-file token, which has no place. A token of a repaired text knows its
 * end, because its image is not what stands in the source.
 */
export function endOf(token: IToken): number {
  if (isEnd(token)) return 0;
  return token.endOffset === undefined
    ? token.startOffset + token.image.length
    : token.endOffset + 1;
}

/** A token's place in the text. */
export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: endOf(token) };
}

/** Whether this is the token that stands for the end of the file. */
export function isEnd(token: IToken): boolean {
  return token.tokenType === EOF;
}

/**
 * Whether a new top-level declaration certainly starts here, so that an unfinished one before it ends: a pragma,
 * `instance of Name` that is no value, a class head, a qualifier declaration, or the qualifiers before one of them.
 */
export function startsDeclaration(cursor: TokenCursor): boolean {
  const { tokenType } = cursor.LA(1);
  switch (tokenType) {
    case t.PragmaKeyword:
    case t.IncludeKeyword:
    case t.AngleInclude:
      return true;
    case t.Instance:
      return (
        cursor.LA(2).tokenType === t.Of &&
        tokenMatcher(cursor.LA(3), t.Name) &&
        !isValuePosition(cursor)
      );
    case t.Class:
      return tokenMatcher(cursor.LA(2), t.Name) && startsClassTail(cursor.LA(3));
    case t.Qualifier:
      return tokenMatcher(cursor.LA(2), t.Name) && cursor.LA(3).tokenType === t.Colon;
    case t.LeftBracket:
      return qualifiesDeclaration(cursor);
    default:
      return false;
  }
}

function startsClassTail(token: IToken): boolean {
  return token.tokenType === t.LeftBrace || token.tokenType === t.Colon || token.tokenType === t.As;
}

function isValuePosition(cursor: TokenCursor): boolean {
  const previous = cursor.LA(0).tokenType;
  if (previous !== t.LeftBrace) return previous === t.Equals || previous === t.Comma;
  // The brace of an array, and not that of a body.
  const before = cursor.LA(-1).tokenType;
  return before === t.Equals || before === t.Comma || before === t.LeftBrace;
}

/** How far a qualifier list is looked through for what it qualifies. */
const LONGEST_LOOK = 400;

/** Whether the `[...]` here stands before a class or an instance. */
function qualifiesDeclaration(cursor: TokenCursor): boolean {
  for (let k = 2; k < LONGEST_LOOK; k++) {
    const { tokenType } = cursor.LA(k);
    if (tokenType === EOF || tokenType === t.Semicolon || tokenType === t.LeftBracket) return false;
    if (tokenType === t.RightBracket) {
      const after = cursor.LA(k + 1).tokenType;
      if (after === t.Class) {
        return tokenMatcher(cursor.LA(k + 2), t.Name) && startsClassTail(cursor.LA(k + 3));
      }
      return after === t.Instance && cursor.LA(k + 2).tokenType === t.Of;
    }
  }
  return false;
}

/** Words that start a declaration in MOF 3 or C; each only where what follows fits. */
const UNSUPPORTED = new Map<string, string>([
  ['structure', 'structures are MOF 3'],
  ['enumeration', 'enumerations are MOF 3'],
  ['enum', 'enums are C'],
  ['typedef', 'typedefs are C'],
  ['association', 'association declarations are MOF 3'],
  ['indication', 'indication declarations are MOF 3'],
  ['interface', 'interfaces are MOF 3'],
]);

/** Whether a `structure`, `enumeration`, `enum` or `typedef` declaration starts here. */
export function isUnsupportedKeyword(cursor: TokenCursor): boolean {
  const word = cursor.LA(1);
  if (word.tokenType !== t.Identifier) return false;
  switch (word.image.toLowerCase()) {
    case 'structure':
    case 'enumeration':
    case 'enum': {
      if (cursor.LA(2).tokenType === t.LeftBrace) return word.image.toLowerCase() === 'enum';
      if (!tokenMatcher(cursor.LA(2), t.Name)) return false;
      const { tokenType } = cursor.LA(3);
      return tokenType === t.LeftBrace || tokenType === t.Colon;
    }
    case 'typedef':
      return tokenMatcher(cursor.LA(2), t.Name) && cursor.LA(3).tokenType !== t.Semicolon;
    default:
      return false;
  }
}

/** What to say of a declaration that WMI does not have, and what to write instead. */
export function unsupportedDeclarationMessage(keyword: string): string {
  const folded = keyword.toLowerCase();
  const why = UNSUPPORTED.get(folded) ?? `"${keyword}" is MOF 3`;
  const sentence = `${why}, which WMI does not have: ${REPLACEMENTS.get(folded) ?? 'declare a class'}.`;
  return sentence.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

const REPLACEMENTS = new Map<string, string>([
  ['structure', 'declare a class, and embed instances of it'],
  ['enumeration', 'declare an integer or string property with ValueMap and Values'],
  ['enum', 'declare an integer property with ValueMap and Values'],
  ['typedef', 'write the type itself'],
  ['association', 'write [Association] before class'],
  ['indication', 'write [Indication] before class'],
]);

/** Whether the line ended a string or a character, and not its closing quote. */
export function isUnterminated(token: IToken): boolean {
  return token.tokenType === t.UnterminatedString || token.tokenType === t.UnterminatedChar;
}
