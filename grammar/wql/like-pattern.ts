/**
 * The patterns of LIKE (like-operator.md): `%` for any text, `_` for any character, `[a-f]` for one of a set and
 * `[^a-f]` for one outside it. A backslash is no escape here (MS-WMI 2.2.1), so a wildcard that is meant as such
 * stands in a set: `[%]`, `[_]`.
 */
import type { Span, StringLiteral } from './ast.ts';

/** A pattern, with offsets into wherever its text stands. */
export interface LikePattern {
  readonly elements: readonly LikeElement[];
  readonly problems: readonly LikeProblem[];
}

export type LikeElement =
  /** Characters that stand for themselves. */
  | (Span & { readonly kind: 'text'; readonly text: string })
  /** `%` */
  | (Span & { readonly kind: 'any-text' })
  /** `_` */
  | (Span & { readonly kind: 'any-character' })
  /** `[a-f]`, `[^a-f]` */
  | (Span & {
      readonly kind: 'set';
      readonly negated: boolean;
      /** A single character is a range from itself to itself. */
      readonly ranges: readonly LikeRange[];
    });

export interface LikeRange {
  readonly from: string;
  readonly to: string;
}

export interface LikeProblem extends Span {
  /** What is wrong, why, and what to write instead. */
  readonly message: string;
}

/** Reads a pattern; `base` is added to all offsets. A set that is not closed counts as text. */
export function parseLikePattern(text: string, base = 0): LikePattern {
  const elements: LikeElement[] = [];
  const problems: LikeProblem[] = [];
  // Once a bracket has no partner, no later one has.
  let bracketsClose = true;
  let at = 0;
  while (at < text.length) {
    const start = base + at;
    const char = text.charAt(at);
    const closing = char === '[' && bracketsClose ? text.indexOf(']', at + 1) : -1;
    if (char === '%' || char === '_') {
      at++;
      elements.push({ kind: char === '%' ? 'any-text' : 'any-character', start, end: base + at });
    } else if (closing !== -1) {
      const set = readSet(text.slice(at + 1, closing), { start, end: base + closing + 1 });
      elements.push(set.element);
      problems.push(...set.problems);
      at = closing + 1;
    } else {
      if (char === '[' && bracketsClose) {
        bracketsClose = false;
        problems.push({ start, end: start + 1, message: UNCLOSED });
      }
      const end = textEnd(text, at + 1);
      elements.push({ kind: 'text', text: text.slice(at, end), start, end: base + end });
      at = end;
    }
  }
  return { elements, problems };
}

const UNCLOSED =
  'this bracket opens a set of characters that no ] closes; close it, or write [[] for a bracket that is meant as such';

function textEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !'%_['.includes(text.charAt(end))) end++;
  return end;
}

function readSet(
  content: string,
  span: Span,
): { readonly element: LikeElement; readonly problems: readonly LikeProblem[] } {
  const negated = content.startsWith('^');
  const ranges = readRanges(negated ? content.slice(1) : content);
  const element: LikeElement = { kind: 'set', negated, ranges, ...span };
  const reversed = ranges.find(({ from, to }) => from > to);
  const message =
    ranges.length === 0
      ? 'this set of characters is empty and matches nothing; name the characters, as in [a-f]'
      : reversed === undefined
        ? undefined
        : `the range ${reversed.from}-${reversed.to} is empty, because it ends before it begins; write ${reversed.to}-${reversed.from}`;
  return { element, problems: message === undefined ? [] : [{ ...span, message }] };
}

function readRanges(content: string): readonly LikeRange[] {
  const ranges: LikeRange[] = [];
  const characters = [...content];
  for (let i = 0; i < characters.length; i++) {
    const from = characters[i] ?? '';
    const to = characters[i + 1] === '-' ? characters[i + 2] : undefined;
    if (to !== undefined) i += 2;
    ranges.push({ from, to: to ?? from });
  }
  return ranges;
}

/** The pattern of a string behind LIKE, with offsets into the query. */
export function likePatternOf(literal: StringLiteral): LikePattern {
  return parseLikePattern(literal.raw, literal.content.start);
}

/** The text that everything which a pattern matches starts with; may be empty. */
export function literalPrefixOf({ elements }: LikePattern): string {
  const [first] = elements;
  return first?.kind === 'text' ? first.text : '';
}

/** Whether a pattern is more than plain text; for one that is not, `=` would do. */
export function hasWildcards({ elements }: LikePattern): boolean {
  return elements.some(({ kind }) => kind !== 'text');
}
