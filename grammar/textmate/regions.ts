/** Tokens that are the same everywhere, and what stands between two of them. */
import type { TokenType } from 'chevrotain';

import * as t from '../mof/tokens.ts';
import { captures, type Region, type Match, type Rule, whole } from './rule.ts';
import { patternOf, scopeOf } from './token-scopes.ts';

/** Where an unfinished declaration ends, because the next one begins a line. */
export const nextDeclaration = String.raw`(?=^\s*(?i:instance\s+of\s|class\s+[A-Z_]|qualifier\s+[A-Z_]|#\s*pragma\b))`;

/** The qualifiers of the next member at the beginning of a line, though a semicolon is missing. */
export const nextQualifiers = String.raw`(?=^\s*\[)`;

export function single(token: TokenType): Match {
  return { name: scopeOf(token), match: patternOf(token) };
}

/** From an opening to a closing token, or to where something begins that cannot be inside. */
export function enclosed(
  open: TokenType,
  close: TokenType,
  patterns: readonly Rule[],
  ...otherEnds: readonly string[]
): Region {
  return {
    begin: patternOf(open),
    end: [`(${patternOf(close)})`, ...otherEnds].join('|'),
    beginCaptures: whole(scopeOf(open)),
    endCaptures: captures(scopeOf(close)),
    patterns,
  };
}

/** In parentheses, where no declaration can be. */
export function parenthesized(patterns: readonly Rule[]): Region {
  return enclosed(t.LeftParen, t.RightParen, patterns, nextDeclaration);
}
