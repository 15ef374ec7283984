/**
 * A line of a hostile file as it may be printed, and where in it a stretch of the source stands.
 */
import type { SourceFile } from '../text/source-file.ts';
import { displayWidth } from './display-width.ts';
import { escapeControls } from './escape.ts';

/** A line to print with a mark below it; both counted in the columns of a terminal. */
export interface PrintedLine {
  readonly text: string;
  /** Blank columns before the mark. */
  readonly before: number;
  /** Columns under the marked characters: at least one, so that an empty stretch is seen too. */
  readonly under: number;
}

/** Offsets into the file's text; what lies outside of the line is cut off. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One character as printed. */
interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The columns that it takes, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

const tabStop = 4;
const ellipsis = '…';

/**
 * Tabs become blanks up to the next fourth column, control characters are written out, and of a
 * line that is longer than `width` the part around the mark is shown.
 *
 * @param line counted from 1
 * @param width the columns to keep within; 20 or more
 */
export function printLine(
  file: SourceFile,
  line: number,
  mark: Stretch,
  width: number,
): PrintedLine {
  const { start, end } = lineExtent(file, line);
  const from = clamp(mark.start, start, end);
  const to = clamp(mark.end, from, end);
  const cells = cellsOf(file.text, {
    // A line of megabytes is not laid out for the hundred columns that are shown.
    start: Math.max(start, startOfCharacter(file.text, from - 2 * width)),
    end: Math.min(end, startOfCharacter(file.text, from + 2 * width)),
  });
  const marked = columnsOf(cells, from, to);
  const shown = visibleCells(cells, { start, end }, marked, width);
  return assemble(shown, { start, end }, marked);
}

/** Where a line's characters are, its end left out. */
export function lineExtent(file: SourceFile, line: number): Stretch {
  const start = file.lineStarts[line - 1] ?? file.text.length;
  let end = file.lineStarts[line] ?? file.text.length;
  while (end > start && /[\r\n]/.test(file.text.charAt(end - 1))) end--;
  return { start, end };
}

function cellsOf(text: string, { start, end }: Stretch): readonly Cell[] {
  const cells: Cell[] = [];
  let offset = start;
  let column = 0;
  for (const character of text.slice(start, end)) {
    const printed = print(character, column);
    const to = column + printed.columns;
    cells.push({
      start: offset,
      end: offset + character.length,
      text: printed.text,
      from: column,
      to,
    });
    offset += character.length;
    column = to;
  }
  return cells;
}

function print(
  character: string,
  column: number,
): { readonly text: string; readonly columns: number } {
  if (character === '\t') {
    const columns = tabStop - (column % tabStop);
    return { text: ' '.repeat(columns), columns };
  }
  const text = escapeControls(character);
  return { text, columns: text === character ? displayWidth(character) : text.length };
}

interface Columns {
  readonly from: number;
  readonly to: number;
}

/** A stretch that begins or ends within a surrogate pair covers the whole character. */
function columnsOf(cells: readonly Cell[], start: number, end: number): Columns {
  const from = cells.find((cell) => cell.end > start)?.from ?? cells.at(-1)?.to ?? 0;
  const to = cells.findLast((cell) => cell.start < end)?.to ?? from;
  return { from, to: Math.max(from + 1, to) };
}

function visibleCells(
  cells: readonly Cell[],
  line: Stretch,
  marked: Columns,
  width: number,
): readonly Cell[] {
  const total = cells.at(-1)?.to ?? 0;
  const isWhole = (cells[0]?.start ?? line.start) === line.start && cells.at(-1)?.end === line.end;
  if (isWhole && total <= width) return cells;
  const room = width - 2 * ellipsis.length;
  const from = leftEdge(marked, room, total);
  return cells.filter((cell) => cell.from >= from && cell.to <= from + room);
}

/**
 * The line's beginning where the mark is seen then; else the mark in the middle, or its beginning
 * at the left.
 */
function leftEdge(marked: Columns, room: number, total: number): number {
  if (marked.to <= room) return 0;
  const length = marked.to - marked.from;
  const context = length >= room ? Math.min(8, room >> 2) : (room - length) >> 1;
  return clamp(marked.from - context, 0, Math.max(0, total - room));
}

function assemble(shown: readonly Cell[], line: Stretch, marked: Columns): PrintedLine {
  const first = shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return { text: '', before: 0, under: 1 };
  const left = first.start > line.start ? ellipsis : '';
  const right = last.end < line.end ? ellipsis : '';
  const to = Math.max(marked.from + 1, Math.min(marked.to, last.to));
  return {
    text: (left + shown.map((cell) => cell.text).join('') + right).trimEnd(),
    before: left.length + marked.from - first.from,
    under: to - marked.from,
  };
}

function startOfCharacter(text: string, offset: number): number {
  const isSecondHalf = /[\udc00-\udfff]/.test(text.charAt(offset));
  return isSecondHalf ? offset - 1 : offset;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
