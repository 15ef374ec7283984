/** A place among the tokens of a query, and what every part of the parser does there: look, take, report. */
import { suggest } from '../mof/suggest.ts';
import type { Identifier, Span } from './ast.ts';
import { hresultOf, inserting, replacing } from './problem.ts';
import type { WqlFix, WqlProblem, WqlProblemCode } from './problem.ts';
import {
  type FalseBlank,
  lexWql,
  type PlainToken,
  type StringToken,
  type WqlToken,
} from './tokens.ts';

/** Enough for a person; hostile text must not make a list as long as itself. */
const MAXIMUM_PROBLEMS = 100;

/** The parser's only state: the tokens, the place among them, and what was found so far. */
export class Cursor {
  readonly text: string;
  readonly #problems: WqlProblem[] = [];
  #tokens: WqlToken[];
  #index = 0;
  #hasRelexed = false;

  constructor(text: string) {
    this.text = text;
    const { tokens, falseBlanks } = lexWql(text);
    this.#tokens = [...tokens];
    for (const blank of falseBlanks) this.#reportBlank(blank);
  }

  /** Sorted by place. */
  get problems(): readonly WqlProblem[] {
    return this.#problems.toSorted((a, b) => a.start - b.start || a.end - b.end);
  }

  /** The next token; at the end, the `end` for ever. */
  get token(): WqlToken {
    return this.peek(0);
  }

  /** The token `ahead` of the next. */
  peek(ahead: number): WqlToken {
    return this.#tokens[this.#index + ahead] ?? this.#endToken();
  }

  /** The last token taken. */
  get previous(): WqlToken | undefined {
    return this.#tokens[this.#index - 1];
  }

  /** Where the last token taken ends. */
  get end(): number {
    return this.previous?.end ?? 0;
  }

  get atEnd(): boolean {
    return this.token.kind === 'end';
  }

  #endToken(): WqlToken {
    const end = this.text.length;
    return { kind: 'end', start: end, end, text: '' };
  }

  /** Takes the next token; never the `end`. */
  take(): WqlToken {
    const { token } = this;
    if (token.kind !== 'end') this.#index++;
    return token;
  }

  /** Takes the next token if it is of this kind. */
  takeKind(kind: WqlToken['kind']): WqlToken | undefined {
    return this.token.kind === kind ? this.take() : undefined;
  }

  /** Whether the token `ahead` is one of these words, which are in capitals. */
  isWord(ahead: number, ...words: readonly string[]): boolean {
    const token = this.peek(ahead);
    return token.kind === 'word' && words.includes(token.text.toUpperCase());
  }

  /** Takes the next token if it is this word. */
  takeWord(word: string): WqlToken | undefined {
    return this.isWord(0, word) ? this.take() : undefined;
  }

  /** Takes the next token as a name. */
  takeName(): Identifier {
    const { start, end, text } = this.take();
    return { kind: 'Identifier', start, end, name: text };
  }

  /** Splits the next token into its first characters, which become the next token, and the rest behind it. */
  split(length: number): void {
    const { start, end, text } = this.token;
    const middle = start + length;
    const first: PlainToken = { kind: 'word', start, end: middle, text: text.slice(0, length) };
    const rest = text.slice(length);
    const kind = /^[0-9]+$/.test(rest) ? 'integer' : /^[0-9]/.test(rest) ? 'bad-number' : 'word';
    this.#tokens[this.#index] = { kind, start: middle, end, text: rest };
    // The first half takes the place of a token that was read already, or of nothing.
    if (this.#index > 0) this.#tokens[--this.#index] = first;
    else this.#tokens.unshift(first);
  }

  /** Ends the string taken last at `end`, and reads the text from there on anew. Once only, to keep the time linear. */
  cutString(string: StringToken, end: number): StringToken | undefined {
    if (!this.readAnew(end)) return undefined;
    const cut: StringToken = {
      ...string,
      form: 'unterminated',
      end,
      content: { start: string.content.start, end },
      text: this.text.slice(string.start, end),
    };
    this.#tokens[this.#index - 1] = cut;
    return cut;
  }

  /** Reads the text from `offset` on anew, in place of the next token and all behind it; false if it did so before. */
  readAnew(offset: number): boolean {
    if (this.#hasRelexed) return false;
    this.#hasRelexed = true;
    const { tokens, falseBlanks } = lexWql(this.text, offset);
    for (const blank of falseBlanks) {
      if (!this.#problems.some(({ start }) => start === blank.start)) this.#reportBlank(blank);
    }
    this.#tokens = [...this.#tokens.slice(0, this.#index), ...tokens];
    return true;
  }

  /** Records a problem. */
  report(code: WqlProblemCode, { start, end }: Span, message: string, fix?: WqlFix): void {
    if (this.#problems.length >= MAXIMUM_PROBLEMS) return;
    const hresult = hresultOf(code);
    this.#problems.push({
      code,
      start,
      end,
      message,
      ...(hresult !== undefined && { hresult }),
      ...(fix !== undefined && { fix }),
    });
  }

  /** Says what should stand at the next token, or behind the last one where the query ends. */
  expected(what: string, code: WqlProblemCode = 'syntax'): void {
    const { token } = this;
    if (
      token.kind === 'placeholder' ||
      token.kind === 'braces' ||
      token.kind === 'unclosed-braces'
    ) {
      this.reportPlaceholder(token, what);
    } else if (token.kind === 'end') {
      this.report(code, this.here(), `expected ${what}, but the query ends`);
    } else {
      this.report(code, token, `expected ${what}, but found ${quoted(token.text)}`);
    }
  }

  /** Reports what was to be replaced by something else before WMI sees it. */
  reportPlaceholder(token: WqlToken, what: string): void {
    const message = `${quoted(token.text)} looks like a placeholder that nothing has filled in; write ${what}`;
    this.report('placeholder', token, message);
  }

  /** A text to put in place of a span, with blanks where it would touch its neighbours. */
  spaced({ start, end }: Span, text: string): string {
    const before = /\s/.test(this.text.charAt(start - 1)) ? '' : ' ';
    const after = /\s/.test(this.text.charAt(end)) ? '' : ' ';
    return `${before}${text}${after}`;
  }

  /** The empty place behind the last token. */
  here(): Span {
    return { start: this.end, end: this.end };
  }

  /** Reports and takes a word that is a misspelling of one of these keywords; the keyword that was meant. */
  misspelt(token: WqlToken, candidates: readonly string[]): string | undefined {
    const keyword = misspellingOf(token, candidates);
    if (keyword !== undefined) this.reportMisspelt(token, keyword);
    return keyword;
  }

  reportMisspelt(span: Span, keyword: string): void {
    const spelling = quoted(this.text.slice(span.start, span.end));
    const message = `${spelling} is no keyword of WQL here; did you mean ${keyword}?`;
    this.report('misspelt-keyword', span, message, replacing(`Write ${keyword}`, span, keyword));
  }

  /** Reports that the blank between two words is missing at `middle`. */
  reportJoined(span: Span, middle: number): void {
    const first = this.text.slice(span.start, middle);
    const second = this.text.slice(middle, span.end);
    const message =
      `a blank is missing between ${first} and ${second}, so WMI reads one word; ` +
      'string literals of MOF are joined with nothing in between: end the first with a blank';
    this.report('joined-words', span, message, inserting('Add the blank', middle, ' '));
  }

  #reportBlank({ kind, start, end }: FalseBlank): void {
    const fix = replacing('Write a blank', { start, end }, ' ');
    if (kind === 'foreign-blank') {
      const message =
        'this blank is not the one of the space bar, and WMI does not take it for one; it may come from a web page: write a blank';
      this.report('syntax', { start, end }, message, fix);
    } else {
      const message =
        'this escape reaches WMI as a backslash and a letter, because it is escaped twice: write a blank, or one backslash less in MOF';
      this.report('doubled-escape', { start, end }, message, fix);
    }
  }
}

/** The keyword that a word is a misspelling of; of itself, none. */
export function misspellingOf(token: WqlToken, candidates: readonly string[]): string | undefined {
  if (token.kind !== 'word' || token.text.length < 2) return undefined;
  const keyword = suggest(token.text, candidates);
  return keyword === token.text.toUpperCase() ? undefined : keyword;
}

/** A spelling for messages: in quotes that it does not contain, on one line, and not too long. */
export function quoted(spelling: string): string {
  const shown = spelling.length > 40 ? `${spelling.slice(0, 40)}…` : spelling;
  const printable = shown.replaceAll(
    /[\u0000-\u001f\u007f-\u009f]/g,
    (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return printable.includes('"') ? `'${printable}'` : `"${printable}"`;
}
