/**
 * Finds the ends of strings, comments and preprocessor lines. Each search is remembered, so that hostile text (a
 * million opening quotes and no closing one) is still read in linear time.
 */
export class DelimiterScanner {
  #search: StringSearch | undefined;
  /** From here on, no comment is closed. */
  #noCommentEndFrom = Number.POSITIVE_INFINITY;
  /** Up to here, no typographic quote closes anything. */
  #noTypographicQuoteUntil = 0;

  /** Forgets what was found in another text. */
  reset(): void {
    this.#search = undefined;
    this.#noCommentEndFrom = Number.POSITIVE_INFINITY;
    this.#noTypographicQuoteUntil = 0;
  }

  /** The end of the string literal whose opening quote is at `start`, or undefined when it is unterminated. */
  stringEnd(text: string, start: number): number | undefined {
    const { end, lastBreak, runaway } = this.#searchFrom(text, start);
    return runaway && start < lastBreak ? undefined : end;
  }

  /**
   * The end of an unterminated literal: that of its line, but for the `;`, `,` and closing brackets there that are
   * rather the statement's than the text's.
   */
  unterminatedEnd(text: string, start: number): number {
    const lineEnd = endOfLine(text, start);
    const surplus = surplusBrackets(text, start, lineEnd);
    let end = lineEnd;
    for (; end > start + 1; end--) {
      const last = text[end - 1] ?? '';
      if (PUNCTUATION.has(last)) continue;
      const count = surplus.get(last) ?? 0;
      if (count <= 0) break;
      surplus.set(last, count - 1);
    }
    return end;
  }

  /** The end of the text in typographic quotes at `start`, or undefined when none closes it on its line. */
  typographicEnd(text: string, start: number): number | undefined {
    if (start < this.#noTypographicQuoteUntil) return undefined;
    for (let at = start + 1; at < text.length; at++) {
      const char = text[at] ?? '';
      if (char === '\n' || char === '\r') {
        this.#noTypographicQuoteUntil = at;
        return undefined;
      }
      if (char === '\u201c' || char === '\u201d') return at + 1;
      if (char === '\\' && text[at + 1] !== '\n' && text[at + 1] !== '\r') at++;
    }
    this.#noTypographicQuoteUntil = text.length;
    return undefined;
  }

  #searchFrom(text: string, start: number): StringSearch {
    const known = this.#search;
    // A later start inside an earlier search sits on an escaped quote and so ends where that search ended.
    if (known !== undefined && start > known.start && start < (known.end ?? Infinity) - 1)
      return known;
    this.#search = searchString(text, start);
    return this.#search;
  }

  /** The end of the block comment that starts at `start`, or undefined when nothing closes it. */
  commentEnd(text: string, start: number): number | undefined {
    if (start >= this.#noCommentEndFrom) return undefined;
    const close = text.indexOf('*/', start + 2);
    if (close >= 0) return close + 2;
    this.#noCommentEndFrom = start;
    return undefined;
  }

  /** Where an unterminated comment is best taken to end: before the next line that starts a declaration. */
  unterminatedCommentEnd(text: string, start: number): number {
    DECLARATION_LINE.lastIndex = start;
    const match = DECLARATION_LINE.exec(text);
    return match === null ? text.length : match.index + (match[1] ?? '').length;
  }

  /** The end of the preprocessor line at `start` without its line break; undefined for another `#` line. */
  preprocessorLineEnd(text: string, start: number): number | undefined {
    PREPROCESSOR_DIRECTIVE.lastIndex = start;
    if (!PREPROCESSOR_DIRECTIVE.test(text)) return undefined;
    let end = endOfLine(text, start);
    while (end < text.length && text[end - 1] === '\\') {
      const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
      end = endOfLine(text, next);
    }
    return end;
  }
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['{', '}'],
  ['[', ']'],
]);
const CLOSING_BRACKETS: ReadonlySet<string> = new Set(CLOSING.values());
const PUNCTUATION: ReadonlySet<string> = new Set([' ', '\t', ';', ',']);
const DECLARATION_LINE =
  /([\r\n])[ \t]*(?:instance[ \t]+of|class[ \t]|qualifier[ \t]|#[ \t]*pragma|\[)/gi;
/** How a line for the C preprocessor begins. */
export const PREPROCESSOR_DIRECTIVE =
  /#[ \t]*(?:define|undef|ifdef|ifndef|if|elif|else|endif|line|error)(?![A-Za-z0-9_])/iy;

function endOfLine(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || code === 0x0d) return i;
  }
  return text.length;
}

/** How many more closing than opening brackets of each kind stand there, by the closing one. */
function surplusBrackets(text: string, start: number, end: number): Map<string, number> {
  const surplus = new Map<string, number>();
  for (let at = start; at < end; at++) {
    const char = text[at] ?? '';
    const closing = CLOSING.get(char);
    if (closing !== undefined) surplus.set(closing, (surplus.get(closing) ?? 0) - 1);
    else if (CLOSING_BRACKETS.has(char)) surplus.set(char, (surplus.get(char) ?? 0) + 1);
  }
  return surplus;
}

/** What a search for a closing quote found; every quote between `start` and `end` is escaped. */
interface StringSearch {
  readonly start: number;
  /** Behind the closing quote; undefined when there is none. */
  readonly end: number | undefined;
  /** The offset of the last line break inside, or -1. */
  readonly lastBreak: number;
  readonly runaway: boolean;
}

function searchString(text: string, start: number): StringSearch {
  const end = findClosingQuote(text, start);
  if (end === undefined) return { start, end, lastBreak: -1, runaway: false };
  const literal = text.slice(start, end);
  const lastBreak = Math.max(literal.lastIndexOf('\n'), literal.lastIndexOf('\r'));
  if (lastBreak < 0) return { start, end, lastBreak, runaway: false };
  const runaway = isRunaway(text, literal, lastBreak, end);
  return { start, end, lastBreak: start + lastBreak, runaway };
}

function findClosingQuote(text: string, start: number): number | undefined {
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    let backslash = quote;
    while (backslash > from && text.charCodeAt(backslash - 1) === 0x5c) backslash--;
    if ((quote - backslash) % 2 === 0) return quote + 1;
    from = quote + 1;
  }
}

/** A line of code that could end in an opening quote is no longer than this. */
const LONGEST_CODE_LINE = 200;

/**
 * Whether a literal that spans lines was meant to end on its first one. Real ones hold prose or a script and are
 * followed by punctuation; a forgotten quote makes the literal swallow code up to the next opening quote.
 */
function isRunaway(text: string, literal: string, lastBreak: number, end: number): boolean {
  const lastLine = literal.slice(lastBreak + 1, -1);
  const opensString = lastLine.length <= LONGEST_CODE_LINE && OPENS_A_STRING.test(lastLine.trim());
  if (opensString && GLUED_TEXT.test(text[end] ?? '')) return true;
  FOLLOWS_A_STRING.lastIndex = end;
  return !FOLLOWS_A_STRING.test(text) && CODE_LINE.test(literal);
}

/** What stands before an opening quote: `Name =`, `Description (`, `#pragma namespace(` ... */
const OPENS_A_STRING =
  /^(?:\w+(?:\[\])?[ \t]*=[ \t]*\{?|#[ \t]*(?:pragma[ \t]+\w+|include)[ \t]*\(|\[?[ \t]*\w+[ \t]*\()$/;
/** A character that is text when it touches a quote, so that the quote opened it. */
const GLUED_TEXT = /[^\s;,)}\]:/]/;
/** What may stand behind a closing quote, but for blanks and comments. */
const FOLLOWS_A_STRING = /\s*(?:[;,)}\]":]|\/[/*]|$)/y;
const CODE_LINE = /[\r\n][ \t]*(?:[}\]]|instance[ \t]+of|class[ \t]|#|\w+(?:\[\])?[ \t]*=)/i;
