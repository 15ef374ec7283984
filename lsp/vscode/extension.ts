/** The way in for VS Code: starts the language server and offers the commands. */
import path from 'node:path';
import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { createClient, type Server } from './client.ts';
import { registerCommands } from './commands.ts';
import { concernsServer, isEnabled } from './settings.ts';
import { VirtualDocuments } from './virtual-documents.ts';

/** The client that runs, if one does; VS Code has one extension of a name in a process. */
let running: RunningClient | undefined;

/** Starts everything. VS Code calls it when the first MOF file is opened. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('MOF', { log: true });
  const client = new RunningClient(context.asAbsolutePath(path.join('dist', 'server.mjs')), output);
  running = client;
  context.subscriptions.push(
    output,
    ...registerCommands({ server: client, output, restart: () => client.restart() }),
    new VirtualDocuments(client),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (!concernsServer(change)) return;
      // The client hears of the change too and tells the server, which must not end before it has been told.
      await new Promise((resolve) => setImmediate(resolve));
      await client.restart();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => client.restart()),
  );
  await client.restart();
}

/** Stops the server. */
export async function deactivate(): Promise<void> {
  await running?.stop();
  running = undefined;
}

/** A language client that can be replaced by another one, when what it was made of changes. */
class RunningClient implements Server {
  readonly #bundled: string;
  readonly #output: vscode.LogOutputChannel;
  #client: LanguageClient | undefined;
  /** Starts and stops, one after the other. */
  #work: Promise<void> = Promise.resolve();

  constructor(bundled: string, output: vscode.LogOutputChannel) {
    this.#bundled = bundled;
    this.#output = output;
  }

  isRunning(): boolean {
    return this.#client?.state === State.Running;
  }

  async request(method: string, params: object): Promise<unknown> {
    if (this.#client === undefined) throw new Error("MOF's language server is not running.");
    return await this.#client.sendRequest(method, params);
  }

  /** Stops the server, and starts it as the settings say now. Never rejects. */
  async restart(): Promise<void> {
    await this.#next(async () => {
      await this.#end();
      if (isEnabled()) await this.#begin();
    });
  }

  async stop(): Promise<void> {
    await this.#next(() => this.#end());
  }

  #next(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work, work);
    return this.#work;
  }

  async #begin(): Promise<void> {
    this.#client = createClient(this.#bundled, this.#output);
    try {
      await this.#client.start();
    } catch (error) {
      // The client has told the user; what it knows stands in the output.
      this.#output.error(error instanceof Error ? error : String(error));
    }
  }

  async #end(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client === undefined) return;
    try {
      await client.dispose();
    } catch (error) {
      // A server that never started cannot be stopped, and nothing is left of it.
      this.#output.warn(error instanceof Error ? error.message : String(error));
    }
  }
}
