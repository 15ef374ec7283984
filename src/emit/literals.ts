/** Values as literals of MOF in their one canonical, pure ASCII form. */

// Printable ASCII but for the quote and the backslash.
const plain = /^[ !#-[\]-~]*$/;
const special = /[^ !#-[\]-~]/g;
const specialInChar = /[^ -&(-[\]-~]/g;

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["'", "\\'"],
  ['\\', '\\\\'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
]);

/** A string literal, quotes included. */
export function stringLiteral(value: string): string {
  return `"${plain.test(value) ? value : value.replaceAll(special, escape)}"`;
}

/** A char16 literal, quotes included. */
export function charLiteral(value: string): string {
  return `'${value.replaceAll(specialInChar, escape)}'`;
}

/** Characters outside ASCII as escapes; for text that is not ours to understand. */
export function asciiOnly(text: string): string {
  return text.replaceAll(/[^\t\n -~]/g, escape);
}

/** `\x` takes one to four digits, so four are written: the next character may be a digit too. */
function escape(char: string): string {
  return (
    escapes.get(char) ?? `\\x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  );
}

/** A text in pieces, each but the last ending with a line break. */
export function splitAtLineBreaks(value: string): readonly string[] {
  if (!value.includes('\n')) return [value];
  const lines: string[] = [];
  let from = 0;
  while (from < value.length) {
    const lineBreak = value.indexOf('\n', from);
    const to = lineBreak < 0 ? value.length : lineBreak + 1;
    lines.push(value.slice(from, to));
    from = to;
  }
  return lines;
}

/**
 * The shortest literal that reads back as the same number, always with a decimal point. A number beyond the range
 * of a double keeps its digits.
 */
export function realLiteral(value: number, raw: string): string {
  if (!Number.isFinite(value)) return hugeLiteral(raw);
  if (Object.is(value, -0)) return '-0.0';
  const shortest = String(value);
  return shortest.includes('.') ? shortest : shortest.replace(/^-?[0-9]+/, '$&.0');
}

/** One digit, the others, and an exponent, whatever the spelling is. */
function hugeLiteral(raw: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(raw) ?? [];
  const digits = whole + fraction;
  const first = digits.search(/[1-9]/);
  if (first < 0) return raw.toLowerCase();
  let end = digits.length;
  while (digits.charAt(end - 1) === '0') end--;
  const power = BigInt(exponent) + BigInt(whole.length - first - 1);
  const rest = digits.slice(first + 1, end) || '0';
  return `${sign === '-' ? '-' : ''}${digits.charAt(first)}.${rest}e+${power}`;
}
