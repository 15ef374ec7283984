/** New names for what the files of a folder declare. */
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { knownClass } from '../../src/schema/known-classes.ts';
import {
  occurrencesAt,
  occurrencesIn,
  renamedSymbol,
  type Occurrence,
  type OccurrenceKind,
} from '../occurrences.ts';
import { rangeOf } from '../positions.ts';
import type { View } from '../view.ts';
import { filesThatMention, occurrencesOf, type FoundOccurrence } from './references.ts';

/** What would be renamed, and its present name; null for what no file of the folder declares, or only Windows. */
export function prepareRename(
  view: View,
  position: Position,
): { range: Range; placeholder: string } | null {
  const target = renamedAt(view, position);
  return target && { range: view.rangeOf(target.occurrence), placeholder: target.occurrence.name };
}

/** A new name that cannot be: the editor shows why. */
export class RenameError extends Error {}

/**
 * Renames what stands at a position in all files of the folder; null where nothing there has a name of its own.
 *
 * @throws RenameError for a name that WMI would not take, or that something else has already.
 */
export function rename(view: View, position: Position, newName: string): WorkspaceEdit | null {
  const target = renamedAt(view, position);
  if (target === null) return null;
  const name = checkedName(target.occurrence.kind, newName);
  refuseTaken(view, target, name);
  const changes: Record<string, TextEdit[]> = {};
  for (const { file, occurrence } of target.all) {
    const edits = (changes[file.uri] ??= []);
    edits.push({ range: rangeOf(file.source, occurrence), newText: name });
  }
  return { changes };
}

interface Renamed {
  readonly occurrence: Occurrence;
  readonly all: readonly FoundOccurrence[];
}

function renamedAt(view: View, position: Position): Renamed | null {
  const here = occurrencesAt(view, view.offsetAt(position));
  const [occurrence] = here;
  if (occurrence === undefined || occurrence.kind === 'qualifier') return null;
  const all = occurrencesOf(view, new Set(here.map(({ symbol }) => symbol)));
  const isOurs = all.some(({ occurrence: { isDeclaration } }) => isDeclaration);
  // A name with escapes, or in several literals, cannot be replaced by another text in the same way everywhere.
  const isPlain = all.every(({ file, occurrence }) => {
    const written = file.source.text.slice(occurrence.start, occurrence.end);
    return written === occurrence.name;
  });
  return isOurs && isPlain ? { occurrence, all } : null;
}

function checkedName(kind: OccurrenceKind, name: string): string {
  if (kind === 'alias') {
    const alias = name.startsWith('$') ? name : `$${name}`;
    if (/^\$[A-Za-z_]\w*$/.test(alias)) return alias;
    throw new RenameError(`${name} is no alias: write $ and a name of letters, digits and _.`);
  }
  if (kind === 'object') {
    if (/^[^"'\\\p{Cc}]+$/u.test(name)) return name;
    throw new RenameError('The name would need escapes in object paths: leave out quotes and \\.');
  }
  if (/^[A-Za-z]\w*$/.test(name) && !name.endsWith('_')) return name;
  throw new RenameError(
    `${name} is no name that WMI takes: begin with a letter, go on with letters, digits and _, and do not end with _.`,
  );
}

/** Two things with one name would be one thing, which no later rename could part. */
function refuseTaken(view: View, { all, occurrence: { kind } }: Renamed, name: string): void {
  // The symbols of instances do not hold their names: two classes may each have an instance of one name.
  if (kind === 'object') return;
  const present = new Set(all.map(({ occurrence: { symbol } }) => symbol));
  const wanted = new Set(all.map(({ occurrence }) => renamedSymbol(occurrence, name)));
  const isTaken = filesThatMention(view, new Set([name.toLowerCase()])).some((file) =>
    occurrencesIn(file).some(
      ({ symbol, isDeclaration }) => isDeclaration && wanted.has(symbol) && !present.has(symbol),
    ),
  );
  const isOfWindows = kind === 'class' && knownClass(name) !== undefined;
  if (isTaken || isOfWindows) {
    throw new RenameError(`${name} is taken: two things of that name would become one.`);
  }
}
