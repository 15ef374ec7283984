/** Markdown for people, made of texts that may be hostile. */
import { escapeControls } from '../src/diagnostics/escape.ts';

/** A text as it is: no character of it formats, links or embeds anything. Its lines stay lines. */
export function plain(text: string): string {
  return linesOf(text)
    .map((line) => line.replaceAll(/[\\`*_[\]<>#&|~]|:(?=\/\/)|(?<=www)\./gi, String.raw`\$&`))
    .join('\n');
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n]/).map(escapeControls);
}

/** A text as code within a line. */
export function code(text: string): string {
  const shown = escapeControls(text);
  const fence = fenceFor(shown, 1);
  // A blank keeps a backtick of the text apart from the fence, and does not show.
  const gap = /^[`\s]|[`\s]$/.test(shown) || shown === '' ? ' ' : '';
  return `${fence}${gap}${shown}${gap}${fence}`;
}

/** A text as a block of code; its lines stay lines. */
export function codeBlock(language: string, text: string): string {
  const shown = linesOf(text).join('\n');
  const fence = fenceFor(shown, 3);
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** More backticks than stand together anywhere in the text. */
function fenceFor(text: string, least: number): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  return '`'.repeat(Math.max(least, longest + 1));
}

/** Paragraphs; those that are undefined or empty are left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** The first characters of a text that may be very long. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}
