/** How other languages write what their string literals hold, as edits that turn it into what it stands for. */
import type { SyntaxEdit } from '../problem.ts';

/** The edits up to where a literal ends. */
export interface DecodedStretch {
  readonly edits: readonly SyntaxEdit[];
  /** Behind what ends it. */
  readonly end: number;
  /** Whether something ends it. */
  readonly closed: boolean;
}

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
  ['a', '\u0007'],
]);

const UNICODE = /u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})/y;

/**
 * Undoes the escapes of C, Java, JavaScript, Python, JSON ... from `start` on: `\\` is a backslash, `\"` a quote,
 * `\n` a line break, `\u0026` a character. `string`: up to the quote that ends the MOF string which began with `\"`.
 * A quote: up to that character without a backslash. `end`: up to the end of the text.
 */
export function backslashEdits(
  text: string,
  start: number,
  until: 'string' | '"' | "'" | '`' | 'end',
): DecodedStretch {
  const edits: SyntaxEdit[] = [];
  const closing = until === 'string' ? '"' : until;
  const notable = new RegExp(closing === 'end' ? '\\\\+' : `\\\\+|${closing}`, 'g');
  let at = start;
  for (;;) {
    notable.lastIndex = at;
    const match = notable.exec(text);
    if (match === null) return { edits, end: text.length, closed: false };
    const [run] = match;
    at = match.index + run.length;
    if (run === closing) return { edits, end: at, closed: until !== 'string' };
    const kept = '\\'.repeat(run.length >> 1);
    if (run.length % 2 === 0) {
      edits.push({ start: match.index, end: at, text: kept });
      continue;
    }
    const escape = escapeAt(text, at);
    edits.push({ start: match.index, end: at + escape.length, text: kept + escape.text });
    at += escape.length;
    const closesString = escape.text === '"' && kept.length % 2 === 0;
    if (until === 'string' && closesString) return { edits, end: at, closed: true };
  }
}

/** What a single backslash and what follows it stand for; an unknown escape stands for its letter. */
function escapeAt(text: string, at: number): { readonly length: number; readonly text: string } {
  UNICODE.lastIndex = at;
  const code = UNICODE.exec(text);
  if (code !== null) {
    const value = Number.parseInt(code[1] ?? code[2] ?? '', 16);
    return { length: code[0].length, text: String.fromCharCode(value) };
  }
  const char = text.charAt(at);
  // A line that is continued.
  if (char === '\r' && text.charAt(at + 1) === '\n') return { length: 2, text: '' };
  if (char === '\r' || char === '\n') return { length: 1, text: '' };
  return { length: char.length, text: CONTROLS.get(char) ?? char };
}

/** Undoes the escapes of PowerShell's double quotes: a backtick and the character that it protects. */
export function backtickEdits(text: string, start: number, end: number): readonly SyntaxEdit[] {
  return Array.from(text.slice(start, end).matchAll(/`([\s\S])/g), ({ index, 1: char = '' }) => ({
    start: start + index,
    end: start + index + 2,
    text: CONTROLS.get(char) ?? char,
  }));
}

/** A run of quotes, each of which stands twice. */
export function doubledQuoteEdits(start: number, run: string): readonly SyntaxEdit[] {
  return Array.from({ length: run.length >> 1 }, (_, i) => ({
    start: start + 2 * i,
    end: start + 2 * i + 2,
    text: '"',
  }));
}

/** A namespace, behind the quote that begins it, that was escaped once more than MOF needs. */
export const TWICE_ESCAPED = /"(?:\\{8}[.\w]|root\\{4}\w)/i;
