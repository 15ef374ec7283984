/** A damaged text as it was meant, which remembers where in the source each of its characters stands. */
import type { Span } from '../ast.ts';
import type { SyntaxEdit } from '../problem.ts';

/** A text after edits, which are in order and do not overlap. */
export function edited(text: string, edits: readonly SyntaxEdit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const edit of edits) {
    parts.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  return [...parts, text.slice(from)].join('');
}

/** The source with edits made in it. Offsets are UTF-16 offsets. */
export class RepairedText {
  readonly text: string;
  /** Of each character, where in the source what it stands for begins and ends. */
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;

  private constructor(text: string, starts: Uint32Array, ends: Uint32Array) {
    this.text = text;
    this.#starts = starts;
    this.#ends = ends;
  }

  /** A text in which nothing has been repaired yet. */
  static of(source: string): RepairedText {
    const starts = Uint32Array.from({ length: source.length }, (_, at) => at);
    return new RepairedText(
      source,
      starts,
      starts.map((at) => at + 1),
    );
  }

  /**
   * The text after further edits, whose offsets count in this text; they are in order and do not overlap. Where the
   * new text is as long as the old one, each character stands for its own; otherwise each stands for the whole.
   */
  with(edits: readonly SyntaxEdit[]): RepairedText {
    const text = edited(this.text, edits);
    const starts = new Uint32Array(text.length);
    const ends = new Uint32Array(text.length);
    let length = 0;
    let from = 0;
    const keep = (until: number): void => {
      starts.set(this.#starts.subarray(from, until), length);
      ends.set(this.#ends.subarray(from, until), length);
      length += until - from;
      from = until;
    };
    for (const edit of edits) {
      keep(edit.start);
      const { start, end } = this.spanOf(edit.start, edit.end);
      const isOneToOne = edit.text.length === edit.end - edit.start;
      for (let i = 0; i < edit.text.length; i++) {
        starts[length + i] = isOneToOne ? (this.#starts[edit.start + i] ?? start) : start;
        ends[length + i] = isOneToOne ? (this.#ends[edit.start + i] ?? end) : end;
      }
      length += edit.text.length;
      from = edit.end;
    }
    keep(this.text.length);
    return new RepairedText(text, starts, ends);
  }

  /** Where in the source a stretch of this text stands; an empty one stays empty. */
  spanOf(start: number, end: number): Span {
    if (start < end) return { start: this.#starts[start] ?? 0, end: this.#ends[end - 1] ?? 0 };
    const at = this.#starts[start] ?? this.#ends.at(-1) ?? 0;
    return { start: at, end: at };
  }

  /**
   * Where the characters from `start` on stand in the source, `length` of them; undefined where they stand there side
   * by side from `at` on.
   */
  placesFrom(start: number, length: number, at: number): readonly Span[] | undefined {
    let plain = 0;
    while (
      plain < length &&
      this.#starts[start + plain] === at + plain &&
      this.#ends[start + plain] === at + plain + 1
    ) {
      plain++;
    }
    if (plain === length) return undefined;
    return Array.from({ length }, (_, i) => this.spanOf(start + i, start + i + 1));
  }

  /** Edits of this text as edits of the source. */
  inSource(edits: readonly SyntaxEdit[]): readonly SyntaxEdit[] {
    return edits.map(({ start, end, text }) => ({ ...this.spanOf(start, end), text }));
  }
}
