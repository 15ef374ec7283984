/** What the user can do beside editing. */
import * as vscode from 'vscode';
import type { EmitFormat } from '../protocol.ts';
import type { Server } from './client.ts';
import { pickRule, rulesAtCursor } from './rule-picker.ts';
import { uriOf } from './virtual-documents.ts';

export interface CommandContext {
  readonly server: Server;
  readonly output: vscode.OutputChannel;
  readonly restart: () => Promise<void>;
}

/** Registers the commands of the manifest, and the one that code lenses call. */
export function registerCommands({ server, output, restart }: CommandContext): vscode.Disposable[] {
  const withServer =
    (work: (argument: unknown) => Promise<void>) =>
    async (argument: unknown): Promise<void> => {
      if (!server.isRunning()) {
        await offerRestart(restart);
        return;
      }
      await work(argument);
    };
  return Object.entries({
    'mofsec.restartServer': restart,
    'mofsec.showOutput': () => output.show(),
    'mofsec.explainRule': withServer((argument) => explainRule(server, argument)),
    'mofsec.showCanonicalMof': withServer((argument) => showEmitted('mof', argument)),
    'mofsec.showJson': withServer((argument) => showEmitted('json', argument)),
    'mofsec.showReferences': showReferences,
  }).map(([name, command]) => vscode.commands.registerCommand(name, command));
}

async function offerRestart(restart: () => Promise<void>): Promise<void> {
  const start = 'Start';
  const answer = await vscode.window.showWarningMessage(
    "MOF's language server is not running.",
    start,
  );
  if (answer === start) await restart();
}

/** With a rule's name, from a code action; or asks for one. */
async function explainRule(server: Server, argument: unknown): Promise<void> {
  const rule =
    typeof argument === 'string'
      ? argument
      : await pickRule(server, rulesAtCursor(vscode.window.activeTextEditor));
  if (rule === undefined) return;
  await vscode.commands.executeCommand('markdown.showPreviewToSide', uriOf({ kind: 'rule', rule }));
}

/** Shows what a file compiles to beside it: the one of the menu that was used, or the active one. */
async function showEmitted(format: EmitFormat, argument: unknown): Promise<void> {
  const source =
    argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  if (source === undefined) return;
  const uri = uriOf({ kind: 'emitted', format, source: source.toString() });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    preserveFocus: true,
  });
}

/** A place as the Language Server Protocol has it. */
interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

interface ProtocolLocation {
  readonly uri: string;
  readonly range: { readonly start: ProtocolPosition; readonly end: ProtocolPosition };
}

/** VS Code's own command takes its own objects, which no server can send. */
async function showReferences(
  uri: string,
  from: ProtocolPosition,
  places: readonly ProtocolLocation[],
): Promise<void> {
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    positionOf(from),
    places.map(
      (place) =>
        new vscode.Location(
          vscode.Uri.parse(place.uri),
          new vscode.Range(positionOf(place.range.start), positionOf(place.range.end)),
        ),
    ),
  );
}

function positionOf({ line, character }: ProtocolPosition): vscode.Position {
  return new vscode.Position(line, character);
}
