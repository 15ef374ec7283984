/** What numbers mean, shown behind them. */
import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { View } from '../view.ts';

/** The hints in a range. */
export function inlayHints(_view: View, _range: Range): InlayHint[] {
  return [];
}
