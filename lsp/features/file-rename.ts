/** What files must say when some of them get other names: their `#include`s. */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { StringValue } from '../../grammar/mof/ast.ts';
import { sourceSpanOf } from '../../grammar/mof/literals.ts';
import { joinIncludePath } from '../../src/compiler/include-paths.ts';
import type { Project } from '../project.ts';
import { pathBelow } from '../uris.ts';
import type { View } from '../view.ts';

/** A file or a folder, before and after. */
export interface FileRename {
  readonly oldUri: string;
  readonly newUri: string;
}

/** The edits, of files under their old names, by which every `#include` still finds its file; null for none. */
export function renameIncludes(
  projects: readonly Project[],
  renames: readonly FileRename[],
): WorkspaceEdit | null {
  const changes: Record<string, TextEdit[]> = {};
  for (const project of projects) {
    const moves = movesIn(project, renames);
    if (moves.length === 0) continue;
    for (const path of project.paths) {
      const view = project.view(path);
      const edits = view === undefined ? [] : editsIn(view, moves);
      if (view !== undefined && edits.length > 0) changes[view.uri] = edits;
    }
  }
  return Object.keys(changes).length === 0 ? null : { changes };
}

/** A path below the project's folder before and after, without a slash at its end. */
interface Move {
  readonly from: string;
  readonly to: string;
}

function movesIn({ folder }: Project, renames: readonly FileRename[]): readonly Move[] {
  return renames.flatMap(({ oldUri, newUri }) => {
    const from = pathBelow(folder, oldUri);
    const to = pathBelow(folder, newUri);
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

function editsIn(view: View, moves: readonly Move[]): TextEdit[] {
  const before = view.source.path;
  const after = moved(before, moves);
  return view.parsed.document.items.flatMap((item) => {
    if (item.kind !== 'Include' || item.path === undefined) return [];
    const joined = joinIncludePath(before, item.path.value);
    if (joined.kind !== 'path') return [];
    const target = moved(joined.path, moves);
    if (after === before && target === joined.path) return [];
    const still = joinIncludePath(after, item.path.value);
    if (still.kind === 'path' && still.path === target) return [];
    return editOf(view, item.path, relative(after, target)) ?? [];
  });
}

/** Where a file is afterwards. Windows, where the files are used, does not mind the case. */
function moved(path: string, moves: readonly Move[]): string {
  for (const { from, to } of moves) {
    const head = path.slice(0, from.length).toLowerCase();
    const rest = path.slice(from.length);
    if (head === from.toLowerCase() && (rest === '' || rest.startsWith('/'))) return to + rest;
  }
  return path;
}

/** The way from the folder of a file to another file. */
function relative(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let common = 0;
  while (common < here.length && here[common] === there[common]) common++;
  return [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/');
}

/** Written with the slashes or backslashes that the text has; undefined for a name that would need escapes. */
function editOf(view: View, value: StringValue, path: string): TextEdit | undefined {
  if (/["\\\p{Cc}]/u.test(path)) return undefined;
  const newText = value.value.includes('\\') ? path.replaceAll('/', '\\\\') : path;
  return { range: view.rangeOf(sourceSpanOf(value, 0, value.value.length)), newText };
}
