/** The lines in which two short texts differ, as a unified diff shows them. */

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** How many unchanged lines are shown before and after a change. */
const context = 3;

/**
 * The hunks of a unified diff, without the names of files; empty for equal texts. Time and memory grow with the
 * product of the numbers of lines, so it is for examples and not for files of strangers.
 */
export function lineDiff(before: string, after: string): string {
  const lines = compare(linesOf(before), linesOf(after));
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
  lines: readonly Line[],
  near: readonly boolean[],
  index: number,
  oldLine: number,
  newLine: number,
): string {
  const end = near.indexOf(false, index);
  const hunk = lines.slice(index, end === -1 ? lines.length : end);
  const count = (other: Line['mark']): number => hunk.filter(({ mark }) => mark !== other).length;
  return `@@ -${oldLine},${count('+')} +${newLine},${count('-')} @@`;
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}

/** The longest common subsequence of the lines, and what each text has besides. */
function compare(before: readonly string[], after: readonly string[]): readonly Line[] {
  const lengths = commonLengths(before, after);
  const common = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [left, right] = [before[i], after[j]];
    if (left !== undefined && left === right) {
      lines.push({ mark: ' ', text: left });
      i++;
      j++;
    } else if (
      left !== undefined &&
      (right === undefined || common(i + 1, j) >= common(i, j + 1))
    ) {
      lines.push({ mark: '-', text: left });
      i++;
    } else if (right !== undefined) {
      lines.push({ mark: '+', text: right });
      j++;
    }
  }
  return lines;
}

/** How many lines the rests of both texts have in common, by the numbers of lines before them. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  for (let i = before.length - 1; i >= 0; i--) {
    const [row, next] = [lengths[i], lengths[i + 1]];
    if (row === undefined || next === undefined) continue;
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] =
        before[i] === after[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
