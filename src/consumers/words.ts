/** The words of a command line, as the C runtime of Windows splits it. */
import type { Span } from './templates.ts';

/** A word with its quotation marks in `start` to `end`, and without them in `text`. */
export interface Word extends Span {
  readonly text: string;
  readonly quoted: boolean;
}

/** The program of a command line, as CreateProcess reads it: up to the closing quotation mark, or to white space. */
export function programWord(line: string, from = 0): Word | undefined {
  const start = skipBlanks(line, from);
  if (start >= line.length) return undefined;
  if (line[start] === '"') {
    const close = line.indexOf('"', start + 1);
    const end = close < 0 ? line.length : close + 1;
    return {
      start,
      end,
      text: line.slice(start + 1, close < 0 ? line.length : close),
      quoted: true,
    };
  }
  let end = start;
  while (end < line.length && !isBlank(line[end])) end++;
  return { start, end, text: line.slice(start, end), quoted: false };
}

/** The words of `line` between two offsets. A backslash before a quotation mark makes that an ordinary character. */
export function wordsOf(line: string, from = 0, to = line.length): readonly Word[] {
  const words: Word[] = [];
  let at = skipBlanks(line, from);
  while (at < to) {
    const word = wordAt(line, at, to);
    words.push(word);
    at = skipBlanks(line, word.end);
  }
  return words;
}

function wordAt(line: string, start: number, to: number): Word {
  const letters: string[] = [];
  let at = start;
  let inside = false;
  let quoted = false;
  while (at < to && (inside || !isBlank(line[at]))) {
    const letter = line[at] ?? '';
    if (letter === '\\' && line[at + 1] === '"' && at + 1 < to) {
      letters.push('"');
      at += 2;
      continue;
    }
    if (letter === '"') {
      inside = !inside;
      quoted = true;
    } else {
      letters.push(letter);
    }
    at++;
  }
  return { start, end: at, text: letters.join(''), quoted };
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (at < line.length && isBlank(line[at])) at++;
  return at;
}

function isBlank(letter: string | undefined): boolean {
  return letter === ' ' || letter === '\t' || letter === '\n' || letter === '\r';
}
