/** What a file declares. */
import type { DocumentSymbol, WorkspaceSymbol } from 'vscode-languageserver-types';
import type { View } from '../view.ts';

/** The declarations of a file with their members. */
export function documentSymbols(_view: View): DocumentSymbol[] {
  return [];
}

/** The declarations of files whose names have the letters of a query in their order. */
export function workspaceSymbols(_views: readonly View[], _query: string): WorkspaceSymbol[] {
  return [];
}
