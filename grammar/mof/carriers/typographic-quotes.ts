/** MOF that passed through a word processor or a web page, which made its straight quotes curly. */
import type { SyntaxEdit } from '../problem.ts';
import { type Damage, type DamagedText, inPlaces } from './damage.ts';

/** Quotes that word processors, web pages and keyboards of other languages put in place of `"`. */
const CURLY = /[\u201c-\u201f\u00ab\u00bb\u2033\uff02]/;
const CURLY_OR_CODE = /[\u201c-\u201f\u00ab\u00bb\u2033\uff02]|"|\/\/|\/\*/g;
/** What ends a string: `;`, `,`, a closing bracket, or another string. */
const ENDS_STRING = /[ \t]*(?:[;,)}\]:]|[\r\n]|$)/y;

/** Strings in curly quotes, also where only one of the two is curly, and the escaped quotes inside them. */
export function typographicQuotes({ text }: DamagedText): Damage | undefined {
  if (!CURLY.test(text)) return undefined;
  const edits = new Scan(text).edits();
  const [first] = edits;
  if (first === undefined) return undefined;
  const { start, end } = first;
  return {
    code: 'carrier-typographic-quotes',
    start,
    end,
    message:
      `Typographic quotes (${text.slice(start, end)}) make no string; a word processor or a web page put them in place ` +
      `of straight ones. Write "${inPlaces(edits.length)}.`,
    title: 'Write straight quotes',
    edits,
    certain: true,
  };
}

/** The offset of the last curly quote, or -1. */
function lastCurlyIn(line: string): number {
  for (let at = line.length - 1; at >= 0; at--) if (CURLY.test(line.charAt(at))) return at;
  return -1;
}

const LINE_END = /[\r\n]|$/g;

/** One pass over the text that tells code, comments and strings apart. */
class Scan {
  readonly #text: string;
  readonly #edits: SyntaxEdit[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  edits(): readonly SyntaxEdit[] {
    for (;;) {
      CURLY_OR_CODE.lastIndex = this.#at;
      const match = CURLY_OR_CODE.exec(this.#text);
      if (match === null) return this.#edits;
      this.#at = match.index + match[0].length;
      if (match[0] === '//') this.#skipTo(/[\r\n]|$/g);
      else if (match[0] === '/*') this.#skipTo(/\*\/|$/g);
      else if (match[0] === '"') this.#straight();
      else this.#curly(match.index);
    }
  }

  #skipTo(end: RegExp): void {
    end.lastIndex = this.#at;
    const match = end.exec(this.#text);
    this.#at = match === null ? this.#text.length : match.index + match[0].length;
  }

  /** In straight quotes, a curly one is text, unless it is the only one that can end the string on its line. */
  #straight(): void {
    let curlyEnd: number | undefined;
    for (let at = this.#at; at < this.#text.length; at++) {
      const char = this.#text.charAt(at);
      if (char === '\\') at++;
      else if (char === '"') {
        this.#at = at + 1;
        return;
      } else if (CURLY.test(char) && this.#endsString(at + 1)) curlyEnd = at;
      else if ((char === '\n' || char === '\r') && curlyEnd !== undefined) break;
    }
    if (curlyEnd === undefined) this.#at = this.#text.length;
    else this.#straighten(curlyEnd);
  }

  /** In curly quotes, the next one ends the string, but for escaped ones. Straight ones inside need an escape. */
  #curly(open: number): void {
    const opening = this.#edits.length;
    this.#straighten(open);
    let lineEnd = -1;
    let lastCurly = -1;
    for (let at = open + 1; at < this.#text.length; at++) {
      if (at > lineEnd) {
        lineEnd = this.#lineEnd(at);
        lastCurly = at + lastCurlyIn(this.#text.slice(at, lineEnd));
      }
      const char = this.#text.charAt(at);
      if (char === '\\') {
        if (CURLY.test(this.#text.charAt(at + 1))) this.#straighten(at + 1);
        at++;
      } else if (CURLY.test(char)) {
        this.#straighten(at);
        return;
      } else if (char === '"') {
        if (at > lastCurly && this.#endsString(at + 1)) {
          this.#at = at + 1;
          return;
        }
        this.#edits.push({ start: at, end: at, text: '\\' });
      }
    }
    // Nothing ends it: no string after all, nor is anything that comes after it.
    this.#edits.length = opening;
    this.#at = this.#text.length;
  }

  #lineEnd(from: number): number {
    LINE_END.lastIndex = from;
    return LINE_END.exec(this.#text)?.index ?? this.#text.length;
  }

  #endsString(at: number): boolean {
    ENDS_STRING.lastIndex = at;
    return ENDS_STRING.test(this.#text);
  }

  #straighten(at: number): void {
    this.#edits.push({ start: at, end: at + 1, text: '"' });
    this.#at = at + 1;
  }
}
