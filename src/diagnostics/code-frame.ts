/**
 * A finding as a person reads it: where and what, the source with the exact characters underlined,
 * related places, and what to write instead.
 *
 *     backdoor.mof:14:17: error creator-sid-mismatch: the consumer's CreatorSID is S-1-5-18 ...
 *        |
 *     14 |   CreatorSID = {1,1,0,0,0,0,0,5,18,0,0,0};
 *        |                ^^^^^^^^^^^^^^^^^^^^^^^^^^
 *      6 |   CreatorSID = {1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0};   the filter's
 *        = fix: Write the filter's SID here: `{1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}`
 */
import type { Diagnostic, Fix, Place, Related, TextEdit } from './diagnostic.ts';
import { escapeControls } from './escape.ts';
import { lineExtent, printLine } from './source-line.ts';
import { plain, type Style } from './style.ts';

export interface CodeFrameOptions {
  /** Plain when left out. */
  readonly style?: Style;
  /** The columns that source lines keep within. */
  readonly width?: number;
}

/** `path:line:column` of a place's beginning, safe to print. */
function placeName(place: Place): string {
  const { line, column } = place.file.positionAt(place.start);
  return `${escapeControls(place.file.path)}:${line}:${column}`;
}

/** `path:line:column: severity rule: message` on one line, safe to print. */
export function headline(diagnostic: Diagnostic, style: Style = plain): string {
  const { severity, rule, message } = diagnostic;
  const kind = `${style(severity, severity)} ${style('rule', escapeControls(rule))}`;
  return `${style('place', placeName(diagnostic))}: ${kind}: ${escapeControls(message)}`;
}

/**
 * The whole finding in several lines, without a line end behind the last. A finding about a file as
 * a whole, which has no text to show, is its headline alone.
 */
export function codeFrame(diagnostic: Diagnostic, options: CodeFrameOptions = {}): string {
  const style = options.style ?? plain;
  if (diagnostic.file.text === '') return headline(diagnostic, style);
  const frame = new Frame(diagnostic, style, options.width ?? 100);
  return [headline(diagnostic, style), ...frame.lines()].join('\n');
}

/** More related places than this help nobody. */
const maxRelated = 8;

/** Of a stretch over many lines, so many are shown at its beginning and at its end. */
const linesAtEachEnd = 2;

class Frame {
  readonly #diagnostic: Diagnostic;
  readonly #style: Style;
  readonly #width: number;
  readonly #related: readonly Related[];
  readonly #digits: number;

  constructor(diagnostic: Diagnostic, style: Style, width: number) {
    this.#diagnostic = diagnostic;
    this.#style = style;
    this.#width = width;
    this.#related = diagnostic.related.slice(0, maxRelated);
    const lines = [diagnostic, ...this.#related].map((place) => lastLineOf(place));
    this.#digits = String(Math.max(...lines)).length;
  }

  *lines(): Generator<string> {
    yield this.#row('', '');
    yield* this.#primary();
    yield* this.#others();
    const unseen = this.#diagnostic.related.length - this.#related.length;
    if (unseen > 0) yield this.#help(`and ${unseen} more ${unseen === 1 ? 'place' : 'places'}`);
    for (const fix of this.#diagnostic.fixes) {
      yield this.#help(`fix: ${fixText(this.#diagnostic, fix)}`);
    }
  }

  *#primary(): Generator<string> {
    const first = firstLineOf(this.#diagnostic);
    const last = lastLineOf(this.#diagnostic);
    for (const line of shownLines(first, last)) {
      if (line === undefined) yield this.#row('.'.repeat(Math.min(3, this.#digits)), '');
      else yield* this.#marked(this.#diagnostic, line);
    }
    for (const related of this.#related) {
      if (this.#isBeside(related)) yield this.#remark(related, first);
    }
  }

  /** A line of the finding with carets under its share of the characters. */
  *#marked(place: Place, line: number): Generator<string> {
    const { start, end } = lineExtent(place.file, line);
    const indent = /^[ \t]*/.exec(place.file.text.slice(start, end))?.[0].length ?? 0;
    const from = line === firstLineOf(place) ? place.start : start + indent;
    const printed = printLine(place.file, line, { start: from, end: place.end }, this.#width);
    yield this.#row(String(line), printed.text);
    const isBlank = line !== firstLineOf(place) && start + indent === end;
    if (isBlank) return;
    const carets = this.#style(this.#diagnostic.severity, '^'.repeat(printed.under));
    yield this.#row('', ' '.repeat(printed.before) + carets);
  }

  /** What a related place in the finding's own line has to say, below the carets. */
  #remark(related: Related, line: number): string {
    const printed = printLine(related.file, line, related, this.#width);
    const remark = `${'-'.repeat(printed.under)} ${escapeControls(related.message)}`;
    return this.#row('', ' '.repeat(printed.before) + this.#style('related', remark));
  }

  /** Related places in other lines and other files. */
  *#others(): Generator<string> {
    let file = this.#diagnostic.file;
    for (const related of this.#related) {
      if (this.#isBeside(related)) continue;
      if (related.file !== file) {
        yield `${' '.repeat(this.#digits)}${this.#style('gutter', ':::')} ${placeName(related)}`;
        file = related.file;
      }
      const line = firstLineOf(related);
      const { text } = printLine(related.file, line, related, this.#width);
      const message = this.#style('related', escapeControls(related.message));
      yield this.#row(String(line), `${text}   ${message}`);
    }
  }

  /**
   * Whether a place is seen in the finding's own line as printed, which may be a part of a long
   * one.
   */
  #isBeside(related: Related): boolean {
    const finding = this.#diagnostic;
    const line = firstLineOf(finding);
    const lines = [lastLineOf(finding), firstLineOf(related), lastLineOf(related)];
    if (related.file !== finding.file || lines.some((other) => other !== line)) return false;
    const [printed, shown] = [related, finding].map((place) =>
      printLine(place.file, line, place, this.#width),
    );
    return printed?.text === shown?.text;
  }

  #row(label: string, content: string): string {
    const gutter = this.#style('gutter', `${label.padStart(this.#digits)} |`);
    return content === '' ? gutter : `${gutter} ${content}`;
  }

  #help(text: string): string {
    return `${' '.repeat(this.#digits)} ${this.#style('gutter', '=')} ${this.#style('help', text)}`;
  }
}

/** The lines to show of a stretch; undefined stands for those that are left out. */
function shownLines(first: number, last: number): readonly (number | undefined)[] {
  const count = last - first + 1;
  const from = (start: number, length: number): readonly number[] =>
    Array.from({ length }, (_, index) => start + index);
  if (count <= 2 * linesAtEachEnd + 1) return from(first, count);
  const tail = from(last - linesAtEachEnd + 1, linesAtEachEnd);
  return [...from(first, linesAtEachEnd), undefined, ...tail];
}

function firstLineOf(place: Place): number {
  return place.file.positionAt(place.start).line;
}

/** The line of the last character, not the one that a line end at the end of a stretch leads to. */
function lastLineOf(place: Place): number {
  const first = firstLineOf(place);
  return Math.max(first, place.file.positionAt(Math.max(place.start, place.end - 1)).line);
}

/** The title, and what to write where that is short and the title does not say it. */
function fixText(diagnostic: Diagnostic, fix: Fix): string {
  const title = escapeControls(fix.title);
  const [edit, ...more] = fix.edits;
  if (edit === undefined) return title;
  const candidates = [fixedText(diagnostic, fix.edits), more.length === 0 ? edit.text : undefined];
  const text = candidates.map((candidate) => candidate?.trim() ?? '').find(isTelling);
  if (text === undefined || fix.title.includes(text)) return title;
  return `${title}: \`${escapeControls(text)}\``;
}

/** Whether a text says by itself what to write: a semicolon that goes somewhere does not. */
function isTelling(text: string): boolean {
  return text.length > 1 && text.length <= 72 && !/[\r\n]/.test(text);
}

/** The stretch of a finding and its edits as it will be; undefined for edits somewhere else. */
function fixedText(diagnostic: Diagnostic, edits: readonly TextEdit[]): string | undefined {
  const { file } = diagnostic;
  const start = Math.min(diagnostic.start, ...edits.map((edit) => edit.start));
  const end = Math.max(diagnostic.end, ...edits.map((edit) => edit.end));
  if (edits.some((edit) => edit.file !== file) || end - start > 200) return undefined;
  let fixed = '';
  let offset = start;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    fixed += file.text.slice(offset, edit.start) + edit.text;
    offset = Math.max(offset, edit.end);
  }
  return fixed + file.text.slice(offset, end);
}
