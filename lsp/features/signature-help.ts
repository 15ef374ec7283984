/** What a qualifier or a pragma takes between its parentheses. */
import type { Position, SignatureHelp } from 'vscode-languageserver-types';
import type { View } from '../view.ts';

/** The signature around a position; null outside of parentheses. */
export function signatureHelp(_view: View, _position: Position): SignatureHelp | null {
  return null;
}
