/** Columns for those who count the bytes of UTF-8. */
import type { Position, SourceFile } from '../text/source-file.ts';

/** Of a text, the bytes before every so many code units are kept: a long line is not counted anew for each finding. */
const step = 1024;

export class Utf8Columns {
  readonly #file: SourceFile;
  /** The bytes before the code unit `index * step`. */
  readonly #bytes: readonly number[];

  constructor(file: SourceFile) {
    this.#file = file;
    const bytes = [0];
    for (let start = 0; start < file.text.length; start += step) {
      bytes.push((bytes.at(-1) ?? 0) + byteLength(file.text, start, start + step));
    }
    this.#bytes = bytes;
  }

  /** A position whose column counts bytes, from 1. */
  positionAt(offset: number): Position {
    const { line, column } = this.#file.positionAt(offset);
    const lineStart = this.#file.lineStarts[line - 1] ?? 0;
    const bytes = this.#bytesBefore(lineStart + column - 1) - this.#bytesBefore(lineStart);
    return { line, column: bytes + 1 };
  }

  #bytesBefore(offset: number): number {
    const index = Math.floor(offset / step);
    return (this.#bytes[index] ?? 0) + byteLength(this.#file.text, index * step, offset);
  }
}

/** The bytes of a stretch; each half of a surrogate pair is half of its four bytes. */
function byteLength(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let index = start; index < Math.min(end, text.length); index++) {
    const code = text.charCodeAt(index);
    const isSurrogate = code >= 0xd800 && code <= 0xdfff;
    bytes += code < 0x80 ? 1 : code < 0x800 || isSurrogate ? 2 : 3;
  }
  return bytes;
}
