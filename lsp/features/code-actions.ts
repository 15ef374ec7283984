/** What can be done about findings. */
import type { CodeAction, CodeActionContext, Range } from 'vscode-languageserver-types';
import type { View } from '../view.ts';

/** What can be done about the findings in a range. */
export function codeActions(_view: View, _range: Range, _context: CodeActionContext): CodeAction[] {
  return [];
}
