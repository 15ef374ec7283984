/** Where a name is used. */
import type { DocumentHighlight, Location, Position } from 'vscode-languageserver-types';
import type { View } from '../view.ts';

/** Where what stands at a position is used, in all files of the folder. */
export function references(
  _view: View,
  _position: Position,
  _includeDeclaration: boolean,
): Location[] {
  return [];
}

/** Where what stands at a position stands in the file. */
export function documentHighlights(_view: View, _position: Position): DocumentHighlight[] {
  return [];
}
