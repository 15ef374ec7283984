/** Fixes that several rules offer. */
import type { StringValue, Value } from '../../grammar/mof/ast.ts';
import { sourceSpanOf } from '../../grammar/mof/literals.ts';
import type { InstanceSymbol } from '../compiler/model.ts';
import type { Fix, TextEdit } from '../diagnostics/diagnostic.ts';
import { encodeSid } from '../security/sid.ts';
import { administratorsSid } from '../security/trustees.ts';
import type { SourceFile } from '../text/source-file.ts';

/** A descriptor by which only Administrators may publish (--eventfilter.md). */
export const restrictiveEventAccess = 'O:BAG:BAD:(A;;0x80;;;BA)';

/** `{1, 2, 0, ...}` */
export function byteArrayText(bytes: readonly number[]): string {
  return `{${bytes.join(', ')}}`;
}

/** The array of the SID that WMI's documentation writes into every subscription. */
export const administratorsArray = byteArrayText(encodeSid(administratorsSid));

/** Replaces a value. */
export function replaceValue(file: SourceFile, value: Value, text: string): TextEdit {
  return { file, start: value.start, end: value.end, text };
}

/** Replaces part of a string by text, with escapes where it needs them; the offsets count in the string's value. */
export function replaceInString(
  file: SourceFile,
  value: StringValue,
  start: number,
  end: number,
  text: string,
): TextEdit {
  return { file, ...sourceSpanOf(value, start, end), text: escapeText(text) };
}

/** Text as it stands between the quotation marks of a literal. */
function escapeText(text: string): string {
  return text.replaceAll(/["\\]|\p{Cc}/gu, (character) =>
    character === '"' || character === '\\'
      ? `\\${character}`
      : `\\x${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Adds a property to a whole instance, on a line of its own before the closing brace where that has one. */
export function addProperty({ file, node }: InstanceSymbol, text: string): TextEdit {
  const brace = Math.max(node.body.start, node.body.end - 1);
  const lineStart = file.text.lastIndexOf('\n', brace - 1) + 1;
  const before = file.text.slice(lineStart, brace);
  if (lineStart > node.body.start && /^[ \t]*$/u.test(before)) {
    const lineEnd = file.text[lineStart - 2] === '\r' ? '\r\n' : '\n';
    return { file, start: lineStart, end: lineStart, text: `${before}  ${text}${lineEnd}` };
  }
  const gap = /\s$/u.test(before) ? '' : ' ';
  return { file, start: brace, end: brace, text: `${gap}${text} ` };
}

/** Offers an edit that needs a person's judgement. */
export function suggestion(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, safety: 'suggestion', edits };
}

/** Offers an edit that keeps the meaning. */
export function safeFix(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, safety: 'safe', edits };
}
