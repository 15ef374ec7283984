/** What belongs together in a text: for folding, and for selecting step by step. */
import type { FoldingRange, Position, SelectionRange } from 'vscode-languageserver-types';
import type { View } from '../view.ts';

/** What can be folded. */
export function foldingRanges(_view: View): FoldingRange[] {
  return [];
}

/** From each position outwards. */
export function selectionRanges(_view: View, _positions: readonly Position[]): SelectionRange[] {
  return [];
}
