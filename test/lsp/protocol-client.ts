/** A client of the language server in the same process, which talks to it through the protocol alone. */
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createMessageConnection,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import { emptyEnvironment, type Environment } from '../../lsp/environment.ts';
import { startServer } from '../../lsp/server.ts';

/** A message that the server sent of its own accord. */
export interface Received {
  readonly method: string;
  readonly params: unknown;
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly environment?: Environment;
  readonly folders?: readonly string[];
  readonly initializationOptions?: unknown;
  /** Answers `workspace/configuration`: the settings of a folder, or of everything else. */
  readonly settings?: (scope: string | undefined) => unknown;
}

export class ProtocolClient {
  readonly connection: MessageConnection;
  /** What the server sent of its own accord, in the order in which it came. */
  readonly received: Received[] = [];
  settings: (scope: string | undefined) => unknown;
  #result: InitializeResult | undefined;
  readonly #waiting = new Set<() => void>();
  readonly #versions = new Map<string, number>();

  /** Connected to a new server, which knows nothing of its client yet. */
  constructor({ environment = emptyEnvironment, settings }: ClientOptions = {}) {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    startServer(
      createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
      environment,
    );
    this.settings = settings ?? (() => null);
    this.connection = createMessageConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    this.connection.onNotification((method, params) => this.#take(method, params));
    this.connection.onUnhandledProgress((params) => this.#take('$/progress', params));
    this.connection.onRequest((method, params) => {
      this.#take(method, params);
      return null;
    });
    this.connection.onRequest(ConfigurationRequest.type, (params) => {
      this.#take(ConfigurationRequest.method, params);
      return params.items.map(({ scopeUri }) => this.settings(scopeUri));
    });
    this.connection.listen();
    onTestFinished(() => this.connection.dispose());
  }

  /** Connected to a server that is ready. */
  static async start(options: ClientOptions = {}): Promise<ProtocolClient> {
    const client = new ProtocolClient(options);
    await client.initialize(options);
    return client;
  }

  async initialize(options: ClientOptions = {}): Promise<InitializeResult> {
    const { capabilities = {}, folders, initializationOptions } = options;
    const params: InitializeParams = {
      processId: null,
      rootUri: null,
      capabilities,
      workspaceFolders: folders?.map((uri) => ({ uri, name: uri })) ?? null,
      initializationOptions,
    };
    this.#result = await this.connection.sendRequest(InitializeRequest.type, params);
    await this.connection.sendNotification('initialized', {});
    return this.#result;
  }

  /** What the server said that it can do. */
  get capabilities(): InitializeResult['capabilities'] {
    return this.#result?.capabilities ?? {};
  }

  /** The answer to any request. */
  ask(method: string, params?: unknown): Promise<unknown> {
    return this.connection.sendRequest(method, params);
  }

  /** The code of the error that a request is answered with; undefined for an answer. */
  async errorOf(method: string, params?: unknown): Promise<unknown> {
    try {
      await this.ask(method, params);
      return undefined;
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error;
    }
  }

  async tell(method: string, params?: unknown): Promise<void> {
    await this.connection.sendNotification(method, params);
  }

  async open(uri: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId: 'mof', version: 1, text };
    await this.tell('textDocument/didOpen', { textDocument });
  }

  async change(
    uri: string,
    ...changes: readonly TextDocumentContentChangeEvent[]
  ): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const textDocument = { uri, version };
    await this.tell('textDocument/didChange', { textDocument, contentChanges: changes });
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.tell('textDocument/didClose', { textDocument: { uri } });
  }

  /** What was published for a document, in its order. */
  published(uri: string): readonly PublishDiagnosticsParams[] {
    return this.receivedBy(PublishDiagnosticsNotification.method)
      .map((params) => params as PublishDiagnosticsParams)
      .filter((params) => params.uri === uri);
  }

  /** The rules of what was last published for a document; undefined where nothing was. */
  rulesAt(uri: string): readonly unknown[] | undefined {
    return this.published(uri)
      .at(-1)
      ?.diagnostics.map(({ code }) => code);
  }

  /** The parameters of all messages of a method. */
  receivedBy(method: string): readonly unknown[] {
    return this.received.flatMap((message) => (message.method === method ? [message.params] : []));
  }

  /** Waits until something holds; a test that waits in vain ends by its limit. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
      });
    }
  }

  /** Waits until the server has taken in everything that it was sent. */
  async settled(): Promise<void> {
    await this.errorOf('mofsec/nothing');
  }

  #take(method: string, params: unknown): void {
    this.received.push({ method, params });
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

/** Time for what must not happen. */
export function milliseconds(count: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, count);
  });
}
