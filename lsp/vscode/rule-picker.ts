/** Choosing a rule to read about: those of the findings at the cursor first. */
import * as vscode from 'vscode';
import { type RuleEntry, rulesRequest } from '../protocol.ts';
import type { Server } from './client.ts';

/** The rules of the findings on the lines of the selection, each once. */
export function rulesAtCursor(editor: vscode.TextEditor | undefined): readonly string[] {
  if (editor === undefined) return [];
  const { document, selection } = editor;
  const lines = new vscode.Range(selection.start.line, 0, selection.end.line + 1, 0);
  const findings = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source, range }) => source === 'mofsec' && range.intersection(lines) !== undefined);
  return [...new Set(findings.map(ruleOf).filter((rule) => rule !== ''))];
}

function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}

/** The name of the rule that the user chooses; undefined when none is chosen. */
export async function pickRule(
  server: Server,
  here: readonly string[],
): Promise<string | undefined> {
  const entries = (await server.request(rulesRequest, {})) as readonly RuleEntry[];
  const nearby = entries.filter(({ name }) => here.includes(name));
  const others = entries.filter(({ name }) => !here.includes(name));
  const items: vscode.QuickPickItem[] = [
    ...(nearby.length === 0 ? [] : [separator('At the cursor'), ...nearby.map(itemOf)]),
    separator('All rules'),
    ...others.map(itemOf),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: 'The rule to explain',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.label;
}

function separator(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function itemOf({ name, severity, summary }: RuleEntry): vscode.QuickPickItem {
  return { label: name, description: severity, detail: summary };
}
