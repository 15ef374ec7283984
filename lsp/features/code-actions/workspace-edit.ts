/** Edits of files as the protocol has them. */
import type { TextEdit as ProtocolEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextEdit } from '../../../src/diagnostics/diagnostic.ts';
import { rangeOf } from '../../positions.ts';
import type { View } from '../../view.ts';

/** Edits of the files of an analysis, by the URIs of the files. */
export function workspaceEdit(view: View, edits: readonly TextEdit[]): WorkspaceEdit {
  const changes: Record<string, ProtocolEdit[]> = {};
  for (const { file, start, end, text } of edits) {
    const ofFile = (changes[view.uriOf(file)] ??= []);
    ofFile.push({ range: rangeOf(file, { start, end }), newText: text });
  }
  return { changes };
}
