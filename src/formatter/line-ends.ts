/** Where lines end. CR CR LF, which careless conversions leave behind, is one line end here and not two. */
import type { FormatOptions } from './options.ts';

const lineEnd = /\r*\n|\r/g;

/** The lines of a text, without their ends. */
export function linesOf(text: string): readonly string[] {
  return text.split(lineEnd);
}

/** How many lines end between two offsets. */
export function countLineEnds(text: string, start: number, end: number): number {
  let feeds = 0;
  let returns = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) feeds++;
    else if (code === 0x0d) returns++;
  }
  return feeds === 0 ? returns : feeds;
}

/** The line end to write: the one that the option names, or the first that the text has. */
export function lineEndFor(text: string, option: FormatOptions['endOfLine']): string {
  switch (option) {
    case 'lf':
      return '\n';
    case 'crlf':
      return '\r\n';
    case 'cr':
      return '\r';
    case 'auto': {
      const feed = text.indexOf('\n');
      if (feed < 0) return text.includes('\r') ? '\r' : '\n';
      return text[feed - 1] === '\r' ? '\r\n' : '\n';
    }
  }
}
