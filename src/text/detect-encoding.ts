/** Which encoding the bytes of a MOF file are in. */
import type { Encoding } from './source-file.ts';

/** How much of a file is looked at where the whole would tell no more. */
const sampleSize = 8192;

/** The bytes that announce an encoding, U+FEFF written in it. */
export const byteOrderMarks: readonly {
  readonly encoding: Encoding;
  readonly bytes: readonly number[];
}[] = [
  { encoding: 'utf-8-bom', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le-bom', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be-bom', bytes: [0xfe, 0xff] },
];

/**
 * By byte order mark; else UTF-16 where that is evident; else UTF-8 where every byte fits (ASCII is
 * UTF-8); else windows-1252, which any bytes are text in.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const mark = byteOrderMarks.find((mark) => startsWith(bytes, mark.bytes));
  return mark?.encoding ?? unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** Whether a file begins with these bytes. */
export function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/**
 * UTF-16 without a byte order mark. MOF is written in ASCII save for strings and comments, so in
 * one of the two byte orders many pairs are an ASCII character; data also has pairs of NULs, and
 * text has none.
 */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const pairs = Math.min(bytes.length, sampleSize) >> 1;
  let little = 0;
  let big = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    const first = bytes[i] ?? 0;
    const second = bytes[i + 1] ?? 0;
    if (first === 0 && second === 0) return undefined;
    if (second === 0 && isAsciiText(first)) little++;
    if (first === 0 && isAsciiText(second)) big++;
  }
  const evident = (these: number, others: number): boolean =>
    these > 0 && these >= pairs * 0.4 && these >= others * 4;
  if (evident(little, big)) return 'utf-16le';
  return evident(big, little) ? 'utf-16be' : undefined;
}

function isAsciiText(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d);
}

/** Whether the bytes are UTF-8 throughout: no overlong forms, no surrogates, no half characters. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
