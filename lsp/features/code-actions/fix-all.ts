/** Mends many findings at once. */
import { CodeActionKind, type CodeAction, type TextEdit } from 'vscode-languageserver-types';
import { applyEdits, applyFixes } from '../../../src/diagnostics/apply-fixes.ts';
import type { Fix } from '../../../src/diagnostics/diagnostic.ts';
import { SourceFile } from '../../../src/text/source-file.ts';
import type { Folder, View } from '../../view.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** What editors run on saving, for those who say so. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.mofsec`;

/** What an action without an edit is about. */
interface FixAllData {
  readonly uri: string;
  /** Undefined: the safe fixes of all rules. */
  readonly rule?: string;
}

/** All fixes of a rule in the file; nothing where there is only one or none. */
export function fixAllOfRule(view: View, rule: string): readonly CodeAction[] {
  const mendable = view.diagnostics.filter(
    (finding) => finding.rule === rule && finding.fixes.length > 0,
  );
  if (mendable.length < 2) return [];
  const data: FixAllData = { uri: view.uri, rule };
  return [{ title: `Fix all ${rule} in this file`, kind: CodeActionKind.QuickFix, data }];
}

/** All safe fixes of the file; nothing where there is none. */
export function fixAllInFile(view: View): readonly CodeAction[] {
  const isMendable = view.diagnostics.some(({ fixes }) => fixes.some(isSafeIn(view.source)));
  if (!isMendable) return [];
  const data: FixAllData = { uri: view.uri };
  return [{ title: 'Apply all safe fixes of mofsec', kind: fixAllKind, data }];
}

/** Adds the edit to an action of this file; any other action stays as it is. */
export function resolveFixAll(view: View, action: CodeAction): CodeAction {
  const data = dataOf(action);
  if (data === undefined) return action;
  const edit =
    data.rule === undefined
      ? { changes: { [view.uri]: safeEdits(view) } }
      : ruleEdit(view, data.rule);
  return { ...action, edit };
}

/** The data of an action, which has been at the client in between. */
function dataOf(action: CodeAction): FixAllData | undefined {
  const data: unknown = action.data;
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('uri' in data) || typeof data.uri !== 'string') return undefined;
  const { uri } = data;
  return 'rule' in data && typeof data.rule === 'string' ? { uri, rule: data.rule } : { uri };
}

/** The document of an action that has no edit yet; undefined for actions of another kind. */
export function documentOf(action: CodeAction): string | undefined {
  return dataOf(action)?.uri;
}

function ruleEdit(view: View, rule: string): ReturnType<typeof workspaceEdit> {
  const findings = view.diagnostics.filter((finding) => finding.rule === rule);
  const { edits } = applyFixes(findings, () => true);
  return workspaceEdit(view, [...edits.values()].flat());
}

/** An editor saves the file that it asks about and no other. */
function isSafeIn(file: SourceFile): (fix: Fix) => boolean {
  return ({ safety, edits }) => safety === 'safe' && edits.every((edit) => edit.file === file);
}

/** Fixes that get in each other's way, or bring forth others, need several rounds. */
const MOST_ROUNDS = 10;

function safeEdits(view: View): TextEdit[] {
  const { source, project, diagnostics } = view;
  const edits = applyFixes(diagnostics, isSafeIn(source)).edits.get(source) ?? [];
  const once = withEdits(source, edits);
  const mended = mendFurther(project, once);
  return mended === once
    ? edits.map((edit) => ({ range: view.rangeOf(edit), newText: edit.text }))
    : [difference(view, mended.text)];
}

/** The file after as many rounds as it takes; itself where there is nothing left to mend. */
function mendFurther(project: Folder, file: SourceFile): SourceFile {
  let mended = file;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { edits } = applyFixes(project.analysisWith(mended).diagnostics, isSafeIn(mended));
    const ofFile = edits.get(mended);
    if (ofFile === undefined) break;
    mended = withEdits(mended, ofFile);
  }
  return mended;
}

function withEdits(file: SourceFile, edits: Parameters<typeof applyEdits>[1]): SourceFile {
  return new SourceFile(file.path, applyEdits(file.text, edits), file.encoding);
}

/** One edit from the first character that differs to the last. */
function difference(view: View, after: string): TextEdit {
  const before = view.source.text;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    range: view.rangeOf({ start, end: before.length - tail }),
    newText: after.slice(start, after.length - tail),
  };
}
