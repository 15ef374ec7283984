/** What can be done about findings. */
import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type Range,
} from 'vscode-languageserver-types';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { View } from '../view.ts';
import { explainCommand } from './code-actions/explain.ts';
import { fixAllInFile, fixAllKind, fixAllOfRule, resolveFixAll } from './code-actions/fix-all.ts';
import { suppressInFile, suppressInLine } from './code-actions/suppress.ts';
import { workspaceEdit } from './code-actions/workspace-edit.ts';
import { protocolDiagnostic } from './diagnostics.ts';

/** The kinds of actions that there are. */
export const codeActionKinds: readonly CodeActionKind[] = [CodeActionKind.QuickFix, fixAllKind];

/**
 * What can be done about the findings in a range, the likeliest first. Actions about many findings come without their
 * edit; {@link resolveCodeAction} adds it.
 */
export function codeActions(view: View, range: Range, context: CodeActionContext): CodeAction[] {
  const quickFixes = isWanted(CodeActionKind.QuickFix, context)
    ? quickFixesFor(view, findingsIn(view, range, context))
    : [];
  const isAskedFor = context.only !== undefined;
  const isAutomatic = context.triggerKind === CodeActionTriggerKind.Automatic;
  const isFixAllWanted = isWanted(fixAllKind, context) && (isAskedFor || !isAutomatic);
  return [...quickFixes, ...(isFixAllWanted ? fixAllInFile(view) : [])];
}

/** Adds the edit to an action that was given without; the action as it is where there is nothing to add. */
export function resolveCodeAction(view: View, action: CodeAction): CodeAction {
  return action.edit === undefined && action.command === undefined
    ? resolveFixAll(view, action)
    : action;
}

/** Kinds are hierarchical: `source` asks for `source.fixAll.mofsec` too. */
function isWanted(kind: CodeActionKind, { only }: CodeActionContext): boolean {
  return (
    only === undefined ||
    only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`))
  );
}

/** The findings that a range touches, and those that the client names: an editor may ask for a whole line's. */
function findingsIn(view: View, range: Range, context: CodeActionContext): readonly Diagnostic[] {
  const { start, end } = view.spanOf(range);
  const named = new Set(
    context.diagnostics.map(({ code, range }) => `${code} ${JSON.stringify(view.spanOf(range))}`),
  );
  return view.diagnostics.filter(
    (finding) =>
      (finding.start <= end && finding.end >= start) ||
      named.has(`${finding.rule} ${JSON.stringify({ start: finding.start, end: finding.end })}`),
  );
}

function quickFixesFor(view: View, findings: readonly Diagnostic[]): CodeAction[] {
  const rules = firstOfEachRule(findings);
  return [
    ...findings.flatMap((finding) => fixesOf(view, finding)),
    ...rules.flatMap(({ rule }) => fixAllOfRule(view, rule)),
    ...findings.flatMap((finding) => suppressInLine(view, finding)),
    ...rules.flatMap((finding) => suppressInFile(view, finding)),
    ...rules.map((finding) => explainCommand(view, finding)),
  ];
}

function firstOfEachRule(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const first = new Map<string, Diagnostic>();
  for (const finding of findings) if (!first.has(finding.rule)) first.set(finding.rule, finding);
  return [...first.values()];
}

/** The first safe fix is the one that an editor applies without showing a list. */
function fixesOf(view: View, finding: Diagnostic): readonly CodeAction[] {
  const preferred = finding.fixes.find(({ safety }) => safety === 'safe');
  return finding.fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [protocolDiagnostic(view, finding)],
    ...(fix === preferred && { isPreferred: true }),
    edit: workspaceEdit(view, fix.edits),
  }));
}
