/** Where a name is used. */
import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type Location,
  type Position,
} from 'vscode-languageserver-types';
import { occurrencesAt, occurrencesIn, type Occurrence } from '../occurrences.ts';
import { rangeOf } from '../positions.ts';
import type { View } from '../view.ts';

/** A name in a file of the folder. */
export interface FoundOccurrence {
  readonly file: View;
  readonly occurrence: Occurrence;
}

/** All occurrences of some symbols in the files of the folder. */
export function occurrencesOf(
  view: View,
  symbols: ReadonlySet<string>,
): readonly FoundOccurrence[] {
  const names = new Set(
    occurrencesIn(view)
      .filter(({ symbol }) => symbols.has(symbol))
      .map(({ name }) => name.toLowerCase()),
  );
  return filesThatMention(view, names).flatMap((file) =>
    occurrencesIn(file)
      .filter(({ symbol }) => symbols.has(symbol))
      .map((occurrence) => ({ file, occurrence })),
  );
}

/**
 * The file, and those others of its folder that have the letters of one of some names (in lower case): what a file
 * means takes time to find out, and a file without the letters of a name cannot mean it.
 */
export function filesThatMention(view: View, names: ReadonlySet<string>): readonly View[] {
  if (names.size === 0) return [];
  const others = view.project.paths
    .filter((path) => path !== view.source.path)
    .flatMap((path) => view.project.view(path) ?? [])
    .filter(({ source }) => {
      const text = source.text.toLowerCase();
      return [...names].some((name) => text.includes(name));
    });
  return [view, ...others];
}

/** Where what stands at a position is used, in all files of the folder. */
export function references(
  view: View,
  position: Position,
  includeDeclaration: boolean,
): Location[] {
  return occurrencesOf(view, symbolsAt(view, position))
    .filter(({ occurrence }) => includeDeclaration || !occurrence.isDeclaration)
    .map(({ file, occurrence }) => ({
      uri: file.uri,
      range: rangeOf(file.source, occurrence),
    }));
}

/** Where what stands at a position stands in the file. */
export function documentHighlights(view: View, position: Position): DocumentHighlight[] {
  const symbols = symbolsAt(view, position);
  return occurrencesIn(view)
    .filter(({ symbol }) => symbols.has(symbol))
    .map((occurrence) => ({
      range: view.rangeOf(occurrence),
      kind: occurrence.isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}

function symbolsAt(view: View, position: Position): ReadonlySet<string> {
  return new Set(occurrencesAt(view, view.offsetAt(position)).map(({ symbol }) => symbol));
}
