/** Which files a file names. */
import type { DocumentLink } from 'vscode-languageserver-types';
import type { View } from '../view.ts';

/** The links of a file. */
export function documentLinks(_view: View): DocumentLink[] {
  return [];
}
