/**
 * Comments that suppress findings, as they are written:
 *
 *     // mofsec-disable-next-line creator-sid-absent, event-access-missing -- the domain policy sets both
 */
import type { Comment, Span } from '../../grammar/mof/ast.ts';
import { suggest } from '../../grammar/mof/suggest.ts';
import type { SourceFile } from '../text/source-file.ts';

/** What a comment may say, and the findings that it is about. */
export const suppressionDirectives = [
  /** Those behind it, up to the next `mofsec-enable` or the end of the file. */
  'mofsec-disable',
  /** Those that begin in the lines of the comment. */
  'mofsec-disable-line',
  /** Those that begin in the line below. */
  'mofsec-disable-next-line',
  /** Those of the whole file. */
  'mofsec-disable-file',
  /** Ends `mofsec-disable`. */
  'mofsec-enable',
] as const;

export type SuppressionDirective = (typeof suppressionDirectives)[number];

/** A word of a comment, where it stands in the file. */
export interface Word extends Span {
  readonly text: string;
}

export interface SuppressionComment extends Span {
  readonly file: SourceFile;
  /** Undefined for a word that is no directive but looks like one. */
  readonly directive: SuppressionDirective | undefined;
  /** The directive as it is written. */
  readonly word: Word;
  /** The rules that it names; none means all rules. */
  readonly rules: readonly Word[];
  /** What stands behind ` -- `; undefined where nothing does. */
  readonly reason: string | undefined;
}

/** A file and its comments. */
export interface CommentedFile {
  readonly source: SourceFile;
  readonly document: { readonly comments: readonly Comment[] };
}

const known = new WeakMap<SourceFile, readonly SuppressionComment[]>();

/** The comments of a file that begin with `mofsec-disable`, `mofsec-enable` or something like them, in its order. */
export function suppressionComments({
  source,
  document,
}: CommentedFile): readonly SuppressionComment[] {
  // Nearly no file has any, and to look for the word costs next to nothing.
  if (!/mofsec-/i.test(source.text)) return [];
  let found = known.get(source);
  if (found === undefined) {
    found = document.comments.flatMap((comment) => parse(source, comment) ?? []);
    known.set(source, found);
  }
  return found;
}

function parse(file: SourceFile, comment: Comment): SuppressionComment | undefined {
  const opening = /^[/*\s]*/u.exec(comment.text)?.[0].length ?? 0;
  const text = /^mofsec-[\w-]+/iu.exec(comment.text.slice(opening))?.[0];
  if (text === undefined || !looksLikeDirective(text)) return undefined;
  const start = comment.start + opening;
  const isClosed = comment.kind === 'BlockComment' && comment.text.endsWith('*/');
  const rest = comment.text.slice(opening + text.length, isClosed ? -2 : undefined);
  const { list, reason } = parts(rest);
  return {
    file,
    start: comment.start,
    end: comment.end,
    directive: suppressionDirectives.find((directive) => directive === text),
    word: { text, start, end: start + text.length },
    rules: wordsOf(list, start + text.length),
    reason,
  };
}

function looksLikeDirective(text: string): boolean {
  return (
    /^mofsec-(?:dis|en)able/iu.test(text) || suggest(text, suppressionDirectives) !== undefined
  );
}

/** Rules and reason, which two hyphens part. */
function parts(text: string): { readonly list: string; readonly reason: string | undefined } {
  const separator = /\s-{2,}(?:\s|$)/u.exec(text);
  if (separator === null) return { list: text, reason: undefined };
  const reason = text.slice(separator.index + separator[0].length).trim();
  return { list: text.slice(0, separator.index), reason: reason === '' ? undefined : reason };
}

/** Between commas or blanks; lines of a block comment may begin with an asterisk. */
function wordsOf(list: string, offset: number): readonly Word[] {
  return Array.from(list.matchAll(/[^\s,*]+/gu), ({ 0: text, index }) => ({
    text,
    start: offset + index,
    end: offset + index + text.length,
  }));
}

/** The lines, counted from 1, that each `mofsec-disable-line` and `mofsec-disable-next-line` of a file is about. */
export function suppressedLines(
  comments: readonly SuppressionComment[],
): ReadonlyMap<SuppressionComment, readonly number[]> {
  const lines = new Map<SuppressionComment, readonly number[]>();
  // Several of them may stand above one line: the lower ones first.
  const nextOfLine = new Map<number, number>();
  for (const comment of comments.toReversed()) {
    const { file, start, end, directive } = comment;
    const first = file.positionAt(start);
    const last = file.positionAt(end);
    // A comment has room for code in its first and in its last line.
    if (directive === 'mofsec-disable-line') {
      lines.set(comment, first.line === last.line ? [first.line] : [first.line, last.line]);
    } else if (directive === 'mofsec-disable-next-line') {
      const next = nextOfLine.get(last.line + 1) ?? last.line + 1;
      lines.set(comment, [next]);
      const before = file.text.slice(start - first.column + 1, start);
      if (before.trim() === '') nextOfLine.set(first.line, next);
    }
  }
  return lines;
}
