/**
 * From the bytes of a file to its text. Nothing is refused here; what is no text at all,
 * binary-content.ts knows.
 */
import { fromCodeUnits } from './code-units.ts';
import { byteOrderMarks, detectEncoding, isUtf8 } from './detect-encoding.ts';
import type { Encoding } from './source-file.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/** Something that did not fit the encoding; the text says what could be read. */
export interface DecodeProblem {
  /**
   * `odd-byte`: UTF-16 with half a code unit at its end, which is left out, as after a conversion
   * of line ends that took the file for ASCII. `invalid-utf-8`: bytes after a UTF-8 byte order mark
   * that are none; U+FFFD stands for them.
   */
  readonly kind: 'odd-byte' | 'invalid-utf-8';
  /** Where in the text, in UTF-16 code units. */
  readonly offset: number;
  /** One sentence without a full stop, to be read after the file's name. */
  readonly message: string;
}

export interface DecodedText {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly hadBom: boolean;
  readonly problems: readonly DecodeProblem[];
}

/** Decodes a MOF file; {@link detectEncoding} says how its encoding is found. */
export function decode(bytes: Uint8Array): DecodedText {
  const encoding = detectEncoding(bytes);
  const mark = byteOrderMarks.find((mark) => mark.encoding === encoding);
  const content = bytes.subarray(mark?.bytes.length ?? 0);
  return { encoding, hadBom: mark !== undefined, ...decodeAs(encoding, content) };
}

function decodeAs(encoding: Encoding, content: Uint8Array): Pick<DecodedText, 'text' | 'problems'> {
  switch (encoding) {
    case 'utf-8':
      return { text: decodeUtf8(content), problems: [] };
    case 'utf-8-bom':
      return decodeMarkedUtf8(content);
    case 'utf-16le':
    case 'utf-16le-bom':
      return decodeUtf16(content, true);
    case 'utf-16be':
    case 'utf-16be-bom':
      return decodeUtf16(content, false);
    case 'windows-1252':
      return { text: decodeWindows1252(content), problems: [] };
  }
}

/** `ignoreBOM` keeps U+FEFF: the one mark is already off, and another is the author's character. */
function decodeUtf8(content: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
}

function decodeMarkedUtf8(content: Uint8Array): Pick<DecodedText, 'text' | 'problems'> {
  const text = decodeUtf8(content);
  if (isUtf8(content)) return { text, problems: [] };
  const message = 'the file says that it is UTF-8, and not all of its bytes are';
  return { text, problems: [{ kind: 'invalid-utf-8', offset: text.indexOf('\ufffd'), message }] };
}

function decodeUtf16(
  content: Uint8Array,
  littleEndian: boolean,
): Pick<DecodedText, 'text' | 'problems'> {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const units = new Uint16Array(content.byteLength >> 1);
  for (let i = 0; i < units.length; i++) units[i] = view.getUint16(i * 2, littleEndian);
  const text = fromCodeUnits(units);
  if (content.byteLength % 2 === 0) return { text, problems: [] };
  const message = 'the file is UTF-16 and ends with half a character, which is left out';
  return { text, problems: [{ kind: 'odd-byte', offset: text.length, message }] };
}
