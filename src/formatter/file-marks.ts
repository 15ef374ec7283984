/** The marks in a file's first comment that prettier's `--require-pragma` and `--check-ignore-pragma` look for. */

const firstComment = /^\s*(?:\/\*(?<block>[^]*?)\*\/|(?<lines>\/\/.*(?:\s*\/\/.*)*))/;

/** Whether a file asks to be formatted. */
export function hasFormatMark(text: string): boolean {
  return /@(?:format|prettier)\b/.test(headOf(text));
}

/** Whether a file asks to be left alone. */
export function hasNoFormatMark(text: string): boolean {
  return /@(?:noformat|noprettier)\b/.test(headOf(text));
}

/** A file that asks to be formatted. */
export function withFormatMark(text: string): string {
  return `// @format\n\n${text}`;
}

function headOf(text: string): string {
  return firstComment.exec(text)?.[0] ?? '';
}
