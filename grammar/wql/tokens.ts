/**
 * The tokens of WQL. Lexing never fails: whatever is no token of the language (an unterminated string, an operator
 * of another language, a stray character) is a token of its own, so that positions stay exact and the parser can
 * say what is wrong. Which words are keywords is the parser's to know.
 */
import type { Span } from './ast.ts';
import { COMPARISON_SIGNS } from './keywords.ts';

export type WqlToken = PlainToken | StringToken;

export interface PlainToken extends Span {
  readonly kind: PlainTokenKind;
  readonly text: string;
}

export type PlainTokenKind =
  | 'word'
  | 'integer'
  | 'real'
  /** What starts like a number and goes on as none: `5s`, `1.2.3`. */
  | 'bad-number'
  /** A comparison operator of WQL. */
  | 'operator'
  /** An operator of another language: `==`, `&&`, `-eq`. */
  | 'foreign-operator'
  /** One of `+ - * / %`; the asterisk also stands for all properties. */
  | 'arithmetic'
  | '('
  | ')'
  | ','
  | '.'
  | ';'
  /** `{...}` */
  | 'braces'
  /** From a brace that nothing closes to the end. */
  | 'unclosed-braces'
  /** `$name`, `${name}`, `@NAME@`, `%NAME%` */
  | 'placeholder'
  | 'stray'
  | 'end';

/** How a string is written; all but `plain` are problems. */
export type StringForm =
  | 'plain'
  | 'unterminated'
  /** `“x”` */
  | 'typographic'
  /** `\"x\"` */
  | 'escaped'
  /** `""x""` */
  | 'doubled'
  /** `&quot;x&quot;` */
  | 'encoded';

export interface StringToken extends Span {
  readonly kind: 'string';
  readonly text: string;
  readonly form: StringForm;
  readonly quote: '"' | "'";
  /** What stands between the quotes. */
  readonly content: Span;
}

/** Something between two tokens that WMI does not take for a blank. */
export interface FalseBlank extends Span {
  readonly kind: 'foreign-blank' | 'escaped-blank';
}

export interface LexedWql {
  /** The last one is the `end`. */
  readonly tokens: readonly WqlToken[];
  readonly falseBlanks: readonly FalseBlank[];
}

/** Splits the text from `from` on into tokens, in linear time. */
export function lexWql(text: string, from = 0): LexedWql {
  return new Lexer(text, from).lex();
}

/** Letters as DSP0004 allows them (U+0080 and up), but no blanks, quotes or signs. */
const LETTER =
  'A-Za-z_\\u00aa\\u00b5\\u00ba\\u00c0-\\u167f\\u1681-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefc\\uff21-\\uffdc';

const WORD = new RegExp(`[${LETTER}][${LETTER}0-9]*`, 'y');
const BLANKS = /[ \t\r\n\v\f]+/y;
/** The no-break space and its like, which come from web pages and word processors. */
const FOREIGN_BLANKS = /[\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+/y;
const ESCAPED_BLANKS = /(?:\\[nrt])+/y;
const HEXADECIMAL = /0x[0-9a-f]+/iy;
const REAL = /(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?|[0-9]+e[+-]?[0-9]+/iy;
const DECIMAL = /[0-9]+/y;
/** Longer than any number that WMI has a type for; converting more digits would cost time. */
const LONGEST_NUMBER = 64;
/** What may follow a number without a blank, as WMI was seen to read it. */
const KEYWORD_BEHIND_NUMBER = new RegExp(
  `(?:WHERE|AND|OR|GROUP|BY|HAVING)(?![${LETTER}0-9.])`,
  'iy',
);
const REST_OF_BAD_NUMBER = new RegExp(`[${LETTER}0-9.]+`, 'y');
const POWERSHELL_OPERATOR =
  /-(?:eq|ne|lt|le|gt|ge|like|notlike|match|notmatch|contains|and|or|not|is|in)(?![A-Za-z0-9_])/iy;
const OPERATOR =
  /&(?:lt|gt);(?:=|&gt;)?|<=>|===|!==|==|=>|=<|<=|>=|<>|><|!=|!<|!>|=!|=~|~=|\^=|:=|&&|\|\||[=<>!~&|^]/y;
const KNOWN_OPERATORS: ReadonlySet<string> = new Set(COMPARISON_SIGNS);
const PLACEHOLDER = /\$\{[A-Za-z_]\w*\}|\$[A-Za-z_]\w*|@[A-Za-z_]\w*@|%[A-Za-z_]\w*%/y;
/** How some tokens are spelt, for the generated TextMate grammar. */
export const wqlPatterns = {
  word: WORD,
  hexadecimal: HEXADECIMAL,
  real: REAL,
  decimal: DECIMAL,
  placeholder: PLACEHOLDER,
} as const;
const ENCODED_QUOTE = /&(?:quot|apos|#34|#39);/y;
const BACKSLASHES = /\\+/y;
const ESCAPED_QUOTE = /\\+(["'])/y;
/** `""x""`, where x is no connection between two empty strings. */
const DOUBLED_QUOTES = [
  /""(?=[\w%\\.:])[^"\r\n]*[^"\s=<>]""/y,
  /''(?=[\w%\\.:])[^'\r\n]*[^'\s=<>]''/y,
] as const;
const TYPOGRAPHIC_DOUBLE = /[\u201c-\u201f\u00ab\u00bb\uff02][^\u201c-\u201f\u00ab\u00bb\uff02"]*/y;
const TYPOGRAPHIC_SINGLE = /[\u2018-\u201b\u2039\u203a\uff07][^\u2018-\u201b\u2039\u203a\uff07']*/y;
/** Where the string that nothing closes was probably meant to end. */
const CONNECTION = /\s(?:and|or|group|having)\s/gi;

/** Bounded, because it is looked for at every backslash. */
const KEYWORD_BEHIND_ESCAPE =
  /(?:\\[nrt]){1,4}(?:\s|(?:FROM|WITHIN|WHERE|AND|OR|GROUP|BY|HAVING)\b|$)/y;

class Lexer {
  readonly #text: string;
  readonly #tokens: WqlToken[] = [];
  readonly #falseBlanks: FalseBlank[] = [];
  /** Quotes that were seen to have no partner; later ones are looked for no further than the next connection. */
  readonly #unclosed = new Set<string>();
  #quotesInBracesPair = true;
  #connection = -1;
  #offset: number;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#offset = from;
  }

  lex(): LexedWql {
    while (this.#offset < this.#text.length) {
      if (this.#match(BLANKS) !== undefined) continue;
      if (this.#falseBlank()) continue;
      this.#tokens.push(this.#token());
    }
    const end = this.#text.length;
    this.#tokens.push({ kind: 'end', start: end, end, text: '' });
    return { tokens: this.#tokens, falseBlanks: this.#falseBlanks };
  }

  #falseBlank(): boolean {
    const start = this.#offset;
    const kind =
      this.#match(FOREIGN_BLANKS) !== undefined
        ? 'foreign-blank'
        : this.#isEscapedBlank() && this.#match(ESCAPED_BLANKS) !== undefined
          ? 'escaped-blank'
          : undefined;
    if (kind === undefined) return false;
    this.#falseBlanks.push({ kind, start, end: this.#offset });
    return true;
  }

  /** `\n` as two characters. Behind a letter it may be part of `root\name` and needs a keyword behind it. */
  #isEscapedBlank(): boolean {
    if (this.#text.charAt(this.#offset) !== '\\') return false;
    const before = this.#text.charAt(this.#offset - 1);
    return this.#looks(/[A-Za-z_]/.test(before) ? KEYWORD_BEHIND_ESCAPE : ESCAPED_BLANKS);
  }

  #token(): WqlToken {
    return (
      this.#plain('word', WORD) ??
      this.#number() ??
      this.#quoted() ??
      this.#plain('placeholder', PLACEHOLDER) ??
      this.#braces() ??
      this.#plain('foreign-operator', POWERSHELL_OPERATOR) ??
      this.#operator() ??
      this.#plain('stray', BACKSLASHES) ??
      this.#character()
    );
  }

  #number(): WqlToken | undefined {
    const start = this.#offset;
    const kind =
      this.#match(HEXADECIMAL) !== undefined
        ? 'integer'
        : this.#match(REAL) !== undefined
          ? 'real'
          : this.#match(DECIMAL) !== undefined
            ? 'integer'
            : undefined;
    if (kind === undefined) return undefined;
    const isBad =
      (!this.#looks(KEYWORD_BEHIND_NUMBER) && this.#match(REST_OF_BAD_NUMBER) !== undefined) ||
      this.#offset - start > LONGEST_NUMBER;
    return this.#made(isBad ? 'bad-number' : kind, start);
  }

  #quoted(): StringToken | undefined {
    const char = this.#text.charAt(this.#offset);
    if (char === '"' || char === "'") return this.#doubled(char) ?? this.#string(char);
    if (char === '\\') return this.#escaped();
    if (char === '&') return this.#encoded();
    return this.#typographic(TYPOGRAPHIC_DOUBLE, '"') ?? this.#typographic(TYPOGRAPHIC_SINGLE, "'");
  }

  #doubled(quote: '"' | "'"): StringToken | undefined {
    const start = this.#offset;
    const pattern = DOUBLED_QUOTES[quote === '"' ? 0 : 1];
    if (this.#match(pattern) === undefined) return undefined;
    return this.#stringToken('doubled', quote, start, { start: start + 2, end: this.#offset - 2 });
  }

  #string(quote: '"' | "'"): StringToken {
    const start = this.#offset;
    const closing = this.#closing(quote, start + 1);
    if (closing === undefined) return this.#unterminated(quote, start, start + 1);
    this.#offset = closing + 1;
    return this.#stringToken('plain', quote, start, { start: start + 1, end: closing });
  }

  #closing(quote: string, from: number): number | undefined {
    const limit = this.#unclosed.has(quote) ? this.#nextConnection(from) : this.#text.length;
    for (let i = from; i < limit; i++) {
      const char = this.#text.charAt(i);
      if (char === '\\') i++;
      else if (char === quote) return i;
    }
    this.#unclosed.add(quote);
    return undefined;
  }

  #unterminated(
    quote: '"' | "'",
    start: number,
    contentStart: number,
    form: StringForm = 'unterminated',
  ): StringToken {
    const end = Math.max(
      contentStart,
      trimmedEnd(this.#text, contentStart, this.#nextConnection(contentStart)),
    );
    this.#offset = end;
    return this.#stringToken(form, quote, start, { start: contentStart, end });
  }

  #nextConnection(from: number): number {
    if (this.#connection < from) {
      CONNECTION.lastIndex = from;
      this.#connection = CONNECTION.exec(this.#text)?.index ?? this.#text.length;
    }
    return this.#connection;
  }

  /** `\"x\"`, also with more backslashes or with none at the end. */
  #escaped(): StringToken | undefined {
    const start = this.#offset;
    const opening = this.#match(ESCAPED_QUOTE);
    if (opening === undefined) return undefined;
    const quote = opening.endsWith('"') ? '"' : "'";
    const contentStart = this.#offset;
    const closing = this.#text.indexOf(quote, contentStart);
    if (closing === -1) return this.#unterminated(quote, start, contentStart, 'escaped');
    let end = closing;
    while (end > contentStart && this.#text.charAt(end - 1) === '\\') end--;
    this.#offset = closing + 1;
    return this.#stringToken('escaped', quote, start, { start: contentStart, end });
  }

  #encoded(): StringToken | undefined {
    const start = this.#offset;
    const entity = this.#match(ENCODED_QUOTE);
    if (entity === undefined) return undefined;
    const closing = this.#text.indexOf(entity, this.#offset);
    const content = { start: this.#offset, end: closing };
    this.#offset = closing === -1 ? start : closing + entity.length;
    const quote = entity === '&quot;' || entity === '&#34;' ? '"' : "'";
    return closing === -1 ? undefined : this.#stringToken('encoded', quote, start, content);
  }

  #typographic(pattern: RegExp, quote: '"' | "'"): StringToken | undefined {
    const start = this.#offset;
    if (this.#match(pattern) === undefined) return undefined;
    const end = this.#offset;
    if (end === this.#text.length) {
      this.#offset = start;
      return this.#unterminated(quote, start, start + 1, 'typographic');
    }
    this.#offset = end + 1;
    return this.#stringToken('typographic', quote, start, { start: start + 1, end });
  }

  #stringToken(form: StringForm, quote: '"' | "'", start: number, content: Span): StringToken {
    const end = this.#offset;
    return { kind: 'string', form, quote, content, start, end, text: this.#text.slice(start, end) };
  }

  #braces(): WqlToken | undefined {
    const start = this.#offset;
    if (this.#text.charAt(start) !== '{') return undefined;
    const closing = this.#closingBrace(start + 1);
    this.#offset = closing === undefined ? this.#text.length : closing + 1;
    return this.#made(closing === undefined ? 'unclosed-braces' : 'braces', start);
  }

  /** The brace behind the path's quoted values; where its quotes do not pair, simply the next one. */
  #closingBrace(from: number): number | undefined {
    const end = this.#quotesInBracesPair ? this.#closingBraceOutsideQuotes(from) : undefined;
    if (end !== undefined) return end;
    this.#quotesInBracesPair = false;
    const next = this.#text.indexOf('}', from);
    return next === -1 ? undefined : next;
  }

  #closingBraceOutsideQuotes(from: number): number | undefined {
    let quote = '';
    for (let i = from; i < this.#text.length; i++) {
      const char = this.#text.charAt(i);
      if (char === '\\') i++;
      else if (quote !== '') quote = char === quote ? '' : quote;
      else if (char === '}') return i;
      else if (char === '"' || char === "'") quote = char;
    }
    return undefined;
  }

  #operator(): WqlToken | undefined {
    const start = this.#offset;
    const text = this.#match(OPERATOR);
    if (text === undefined) return undefined;
    return this.#made(KNOWN_OPERATORS.has(text) ? 'operator' : 'foreign-operator', start);
  }

  #character(): WqlToken {
    const start = this.#offset++;
    const char = this.#text.charAt(start);
    switch (char) {
      case '(':
      case ')':
      case ',':
      case '.':
      case ';':
        return this.#made(char, start);
      case '+':
      case '-':
      case '*':
      case '/':
      case '%':
        return this.#made('arithmetic', start);
      default:
        return this.#made('stray', start);
    }
  }

  #plain(kind: PlainTokenKind, pattern: RegExp): WqlToken | undefined {
    const start = this.#offset;
    return this.#match(pattern) === undefined ? undefined : this.#made(kind, start);
  }

  #made(kind: PlainTokenKind, start: number): PlainToken {
    return { kind, start, end: this.#offset, text: this.#text.slice(start, this.#offset) };
  }

  #looks(pattern: RegExp): boolean {
    pattern.lastIndex = this.#offset;
    return pattern.test(this.#text);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset;
    const match = pattern.exec(this.#text)?.[0];
    if (match !== undefined) this.#offset += match.length;
    return match;
  }
}

function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && /\s/.test(text.charAt(trimmed - 1))) trimmed--;
  return trimmed;
}
