/** What the lexer says that words are: keywords, literals, comments. For editors that know MOF from nowhere else. */
import type { Comment, Span } from '../../grammar/mof/ast.ts';
import {
  As,
  CharLiteral,
  Class,
  False,
  IncludeKeyword,
  Instance,
  lexMof,
  type LexedMof,
  Null,
  NumberLiteral,
  Of,
  PragmaKeyword,
  Qualifier,
  Ref,
  StringLiteral,
  True,
} from '../../grammar/mof/tokens.ts';
import type { Token, TokenType } from './token.ts';

type MofToken = LexedMof['tokens'][number];

const types: ReadonlyMap<MofToken['tokenType'], TokenType> = new Map([
  ...[Class, Instance, Of, As, Qualifier, Ref, PragmaKeyword, IncludeKeyword].map(
    (type): [MofToken['tokenType'], TokenType] => [type, 'keyword'],
  ),
  ...[True, False, Null].map((type): [MofToken['tokenType'], TokenType] => [type, 'enumMember']),
  [NumberLiteral, 'number'],
  [StringLiteral, 'string'],
  [CharLiteral, 'string'],
]);

/** The tokens and comments that touch a span, in the order of the text. */
export function lexicalTokens(
  text: string,
  comments: readonly Comment[],
  span: Span,
): readonly Token[] {
  const words = lexMof(text).tokens.flatMap((token): readonly Token[] => {
    const type = types.get(token.tokenType);
    return type === undefined ? [] : [{ type, ...spanOf(token) }];
  });
  const remarks = comments.map(({ start, end }): Token => ({ type: 'comment', start, end }));
  return [...words, ...remarks]
    .filter(({ start, end }) => end >= span.start && start <= span.end)
    .toSorted((a, b) => a.start - b.start);
}

function spanOf({ startOffset, image }: MofToken): Span {
  return { start: startOffset, end: startOffset + image.length };
}
