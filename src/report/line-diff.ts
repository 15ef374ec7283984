/** The lines in which two texts differ, as a unified diff shows them. */
import { compareLines, type ComparedLine } from './compare-lines.ts';

/** How many unchanged lines are shown before and after a change. */
const context = 3;

/** The hunks of a unified diff for reading: line ends are no part of a line. Empty for equal texts. */
export function lineDiff(before: string, after: string): string {
  const linesOf = (text: string): readonly string[] => text.replace(/\r?\n$/, '').split(/\r?\n/);
  return hunks(compareLines(linesOf(before), linesOf(after)));
}

/**
 * A unified diff of a file as `git apply` and `patch -p1` take it, each line with the characters that it has; empty
 * for equal texts.
 *
 * @param path with `/`, relative to where the diff is to be applied
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  // A tab tells where a name with blanks ends.
  const end = path.includes(' ') ? '\t' : '';
  const changes = hunks(compareLines(exactLines(before), exactLines(after)));
  return `--- a/${path}${end}\n+++ b/${path}${end}\n${changes}`;
}

/** Lines as far as the line feed; a last one without it says so in the way of diffs. */
function exactLines(text: string): readonly string[] {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  return last === '' ? lines : [...lines, `${last}\n\\ No newline at end of file`];
}

function hunks(lines: readonly ComparedLine[]): string {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - context), index + context + 1).some(({ mark }) => mark !== ' '),
  );
  let oldLine = 1;
  let newLine = 1;
  let isOpen = false;
  const shown: string[] = [];
  for (const [index, { mark, text }] of lines.entries()) {
    if (near[index] === true) {
      if (!isOpen) shown.push(header(lines, near, index, oldLine, newLine));
      shown.push(`${mark}${text}`);
    }
    isOpen = near[index] === true;
    if (mark !== '+') oldLine++;
    if (mark !== '-') newLine++;
  }
  return shown.map((line) => `${line}\n`).join('');
}

/** `@@ -6,7 +6,7 @@` for the hunk that begins at `index`. */
function header(
  lines: readonly ComparedLine[],
  near: readonly boolean[],
  index: number,
  oldLine: number,
  newLine: number,
): string {
  const end = near.indexOf(false, index);
  const hunk = lines.slice(index, end === -1 ? lines.length : end);
  const range = (line: number, other: ComparedLine['mark']): string => {
    const count = hunk.filter(({ mark }) => mark !== other).length;
    // Of no lines, it is the one before them that is named.
    return `${count === 0 ? line - 1 : line},${count}`;
  };
  return `@@ -${range(oldLine, '+')} +${range(newLine, '-')} @@`;
}
