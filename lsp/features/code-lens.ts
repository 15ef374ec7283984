/** What a filter feeds and what a consumer is fed by. */
import type { CodeLens } from 'vscode-languageserver-types';
import type { View } from '../view.ts';

/** The lenses of a file. */
export function codeLenses(_view: View): CodeLens[] {
  return [];
}
