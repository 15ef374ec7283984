/** Semantic tokens before they are encoded. */
import type { Span } from '../../grammar/mof/ast.ts';

/** The sorts of tokens, of those that the protocol names; our numbers are their places here. */
export const tokenTypes = [
  'class',
  'type',
  'property',
  'method',
  'parameter',
  'variable',
  'decorator',
  'modifier',
  'macro',
  'keyword',
  'enumMember',
  'operator',
  'number',
  'string',
  'comment',
] as const;

/** What is said of a token besides its sort, in the order of the protocol's bits. */
export const tokenModifiers = ['declaration', 'defaultLibrary'] as const;

export type TokenType = (typeof tokenTypes)[number];

export type TokenModifier = (typeof tokenModifiers)[number];

/** A stretch of a file and what it is. */
export interface Token extends Span {
  readonly type: TokenType;
  readonly modifiers?: readonly TokenModifier[];
}
