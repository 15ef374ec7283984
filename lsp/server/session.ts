/** What the server does for one client, from its first message to its last. */
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  InitializedNotification,
  InlayHintRefreshRequest,
  type ProtocolRequestType0,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import { version } from '../../src/version.ts';
import type { Environment } from '../environment.ts';
import type { Project } from '../project.ts';
import { LanguageService } from '../service.ts';
import { type Abilities, abilitiesOf } from './abilities.ts';
import { serverCapabilities } from './capabilities.ts';
import { Configuration } from './configuration.ts';
import { listenForDocuments } from './documents.ts';
import { listenForEmitting } from './emitting.ts';
import { listenForFeatures } from './features.ts';
import { addFolders, listenForFiles, watchFiles } from './file-events.ts';
import { Indexing } from './indexing.ts';
import { clientCommandsOf, foldersOf, withPagesOf } from './initialization.ts';
import { type DiagnosticsChannel, PublishedDiagnostics } from './published-diagnostics.ts';
import { PulledDiagnostics } from './pulled-diagnostics.ts';
import type { Requests } from './requests.ts';
import { listenForRules } from './rule-pages.ts';
import { TokenResults } from './token-results.ts';

/** Begins to listen, and says what the server can do for this client. */
export function beginSession(
  connection: Connection,
  environment: Environment,
  requests: Requests,
  params: InitializeParams,
): InitializeResult {
  const abilities = abilitiesOf(params);
  const initializationOptions: unknown = params.initializationOptions;
  const session = new Session(
    connection,
    withPagesOf(initializationOptions, environment),
    requests,
    abilities,
    initializationOptions,
  );
  session.listen(params);
  return {
    capabilities: serverCapabilities(abilities, clientCommandsOf(initializationOptions)),
    serverInfo: { name: 'mofsec', version },
  };
}

/** So long, in milliseconds, the first diagnostics wait for the settings and the files of the folders. */
const LONGEST_PREPARATION = 300;

/** So long, in milliseconds, changes on the disk are collected before the client is told to ask again. */
const REFRESH_DELAY = 50;

class Session {
  readonly #connection: Connection;
  readonly #environment: Environment;
  readonly #requests: Requests;
  readonly #abilities: Abilities;
  readonly #service: LanguageService;
  readonly #configuration: Configuration;
  readonly #indexing: Indexing;
  readonly #diagnostics: DiagnosticsChannel;
  readonly #tokens = new TokenResults();
  /** Begins when the client is ready, or opens a document. */
  #preparation: Promise<void> | undefined;
  #refreshTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    connection: Connection,
    environment: Environment,
    requests: Requests,
    abilities: Abilities,
    options: unknown,
  ) {
    this.#connection = connection;
    this.#environment = environment;
    this.#requests = requests;
    this.#abilities = abilities;
    this.#service = new LanguageService(environment);
    this.#service.client = abilities;
    this.#configuration = new Configuration(connection, this.#service, abilities, options);
    this.#indexing = new Indexing(connection, this.#service, requests, abilities.progress);
    this.#diagnostics = this.#makeChannel();
  }

  listen(params: InitializeParams): void {
    addFolders(this.#service, foldersOf(params));
    const [requests, service, abilities] = [this.#requests, this.#service, this.#abilities];
    requests.onNotification(InitializedNotification.type, 'anything', () => {
      requests.inBackground('initialized', () => this.#register());
      void this.#prepared();
    });
    requests.onNotification(DidChangeConfigurationNotification.type, 'anything', async (change) => {
      await this.#configuration.changed(change);
      this.#surroundingsChanged();
    });
    listenForDocuments(requests, service, {
      opened: (uri) => this.#diagnostics.opened(uri),
      changed: (uri) => this.#diagnostics.changed(uri),
      closed: (uri) => {
        this.#tokens.forget(uri);
        this.#diagnostics.closed(uri);
      },
    });
    listenForFiles(requests, service, {
      foldersChanged: (added) => this.#readAgain(added, { withSettings: true }),
      filesChanged: (toIndex) => this.#readAgain(toIndex, { withSettings: false }),
    });
    listenForFeatures({ requests, service, abilities, tokens: this.#tokens });
    listenForRules(this.#connection, requests, this.#environment, abilities);
    listenForEmitting(requests, service);
  }

  #makeChannel(): DiagnosticsChannel {
    const ready = (): Promise<void> => this.#prepared();
    if (!this.#abilities.pullsDiagnostics) {
      return new PublishedDiagnostics(this.#connection, this.#service, this.#requests, ready);
    }
    const pulled = new PulledDiagnostics(
      this.#connection,
      this.#service,
      this.#requests,
      this.#abilities,
      ready,
    );
    pulled.listen();
    return pulled;
  }

  /** Asks for the events that the client sends to those alone who ask. */
  async #register(): Promise<void> {
    await Promise.all([
      this.#configuration.register(),
      watchFiles(this.#connection, this.#abilities),
    ]);
  }

  /** Resolves when diagnostics are worth being made: with settings and all files, but not after long. */
  #prepared(): Promise<void> {
    this.#preparation ??= Promise.race([
      this.#readEverything(),
      new Promise<void>((resolve) => {
        setTimeout(resolve, LONGEST_PREPARATION);
      }),
    ]);
    return this.#preparation;
  }

  async #readEverything(): Promise<void> {
    const { folders } = this.#service.workspace;
    await this.#loadSettings();
    await this.#indexing.index(folders);
    if (folders.length > 0) this.#surroundingsChanged();
  }

  async #loadSettings(): Promise<void> {
    try {
      await this.#configuration.load();
    } catch (error) {
      this.#requests.report('workspace/configuration', undefined, error);
    }
  }

  #readAgain(projects: readonly Project[], { withSettings }: { withSettings: boolean }): void {
    this.#requests.inBackground('indexing', async () => {
      if (withSettings) await this.#loadSettings();
      await this.#indexing.index(projects);
      this.#surroundingsChanged();
    });
  }

  /** Something has changed that the client did not do in a document: all that it shows may be out of date. */
  #surroundingsChanged(): void {
    clearTimeout(this.#refreshTimer);
    this.#refreshTimer = setTimeout(() => {
      if (this.#requests.phase !== 'initialized') return;
      this.#diagnostics.surroundingsChanged();
      const { semanticTokens, inlayHints, codeLenses } = this.#abilities.refresh;
      if (semanticTokens) this.#ask(SemanticTokensRefreshRequest.type);
      if (inlayHints) this.#ask(InlayHintRefreshRequest.type);
      if (codeLenses) this.#ask(CodeLensRefreshRequest.type);
    }, REFRESH_DELAY);
  }

  #ask(type: ProtocolRequestType0<void, void, void, void>): void {
    this.#requests.inBackground(type.method, () => this.#connection.sendRequest(type));
  }
}
