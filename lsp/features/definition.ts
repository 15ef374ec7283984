/** Where a name is declared. */
import type { Location, Position } from 'vscode-languageserver-types';
import type { View } from '../view.ts';

/** Where what stands at a position is declared. */
export function definition(_view: View, _position: Position): Location[] {
  return [];
}
