/** How comments, and lines for the C preprocessor, are printed. */
import { builders } from 'prettier/doc';
import { linesOf } from './line-ends.ts';
import type { Comment } from './tokens.ts';

export type Doc = builders.Doc;

const { breakParent, hardline, join, lineSuffix, literalline } = builders;

/** A comment by itself. */
export function printComment({ kind, text }: Comment): Doc {
  if (kind === 'line') return text.trimEnd();
  const lines = linesOf(text);
  if (lines.length === 1) return text;
  return kind === 'block' && isStarred(lines) ? starred(lines) : join(literalline, [...lines]);
}

/**
 * A comment behind the token whose line it ends. What a line comment says takes no room, so that the layout does not
 * depend on it.
 */
export function printTrailingComment(comment: Comment): Doc {
  return comment.kind === 'line'
    ? [lineSuffix([' ', printComment(comment)]), breakParent]
    : [' ', printComment(comment)];
}

/** Whether the line must end behind a comment, or does inside it. */
export function breaksLine({ kind, text }: Comment): boolean {
  return kind !== 'block' || /[\r\n]/.test(text);
}

/** Whether a comment keeps what follows it as its author wrote it. */
export function isIgnoring({ text }: Comment): boolean {
  return /^\/\/\s*prettier-ignore\s*$|^\/\*\s*prettier-ignore\s*\*\/$/.test(text);
}

/** Whether every line begins with a star, as in this comment: such lines move with the first one. */
function isStarred(lines: readonly string[]): boolean {
  return lines.every((line, index) => index === 0 || line.trimStart().startsWith('*'));
}

function starred(lines: readonly string[]): Doc {
  return join(
    hardline,
    lines.map((line, index) => (index === 0 ? line.trimEnd() : ` ${line.trim()}`)),
  );
}
