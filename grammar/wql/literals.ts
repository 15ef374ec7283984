/** The values of WQL's literals, and the way from a value back to the text of the query. */
import type { IntegerLiteral, RealLiteral, Span, StringLiteral } from './ast.ts';
import type { PlainToken, StringToken } from './tokens.ts';

/** The escapes of WQL: a backslash before a backslash or a quote (where-clause.md). Before others it stands for itself. */
const ESCAPE = /\\([\\"'])/g;

/** The text that WMI compares with, for the text between the quotes. */
export function unescapeWql(raw: string): string {
  return raw.replaceAll(ESCAPE, '$1');
}

/** The inverse of {@link unescapeWql} for a text in these quotes. */
export function escapeWql(value: string, quote: '"' | "'"): string {
  return value.replaceAll(quote === '"' ? /[\\"]/g : /[\\']/g, String.raw`\$&`);
}

export function stringLiteral(
  { start, end, quote, content }: StringToken,
  text: string,
): StringLiteral {
  const raw = text.slice(content.start, content.end);
  return { kind: 'StringLiteral', start, end, quote, raw, value: unescapeWql(raw), content };
}

/** The literal of a number with its sign; the token's kind says that it is one. */
export function numberLiteral(
  token: PlainToken,
  sign: PlainToken | undefined,
): IntegerLiteral | RealLiteral {
  const span = { start: sign?.start ?? token.start, end: token.end };
  const raw = (sign?.text ?? '') + token.text;
  const isNegative = sign?.text === '-';
  if (token.kind === 'real') {
    const value = Number(token.text);
    return { kind: 'RealLiteral', ...span, raw, value: isNegative ? -value : value };
  }
  const value = BigInt(token.text);
  const base = /^0x/i.test(token.text) ? 'hexadecimal' : 'decimal';
  return { kind: 'IntegerLiteral', ...span, raw, base, value: isNegative ? -value : value };
}

/** Where in the query the character at `offset` of a string's value stands; its end for the value's length. */
export function queryOffset(literal: StringLiteral, offset: number): number {
  let rest = offset;
  let at = 0;
  while (rest > 0 && at < literal.raw.length) {
    at += isEscape(literal.raw, at) ? 2 : 1;
    rest--;
  }
  return literal.content.start + at;
}

/**
 * The backslashes of a string that are no part of an escape: WMI wants each written twice, but in LIKE
 * (where-clause.md, MS-WMI 2.2.1).
 */
export function singleBackslashesOf(literal: StringLiteral): readonly Span[] {
  const found: Span[] = [];
  for (let at = 0; at < literal.raw.length; at++) {
    if (isEscape(literal.raw, at)) {
      at++;
    } else if (literal.raw.charAt(at) === '\\') {
      const start = literal.content.start + at;
      found.push({ start, end: start + 1 });
    }
  }
  return found;
}

function isEscape(raw: string, at: number): boolean {
  return raw.charAt(at) === '\\' && /[\\"']/.test(raw.charAt(at + 1));
}
