/** From text back to bytes, in the encoding that the file had. */
import { byteOrderMarks } from './detect-encoding.ts';
import type { Encoding } from './source-file.ts';
import { encodeWindows1252 } from './windows-1252.ts';

/**
 * The bytes of a text in an encoding, with the byte order mark where the encoding has one.
 *
 * What {@link decode} read without a problem comes back as it was. A text that has got a character
 * which windows-1252 lacks comes out as UTF-8 with a mark, because without one it would be read as
 * windows-1252.
 */
export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
    case 'utf-8-bom':
      return withMark(encoding, new TextEncoder().encode(text));
    case 'utf-16le':
    case 'utf-16le-bom':
      return withMark(encoding, encodeUtf16(text, true));
    case 'utf-16be':
    case 'utf-16be-bom':
      return withMark(encoding, encodeUtf16(text, false));
    case 'windows-1252':
      return encodeWindows1252(text) ?? encode(text, 'utf-8-bom');
  }
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

function withMark(encoding: Encoding, content: Uint8Array): Uint8Array {
  const mark = byteOrderMarks.find((mark) => mark.encoding === encoding)?.bytes ?? [];
  const bytes = new Uint8Array(mark.length + content.length);
  bytes.set(mark);
  bytes.set(content, mark.length);
  return bytes;
}
