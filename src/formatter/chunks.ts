/** A file as its declarations, one after the other: each is laid out by itself, whatever stands around it. */
import { builders } from 'prettier/doc';
import type { Document, Span } from '../../grammar/mof/ast.ts';
import type { SyntaxProblem } from '../../grammar/mof/problem.ts';
import type { Doc } from './comments.ts';
import { Cursor } from './cursor.ts';
import { Printer } from './printer.ts';
import { readTokens } from './tokens.ts';
import type { LayoutOptions } from './value-printer.ts';

const { hardline } = builders;

/** A text, its tree, and what keeps parts of it from being laid out. */
export interface Source {
  readonly text: string;
  readonly document: Document;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * A declaration with the comments before it and those that end its last line; the last chunk is what follows all
 * declarations. The chunks of a file cover it.
 */
export interface Chunk extends Span {
  /** With the line ends that part it from the chunk before; undefined where a problem touches the chunk. */
  readonly doc: Doc | undefined;
}

/**
 * The chunks of a text.
 *
 * @param lineEndInString what prints a line end inside a string
 */
export function* chunksOf(
  { text, document, problems }: Source,
  options: LayoutOptions,
  lineEndInString: Doc,
): Generator<Chunk> {
  const cursor = new Cursor(text, readTokens(text), lineEndInString);
  const printer = new Printer(cursor, options);
  let start = 0;
  for (const item of document.items) {
    // It stands between tokens, as a comment does.
    if (item.kind === 'PreprocessorLine') continue;
    let doc: Doc | undefined;
    const isBroken = item.incomplete === true || problems.some(touching(start, item.end));
    if (!isBroken && cursor.next.start === item.start) {
      const { leading, hasBlankLine } = cursor.gap();
      doc = [partition(start, hasBlankLine), leading, printer.item(item)];
    }
    // What the printer did not understand it must not print a part of.
    if (doc === undefined || cursor.tokenEnd !== item.end) {
      doc = undefined;
      cursor.moveTo(item.end);
    }
    const rest = cursor.endOfLine();
    const { end } = cursor;
    yield { start, end, doc: doc && [doc, rest] };
    start = end;
  }
  if (cursor.next.text !== '' || problems.some(touching(start, text.length))) {
    yield { start, end: text.length, doc: undefined };
    return;
  }
  const { comments, hasBlankLine } = cursor.closing();
  const rest = comments === undefined ? '' : [partition(start, hasBlankLine), comments];
  const isEmpty = start === 0 && comments === undefined;
  yield { start, end: text.length, doc: isEmpty ? '' : [rest, hardline] };
}

/**
 * The document of a chunk in a text without problems.
 *
 * @throws where there is none, because a part of the text would be lost
 */
export function documentOf({ doc, start, end }: Chunk): Doc {
  if (doc === undefined) throw new Error(`the formatter cannot print ${start} to ${end}`);
  return doc;
}

/** What parts a chunk from the one before. */
function partition(start: number, hasBlankLine: boolean): Doc {
  if (start === 0) return '';
  return hasBlankLine ? [hardline, hardline] : hardline;
}

/** Whether a problem is in a chunk. One that has no length belongs to what it is behind. */
function touching(start: number, end: number): (problem: SyntaxProblem) => boolean {
  return (problem) => problem.start <= end && (problem.end > start || start === 0);
}
