/** Between offsets and the protocol's positions: lines and UTF-16 code units, both counted from 0. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { Span } from '../grammar/mof/ast.ts';
import type { SourceFile } from '../src/text/source-file.ts';

/** The protocol's position of an offset; offsets outside the text are clamped to it. */
export function positionAt(source: SourceFile, offset: number): Position {
  const { line, column } = source.positionAt(offset);
  return { line: line - 1, character: column - 1 };
}

/** The protocol's range of a span. */
export function rangeOf(source: SourceFile, { start, end }: Span): Range {
  return { start: positionAt(source, start), end: positionAt(source, end) };
}

/**
 * The offset of a position. As the protocol has it, a character beyond the line's end means the line's end; a line
 * beyond the last means the end of the text.
 */
export function offsetAt(source: SourceFile, { line, character }: Position): number {
  const start = source.lineStarts[line];
  if (start === undefined) return line < 0 ? 0 : source.text.length;
  return start + Math.max(0, Math.min(character, source.lineText(line + 1).length));
}

/** The span of a range; of a range that is the wrong way round, too. */
export function spanOf(source: SourceFile, range: Range): Span {
  const start = offsetAt(source, range.start);
  const end = offsetAt(source, range.end);
  return start <= end ? { start, end } : { start: end, end: start };
}
