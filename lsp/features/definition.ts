/** Where a name is declared. */
import type { Location, Position } from 'vscode-languageserver-types';
import { innermost, nodePathAt } from '../node-path.ts';
import { occurrencesAt } from '../occurrences.ts';
import { rangeOf } from '../positions.ts';
import type { View } from '../view.ts';
import { occurrencesOf } from './references.ts';

/**
 * Where what stands at a position is declared: an alias, a class, a property, the instance that a path names, a
 * qualifier; of an `#include`, the file. Nothing for the classes of Windows, which no file declares.
 */
export function definition(view: View, position: Position): Location[] {
  const offset = view.offsetAt(position);
  const included = includedFile(view, offset);
  if (included !== undefined) return [included];
  const symbols = new Set(occurrencesAt(view, offset).map(({ symbol }) => symbol));
  return occurrencesOf(view, symbols)
    .filter(({ occurrence }) => occurrence.isDeclaration)
    .map(({ file, occurrence }) => ({
      uri: file.uri,
      range: rangeOf(file.source, occurrence),
    }));
}

function includedFile(
  { compilation, parsed, project }: View,
  offset: number,
): Location | undefined {
  const include = innermost(nodePathAt(parsed.document, offset), 'Include');
  const target = include && compilation.includes.get(include);
  if (target === undefined) return undefined;
  const start = { line: 0, character: 0 };
  return { uri: project.uriOf(target.source.path), range: { start, end: start } };
}
