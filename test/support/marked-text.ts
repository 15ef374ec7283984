/** Texts with `⟦` and `⟧` around the characters that a test is about. */

export interface MarkedText {
  /** The text without the marks. */
  readonly text: string;
  /** The marked ranges in order; they may be empty but do not nest. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

export function readMarks(marked: string): MarkedText {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let start: number | undefined;
  for (const char of marked) {
    if (char === '⟦') {
      start = text.length;
    } else if (char === '⟧' && start !== undefined) {
      spans.push({ start, end: text.length });
      start = undefined;
    } else {
      text += char;
    }
  }
  return { text, spans };
}
