/** Base64, as far as it hides text from a reader. */

const alphabet = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map((letter, value) => [
    letter,
    value,
  ]),
);

/** Longer texts are decoded up to here: nobody reads more in a message. */
const LONGEST = 65_536;

/** The bytes of base64 text; undefined when it is none. Padding may be missing. */
export function decodeBase64(text: string): readonly number[] | undefined {
  const digits = text.slice(0, LONGEST).replace(/={1,2}$/, '');
  if (digits.length % 4 === 1) return undefined;
  const bytes: number[] = [];
  let bits = 0;
  let width = 0;
  for (const digit of digits) {
    const value = alphabet.get(digit);
    if (value === undefined) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    width += 6;
    if (width >= 8) {
      width -= 8;
      bytes.push((bits >> width) & 0xff);
    }
  }
  return bytes;
}

/** The text of UTF-16LE in base64, as PowerShell's `-EncodedCommand` takes it; undefined when it is none. */
export function decodeUtf16Base64(text: string): string | undefined {
  const bytes = decodeBase64(text);
  if (bytes === undefined || bytes.length < 2) return undefined;
  const units: string[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    units.push(String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)));
  }
  const decoded = units.join('');
  return isText(decoded) ? decoded : undefined;
}

/** Nearly all of a command is ASCII; bytes read at random are not. */
function isText(text: string): boolean {
  const plain = text.match(/[\t\n\r\x20-\x7e]/g)?.length ?? 0;
  return plain >= text.length * 0.8;
}
