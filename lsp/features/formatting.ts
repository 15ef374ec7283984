/** Formats documents. */
import type { FormattingOptions, Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { View } from '../view.ts';

/** Formats a whole document; none where it has syntax errors. */
export function formatDocument(_view: View, _options: FormattingOptions): Promise<TextEdit[]> {
  return Promise.resolve([]);
}

/** Formats the declarations that a range touches. */
export function formatRange(
  _view: View,
  _range: Range,
  _options: FormattingOptions,
): Promise<TextEdit[]> {
  return Promise.resolve([]);
}

/** Formats the declaration that was just closed. */
export function formatOnType(
  _view: View,
  _position: Position,
  _character: string,
  _options: FormattingOptions,
): Promise<TextEdit[]> {
  return Promise.resolve([]);
}
