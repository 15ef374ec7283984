/** Formats MOF: text in, text or edits out. White space is all that changes, and the places of some comments. */
import { builders, printer } from 'prettier/doc';
import type { Span } from '../../grammar/mof/ast.ts';
import { parseMof } from '../../grammar/mof/parser.ts';
import { isUndoneDamage, type SyntaxEdit, type SyntaxProblem } from '../../grammar/mof/problem.ts';
import { chunksOf, documentOf, type Chunk } from './chunks.ts';
import type { Doc } from './comments.ts';
import { lineEndFor } from './line-ends.ts';
import { defaultFormatOptions, type FormatOptions } from './options.ts';
import { blockingProblems } from './problems.ts';

const { breakParent } = builders;

/** What became of a text: the formatted one, or the syntax errors for which it stays as it is. */
export type Formatted =
  | { readonly kind: 'formatted'; readonly text: string }
  | { readonly kind: 'refused'; readonly problems: readonly SyntaxProblem[] };

/**
 * Formats a text. The tree of the result is that of the text, and formatting it again changes nothing.
 *
 * @param text decoded, without a byte order mark
 */
export function formatMof(text: string, options: Partial<FormatOptions> = {}): Formatted {
  const { problems, chunks, print } = layOut(text, options);
  if (problems.length > 0) return { kind: 'refused', problems };
  return {
    kind: 'formatted',
    text: Array.from(chunks, (chunk) => print(documentOf(chunk))).join(''),
  };
}

/**
 * The edits that format a text, or the declarations that a range of it touches, one for each declaration that
 * changes. With a range, those without syntax errors are formatted whatever the rest of the file is like, but for
 * damage from other languages; else there is no edit where there is an error.
 */
export function formatEdits(
  text: string,
  options: Partial<FormatOptions> = {},
  range?: Span,
): readonly SyntaxEdit[] {
  const { problems, chunks, print, lineEnd } = layOut(text, options);
  // Where damage was undone in reading, the tree is not that of the text.
  const isBroken = range === undefined ? problems.length > 0 : problems.some(isUndoneDamage);
  if (isBroken) return [];
  const edits: SyntaxEdit[] = [];
  let following: Chunk | undefined;
  for (const chunk of Array.from(chunks).toReversed()) {
    const { start, end, doc } = chunk;
    if (doc !== undefined && (range === undefined || touches(text, chunk, range))) {
      // What follows on the line and stays as it is must not come to stand behind a comment.
      const isCutOff = following !== undefined && !startsOnNewLine(text, following);
      const isFollowed = edits.at(-1)?.start === end;
      const printed = print(doc) + (isCutOff && !isFollowed ? lineEnd : '');
      if (printed !== text.slice(start, end)) edits.push({ start, end, text: printed });
    }
    following = chunk;
  }
  return edits.toReversed();
}

/** Whether a range reaches to what a chunk prints, or ends at its edge. */
function touches(text: string, { start, end }: Span, range: Span): boolean {
  return contentStart(text, start) <= range.end && end >= range.start;
}

function startsOnNewLine(text: string, { start }: Span): boolean {
  return /[\r\n]/.test(text.slice(start, contentStart(text, start)));
}

function contentStart(text: string, start: number): number {
  const pattern = /\S|$/g;
  pattern.lastIndex = start;
  return pattern.exec(text)?.index ?? text.length;
}

interface Layout {
  readonly problems: readonly SyntaxProblem[];
  readonly chunks: Iterable<Chunk>;
  readonly print: (doc: Doc) => string;
  readonly lineEnd: string;
}

/**
 * A line end inside a string is a part of its value and stays as it is: while the others are written, a character that
 * the text does not have stands in its place.
 */
function layOut(text: string, options: Partial<FormatOptions>): Layout {
  const { endOfLine, ...layout } = { ...defaultFormatOptions, ...options };
  const parsed = parseMof(text);
  const problems = blockingProblems(parsed);
  const lineEnd = lineEndFor(text, endOfLine);
  const mark = unusedCharacter(text);
  const source = { text, document: parsed.document, problems };
  return {
    problems,
    lineEnd,
    chunks: chunksOf(source, layout, [mark, breakParent]),
    print: (doc) => {
      const { formatted } = printer.printDocToString(doc, layout);
      const lines = lineEnd === '\n' ? formatted : formatted.replaceAll('\n', lineEnd);
      return lines.replaceAll(mark, '\n');
    },
  };
}

/** A character for private use that is not in the text. */
function unusedCharacter(text: string): string {
  let code = 0xe000;
  while (text.includes(String.fromCharCode(code))) code++;
  return String.fromCharCode(code);
}
