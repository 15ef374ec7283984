/** Stretches of the source that are printed as they stand, because they are no MOF until a preprocessor has run. */
import type { Span } from '../../grammar/mof/ast.ts';
import type { SourceFile } from '../text/source-file.ts';
import { asciiOnly } from './literals.ts';

/** Where something begins that is more than names and punctuation. */
const start = /\/\/|\/\*|["']|\$[A-Za-z_\u0080-\uffef][\w\u0080-\uffef]*|^[ \t]*#/gm;

/** What would change what a terminal shows. */
const unprintable = /[\0-\x08\x0b-\x1f\x7f-\x9f]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * The text of a span but for its line ends, its aliases, and characters outside ASCII in literals and comments. Names
 * keep theirs: MOF has no escapes there.
 *
 * @param aliases The aliases of the file, by folded name, as they are printed.
 */
export function sourceText(
  { text }: SourceFile,
  span: Span,
  aliases: ReadonlyMap<string, string>,
): string {
  const stretch = text.slice(span.start, span.end).replaceAll(/\r\n?/g, '\n').trimEnd();
  const parts: string[] = [];
  respell(stretch, aliases, parts);
  return parts.join('');
}

/** @param isLine Whether the text is a line for the C preprocessor, where a quote may lack its partner. */
function respell(
  text: string,
  aliases: ReadonlyMap<string, string>,
  parts: string[],
  isLine = false,
): void {
  const pattern = new RegExp(start);
  let end = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [token] = match;
    if (token.endsWith('#') && isLine) continue;
    parts.push(printable(text.slice(end, match.index)));
    end = endOf(token, text, pattern.lastIndex, isLine);
    const whole = text.slice(match.index, end);
    if (token.startsWith('$')) parts.push(aliases.get(token.toLowerCase()) ?? token);
    else if (token.endsWith('#')) respell(whole, aliases, parts, true);
    else parts.push(asciiOnly(whole));
    pattern.lastIndex = end;
  }
  parts.push(printable(text.slice(end)));
}

/** Where that ends which begins with `token`. */
function endOf(token: string, text: string, from: number, isLine: boolean): number {
  switch (token) {
    case '//':
      return orEnd(text, text.indexOf('\n', from));
    case '/*': {
      const close = text.indexOf('*/', from);
      return close < 0 ? text.length : close + 2;
    }
    case '"':
      return endOfLiteral(token, text, from, isLine);
    case "'":
      return endOfLiteral(token, text, from, true);
    default:
      return token.startsWith('$') ? from : endOfLine(text, from);
  }
}

function endOfLiteral(quote: string, text: string, from: number, endsWithLine: boolean): number {
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === quote) return at + 1;
    else if (char === '\n' && endsWithLine) return at;
  }
  return text.length;
}

/** The end of a line with those on which a backslash continues it. */
function endOfLine(text: string, from: number): number {
  let end = text.indexOf('\n', from);
  while (end > 0 && text.charAt(end - 1) === '\\') end = text.indexOf('\n', end + 1);
  return orEnd(text, end);
}

function orEnd(text: string, found: number): number {
  return found < 0 ? text.length : found;
}

function printable(text: string): string {
  return text.replaceAll(unprintable, asciiOnly);
}
