/** A decoded text with a name, and the way from offsets to lines and columns. */

export type Encoding =
  | 'utf-8'
  | 'utf-8-bom'
  | 'utf-16le'
  | 'utf-16le-bom'
  | 'utf-16be'
  | 'utf-16be-bom'
  | 'windows-1252';

/** A line and a column, both counted from 1; the column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A file's decoded text. Offsets are UTF-16 code units into {@link SourceFile.text}; a BOM is not part of it. */
export class SourceFile {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  #lineStarts: readonly number[] | undefined;

  /**
   * @param path how messages name the file: relative to where the user stands, with `/`
   * @param text the decoded text, without a BOM
   */
  constructor(path: string, text: string, encoding: Encoding = 'utf-8') {
    this.path = path;
    this.text = text;
    this.encoding = encoding;
  }

  /** Offsets at which lines start; CRLF, LF and a lone CR each end a line. Computed on first use. */
  get lineStarts(): readonly number[] {
    this.#lineStarts ??= findLineStarts(this.text);
    return this.#lineStarts;
  }

  /** The position of an offset; offsets outside the text are clamped to it. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: clamped - (starts[low] ?? 0) + 1 };
  }

  /** The text of a line (counted from 1) without its line end; empty for a line that does not exist. */
  lineText(line: number): string {
    const start = this.lineStarts[line - 1];
    if (start === undefined) return '';
    const next = this.lineStarts[line] ?? this.text.length;
    return this.text.slice(start, next).replace(/(?:\r\n|\r|\n)$/, '');
  }
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) starts.push(i + 1);
  }
  return starts;
}
