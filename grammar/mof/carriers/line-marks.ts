/** What a listing, a quotation or a patch puts in front of each line. */
import type { SyntaxEdit } from '../problem.ts';
import { type Damage, type DamagedText, DECLARATION, type Line, removal } from './damage.ts';

/** Fewer lines than this prove nothing. */
const FEWEST_LINES = 3;

/** A number and what separates it from the line, perhaps behind the name of the file, as `grep -n` has it. */
const NUMBER =
  /^[ \t]*(?:[\w.\\/-]{1,100}[:-])?([0-9]{1,6})(?:[ \t]*[:.|)\]│→-]|(?=[ \t]|$))[ \t]?/;

/** Line numbers: each is one more than the one before. */
export function lineNumbers({ lines }: DamagedText): Damage | undefined {
  const edits: SyntaxEdit[] = [];
  let expected: number | undefined;
  for (const { text, start } of lines) {
    const match = NUMBER.exec(text);
    const number = Number(match?.[1] ?? Number.NaN);
    if (match === null || (expected !== undefined && number < expected)) return undefined;
    expected = number + 1;
    edits.push(removal(start, start + match[0].length));
  }
  const [first] = edits;
  const last = lines.at(-1);
  if (first === undefined || last === undefined || edits.length < FEWEST_LINES) return undefined;
  // Blank lines may have lost their numbers, but few do.
  const span = (expected ?? 0) - Number(NUMBER.exec(lines[0]?.text ?? '')?.[1] ?? 0);
  if (span > edits.length * 2) return undefined;
  return {
    code: 'carrier-line-marks',
    ...trimmed(first, lines[0]),
    message:
      'Each line begins with its number, as in a listing or in the output of grep -n, and mofcomp takes the number for ' +
      'part of the text: remove the numbers.',
    title: 'Remove the line numbers',
    edits,
    certain: true,
  };
}

interface Mark {
  readonly pattern: RegExp;
  readonly language: string;
  /** Lines that belong to the carrier as a whole. */
  readonly headers?: RegExp;
}

const MARKS: readonly Mark[] = [
  { pattern: /^[ \t]{0,3}(?:>[ \t]?)+/, language: 'a quotation in Markdown or in mail' },
  {
    pattern: /^\+/,
    language: 'a patch (diff)',
    headers: /^(?:diff |index |new file|similarity |rename |--- |\+\+\+ |@@ |\\ No newline)/,
  },
  { pattern: /^[ \t]*[|│]/, language: 'a code frame or a table' },
  { pattern: /^[ \t]*[-*•·][ \t]/, language: 'a list in Markdown' },
];

/** The same mark before each line. */
export function lineMarks({ text, lines }: DamagedText): Damage | undefined {
  if (lines.length < FEWEST_LINES || !DECLARATION.test(text)) return undefined;
  for (const { pattern, language, headers } of MARKS) {
    const edits = lines.map((line) => unmarked(line, pattern, headers));
    const whole = edits.filter((edit) => edit !== undefined);
    const marked = lines.findIndex(({ text: line }) => headers?.test(line) !== true);
    const first = whole[marked];
    if (whole.length < edits.length || first === undefined) continue;
    const mark = text.slice(first.start, first.end).trim();
    return {
      code: 'carrier-line-marks',
      ...trimmed(first, lines[marked]),
      message: `Each line begins with ${mark}, as in ${language}, and mofcomp takes that for part of the text: remove it from every line.`,
      title: `Remove ${mark} from every line`,
      edits: whole,
      certain: true,
    };
  }
  return undefined;
}

function unmarked(
  line: Line,
  pattern: RegExp,
  headers: RegExp | undefined,
): SyntaxEdit | undefined {
  if (headers?.test(line.text) === true) return removal(line.start, line.end);
  const mark = pattern.exec(line.text)?.[0];
  return mark === undefined ? undefined : removal(line.start, line.start + mark.length);
}

/** The mark without the blanks around it. */
function trimmed(
  { start, end }: SyntaxEdit,
  line: Line | undefined,
): { start: number; end: number } {
  const mark = line?.text.slice(start - line.start, end - line.start) ?? '';
  const from = start + (mark.length - mark.trimStart().length);
  return { start: from, end: from + mark.trim().length };
}
