/** Documents that the server makes: the pages of rules, and what files compile to. */
import * as vscode from 'vscode';
import {
  type EmitParams,
  type EmitResult,
  emitRequest,
  type ExplainRuleParams,
  explainRuleRequest,
  type RuleEntry,
  rulesRequest,
} from '../protocol.ts';
import type { Server } from './client.ts';
import { addressOf, documentAt, type VirtualDocument, virtualScheme } from './virtual-uri.ts';

/** How long a source must rest before what is made of it is made anew, in milliseconds. */
const restingTime = 300;

export function uriOf(document: VirtualDocument): vscode.Uri {
  return vscode.Uri.from(addressOf(document));
}

export class VirtualDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #server: Server;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable[];
  /** Sources that were edited lately. */
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(server: Server) {
    this.#server = server;
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(virtualScheme, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#edited(document.uri)),
    ];
  }

  get onDidChange(): vscode.Event<vscode.Uri> {
    return this.#changed.event;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const document = documentAt(uri);
    switch (document?.kind) {
      case 'rule':
        return await this.#rulePage(document.rule);
      case 'rules':
        return await this.#ruleList();
      case 'emitted':
        return await this.#emitted(document.source, document.format);
      case undefined:
        return '';
    }
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #rulePage(rule: string): Promise<string> {
    const params: ExplainRuleParams = { rule };
    const page = await this.#server.request(explainRuleRequest, params);
    return typeof page === 'string' ? page : `There is no rule \`${rule}\`.\n`;
  }

  async #ruleList(): Promise<string> {
    const rules = (await this.#server.request(rulesRequest, {})) as readonly RuleEntry[];
    const lines = rules.map(
      ({ name, severity, summary }) => `- [${name}](${name}.md) (${severity}): ${summary}`,
    );
    return `# Rules\n\n${lines.join('\n')}\n`;
  }

  async #emitted(source: string, format: EmitParams['format']): Promise<string> {
    const params: EmitParams = { uri: source, format };
    const result = (await this.#server.request(emitRequest, params)) as EmitResult | null;
    if (result?.kind === 'text') return result.text;
    const why =
      result === null
        ? 'The file is not known to the language server.'
        : `Nothing is written while there is something wrong: ${result.count} ${result.count === 1 ? 'error' : 'errors'}.`;
    return format === 'mof' ? `// ${why}\n` : `${JSON.stringify({ message: why }, undefined, 2)}\n`;
  }

  /** Makes anew what is open and made of a source, once nobody types any more. */
  #edited(source: vscode.Uri): void {
    const key = source.toString();
    const open = vscode.workspace.textDocuments.filter(({ uri }) => {
      const document = documentAt(uri);
      return document?.kind === 'emitted' && document.source === key;
    });
    if (open.length === 0) return;
    clearTimeout(this.#timers.get(key));
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      for (const { uri } of open) this.#changed.fire(uri);
    }, restingTime);
    this.#timers.set(key, timer);
  }
}
