/**
 * The Western European code page, which Windows calls ANSI. It differs from Latin-1 between 0x80
 * and 0x9F alone; the five bytes that the code page leaves undefined stand for the C1 controls of
 * the same number, as in the WHATWG Encoding Standard, so that every byte has a character and comes
 * back as it was.
 */
import { fromCodeUnits } from './code-units.ts';

const from80 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const codeUnitOfByte = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? from80.charCodeAt(byte - 0x80) : byte,
);

const byteOfCodeUnit: ReadonlyMap<number, number> = new Map(
  [...codeUnitOfByte].map((unit, byte) => [unit, byte]),
);

/** Every byte sequence is text in this code page. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return fromCodeUnits(Uint16Array.from(bytes, (byte) => codeUnitOfByte[byte] ?? byte));
}

/** The bytes of a text, or undefined where a character is not in the code page. */
export function encodeWindows1252(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = byteOfCodeUnit.get(text.charCodeAt(i));
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}
