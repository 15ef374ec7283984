/** Formats documents, as `mofsec format` does: what the project says of the layout goes before the editor's settings. */
import type { FormattingOptions, Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { Span } from '../../grammar/mof/ast.ts';
import type { FormatOptions } from '../../src/formatter/options.ts';
import type { View } from '../view.ts';

/** Formats a whole document; no edits where syntax errors keep it from being understood. */
export function formatDocument(view: View, options: FormattingOptions): Promise<TextEdit[]> {
  return format(view, options);
}

/** Formats the declarations that a range touches and that have no syntax error. */
export function formatRange(
  view: View,
  range: Range,
  options: FormattingOptions,
): Promise<TextEdit[]> {
  return format(view, options, view.spanOf(range));
}

/** Formats the declaration that was just closed: the text around the cursor does not move while it is written. */
export async function formatOnType(
  view: View,
  position: Position,
  _character: string,
  options: FormattingOptions,
): Promise<TextEdit[]> {
  const offset = view.offsetAt(position);
  const closed = view.parsed.document.items.find(
    ({ end, incomplete }) => end === offset && incomplete !== true,
  );
  return closed === undefined || !view.source.text.slice(0, offset).endsWith('};')
    ? []
    : format(view, options, { start: offset - 1, end: offset });
}

/** The formatter is loaded when it is first asked for: a server that formats nothing starts without it. */
async function format(
  view: View,
  { tabSize, insertSpaces }: FormattingOptions,
  span?: Span,
): Promise<TextEdit[]> {
  const { formatEdits } = await import('../../src/formatter/format.ts');
  const { environment, folder } = view.project;
  const options: Partial<FormatOptions> = {
    tabWidth: tabSize,
    useTabs: !insertSpaces,
    ...(await environment.layoutFor?.(folder, view.source.path)),
  };
  return formatEdits(view.source.text, options, span).map(({ start, end, text }) => ({
    range: view.rangeOf({ start, end }),
    newText: text,
  }));
}
