/** New names for aliases and classes. */
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { View } from '../view.ts';

/** What would be renamed; null where nothing can be. */
export function prepareRename(
  _view: View,
  _position: Position,
): { range: Range; placeholder: string } | null {
  return null;
}

/** Renames what stands at a position, everywhere. */
export function rename(_view: View, _position: Position, _newName: string): WorkspaceEdit | null {
  return null;
}
