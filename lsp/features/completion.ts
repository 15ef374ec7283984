/** What can be written at a position. */
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import type { View } from '../view.ts';

/** What can be written at a position, also in a broken file. */
export function completion(_view: View, _position: Position): CompletionList {
  return { isIncomplete: false, items: [] };
}

/** Adds what takes time to a chosen item: its documentation. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  return item;
}
