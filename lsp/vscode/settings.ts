/** The settings that the extension itself obeys; the server asks for the others. */
import * as vscode from 'vscode';

const section = 'mofsec';

export function isEnabled(): boolean {
  return vscode.workspace.getConfiguration(section).get('enable', true);
}

/** A folder that nobody trusts yet cannot set it: the manifest says so to VS Code. */
export function serverPath(): string {
  return vscode.workspace.getConfiguration(section).get('path', '');
}

export function isFormattingEnabled(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration(section, document).get('format.enable', true);
}

/** Whether the server must be started anew, or stopped, for a change to show. */
export function concernsServer(change: vscode.ConfigurationChangeEvent): boolean {
  return ['enable', 'path'].some((name) => change.affectsConfiguration(`${section}.${name}`));
}
