/** What stands under the pointer, explained. */
import type { Hover, Position } from 'vscode-languageserver-types';
import type { View } from '../view.ts';

/** Explains what stands at a position; null where there is nothing to say. */
export function hover(_view: View, _position: Position): Hover | null {
  return null;
}
