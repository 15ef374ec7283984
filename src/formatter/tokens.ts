/** A text as the formatter reads it: every token, with the comments before it. */
import type { Span } from '../../grammar/mof/ast.ts';
import { lexMof } from '../../grammar/mof/tokens.ts';
import { countLineEnds } from './line-ends.ts';

/** What stands between tokens besides white space. */
export interface Comment extends Span {
  /** A `directive` is a line for the C preprocessor. */
  readonly kind: 'line' | 'block' | 'directive';
  readonly text: string;
  /** The line ends between it and what is before it. */
  readonly lineEnds: number;
}

export interface Token extends Span {
  /** As written, but for blanks behind the `#` of a keyword. Empty at the end of the file. */
  readonly text: string;
  /** What stands between the token before and this one. */
  readonly comments: readonly Comment[];
  /** The line ends between it and the comment or token before it. */
  readonly lineEnds: number;
}

/** All tokens of a text; the last one is its end. */
export function readTokens(text: string): readonly Token[] {
  const { tokens, comments, directives } = lexMof(text);
  const others = inOrder(comments, directives);
  const result: Token[] = [];
  let next = 0;
  let last = 0;
  const take = (start: number, image: string): void => {
    let between: Comment[] = noComments;
    for (let other = others[next]; other && other.startOffset < start; other = others[++next]) {
      const end = other.startOffset + other.image.length;
      // What the file begins with is behind no token on its line.
      const lineEnds = Math.max(
        countLineEnds(text, last, other.startOffset),
        result.length + between.length === 0 ? 1 : 0,
      );
      if (between === noComments) between = [];
      between.push({
        kind: kindOf(other.image),
        text: other.image,
        start: other.startOffset,
        end,
        lineEnds,
      });
      last = end;
    }
    const end = start + image.length;
    const lineEnds = countLineEnds(text, last, start);
    const spelling = image.startsWith('#') ? image.replace(/^#[ \t]+/, '#') : image;
    result.push({ text: spelling, start, end, comments: between, lineEnds });
    last = end;
  };
  for (const { startOffset, image } of tokens) take(startOffset, image);
  take(text.length, '');
  return result;
}

const noComments: Comment[] = [];

type LexedToken = ReturnType<typeof lexMof>['comments'][number];

function inOrder(
  comments: readonly LexedToken[],
  directives: readonly LexedToken[],
): readonly LexedToken[] {
  if (directives.length === 0) return comments;
  return [...comments, ...directives].toSorted((a, b) => a.startOffset - b.startOffset);
}

function kindOf(image: string): Comment['kind'] {
  if (image.startsWith('#')) return 'directive';
  return image.startsWith('//') ? 'line' : 'block';
}
