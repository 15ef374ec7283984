/**
 * Markdown as GitHub and editors show it, in the form that prettier gives it. Prose comes in as plain text; what is
 * code in it is marked as such, which also keeps its characters from meaning something to Markdown.
 */
import { textWidth } from '../diagnostics/display-width.ts';
import { segmentsOf } from './code-words.ts';

/** Characters that would mean something outside of code; whatever is left of them in prose is escaped. */
const special = /[\\`*_{}[\]<>#|~&$@]/gu;

/** A paragraph of prose, on one line. */
export function prose(text: string): string {
  const line = text.trim().replaceAll(/\s+/gu, ' ');
  const markdown = segmentsOf(line)
    .map(({ isCode, text }) => (isCode ? codeSpan(text) : escaped(text)))
    .join('');
  return atLineStart(markdown);
}

function escaped(text: string): string {
  return text.replaceAll(special, String.raw`\$&`);
}

/** A paragraph is no list, no heading and no quotation. */
function atLineStart(text: string): string {
  return text
    .replace(/^(\d+)([.)])(?=\s|$)/u, String.raw`$1\$2`)
    .replace(/^[-+](?=\s|$)/u, String.raw`\$&`);
}

/** `text` between the fewest backticks that it does not hold next to one another, as prettier has it. */
export function codeSpan(text: string): string {
  const runs = new Set(runsOf(text));
  let count = 1;
  while (runs.has(count)) count++;
  const fence = '`'.repeat(count);
  const pad = /^`|`$/u.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A block of code, between fences that nothing in it can end. */
export function codeBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, ...runsOf(text).map((run) => run + 1)));
  return `${fence}${language}\n${text.replace(/\s*$/u, '')}\n${fence}`;
}

/** How many backticks stand next to one another, at each place that has any. */
function runsOf(text: string): readonly number[] {
  return (text.match(/`+/gu) ?? []).map((run) => run.length);
}

export function link(text: string, address: string): string {
  return `[${text}](${address})`;
}

/** The part of an address that leads to a heading, as GitHub makes it. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/gu, '-');
}

/** A table with aligned columns; cells are Markdown on one line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) =>
    row.map((cell) => cell.replaceAll('|', String.raw`\|`)),
  );
  const widths = head.map((_, column) =>
    Math.max(3, ...cells.map((row) => textWidth(row[column] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - textWidth(cell))).join(' | ')} |`;
  const [first = [], ...rest] = cells;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(first), rule, ...rest.map(line)].join('\n');
}
