/** MOF that was copied out of a Markdown text, with its fences, its emphasis and its escapes. */
import type { SyntaxEdit } from '../problem.ts';
import * as t from '../tokens.ts';
import {
  type Damage,
  type DamagedText,
  DECLARATION,
  inPlaces,
  type Line,
  removal,
} from './damage.ts';

const FENCE = /^[ \t]{0,12}(?:`{3,}|~{3,})[^`\r\n]*$/;

/** A stretch between two fences, or before the first one, or behind the last one. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly isCode: boolean;
}

/** Fences: what stands outside of them is prose, and what holds no MOF is something else. */
export function fences({ text, lines }: DamagedText): Damage | undefined {
  const marks = lines.filter((line) => FENCE.test(line.text));
  const [first] = marks;
  if (first === undefined) return undefined;
  const kept = blocksOf(text, marks).filter(
    ({ start, end, isCode }) => isCode && DECLARATION.test(text.slice(start, end)),
  );
  const edits = complement(kept, text.length);
  if (kept.length === 0 || edits.length === 0) return undefined;
  const mark = first.text.trim();
  const isProse = edits.some(({ start, end }) => hasProse(text.slice(start, end)));
  return {
    code: 'carrier-markdown',
    start: first.start + first.text.indexOf(mark),
    end: first.start + first.text.indexOf(mark) + mark.length,
    message: `${mark} is a fence of Markdown and no MOF: compile only what stands between the fences.`,
    title: isProse ? 'Keep only what stands between the fences' : 'Remove the fences',
    edits,
    certain: !isProse,
  };
}

/** With an odd number of fences, one at the beginning or at the end was left behind in copying. */
function blocksOf(text: string, marks: readonly Line[]): readonly Block[] {
  const [first] = marks;
  const before = text.slice(0, first?.start ?? 0);
  const opensFirst = marks.length % 2 === 0 || !DECLARATION.test(before);
  const borders = [0, ...marks.map(({ next }) => next)];
  return borders.map((start, i) => ({
    start,
    end: marks[i]?.start ?? text.length,
    isCode: (i % 2 === 1) === opensFirst,
  }));
}

/** Removals of everything but these stretches. */
function complement(kept: readonly Block[], length: number): readonly SyntaxEdit[] {
  const starts = [0, ...kept.map(({ end }) => end)];
  return starts
    .map((start, i) => removal(start, kept[i]?.start ?? length))
    .filter(({ start, end }) => start < end);
}

function hasProse(removed: string): boolean {
  return removed.split(/[\r\n]+/).some((line) => line.trim() !== '' && !FENCE.test(line));
}

/** What Markdown writes a backslash before and MOF does not. */
const ESCAPED = /\\([_*#[\](){}<>~|+!.-])/g;
/** In a string, these are no slip of a path. */
const ESCAPED_IN_STRING = /\\([_*])/g;
const SURELY_ESCAPED = /\\_\\_|\b(?:Win32|CIM|MSFT|MSFC|Msvm)\\_|\bSELECT\s+\\\*/i;

/** `**instance of**`, `\_\_EventFilter`. */
export function emphasis(damaged: DamagedText): Damage | undefined {
  const { text, code, tokens } = damaged;
  const inStrings = tokens
    .filter(({ tokenType, image }) => tokenType === t.StringLiteral && SURELY_ESCAPED.test(image))
    .flatMap(({ startOffset, image }) => escapesIn(image, startOffset, ESCAPED_IN_STRING));
  const edits = [...escapesIn(code, 0, ESCAPED), ...inStrings, ...bold(damaged)].toSorted(
    (a, b) => a.start - b.start,
  );
  const [first] = edits;
  // A backslash before anything but an underscore may also be a slip of the pen.
  const isSure = edits.length > 1 || first?.text === '_';
  if (first === undefined || !isSure) return undefined;
  const { start, end } = first;
  const mark = text.slice(start, end);
  return {
    code: 'carrier-markdown',
    start,
    end,
    message:
      first.text === ''
        ? `${mark} is how Markdown makes words bold, and no MOF: remove it${inPlaces(edits.length)}.`
        : `${mark} is how Markdown writes ${first.text}, and MOF has no such escape: write ${first.text}${inPlaces(edits.length)}.`,
    title: "Undo Markdown's marks",
    edits,
    certain: true,
  };
}

function escapesIn(text: string, offset: number, pattern: RegExp): readonly SyntaxEdit[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: escape }) => ({
    start: offset + index,
    end: offset + index + escape.length,
    text: escape.slice(1),
  }));
}

/** `**` and `__` around words have no other meaning outside of strings; names begin with `__` too. */
function bold({ tokens }: DamagedText): readonly SyntaxEdit[] {
  return tokens
    .filter(({ tokenType, image }) => tokenType === t.StrayCharacters && image === '**')
    .map(({ startOffset }) => removal(startOffset, startOffset + 2));
}
