/**
 * As much of VS Code's extension interface as the extension and its language client use, for running them where there
 * is no VS Code. What they only hand through (symbols, colours, lenses ...) is made up on the spot: a class for every
 * other name that begins with a capital, an event for `on...`, and a function without effect for anything else.
 */
import {
  CancellationTokenSource,
  CodeActionKind,
  Diagnostic,
  Disposable,
  EventEmitter,
  type Listener,
  Location,
  Position,
  Range,
  TabInputText,
  TextDocument,
  TextEdit,
  Uri,
} from './types.ts';

type Command = (...args: readonly unknown[]) => unknown;

interface ContentProvider {
  readonly provideTextDocumentContent: (uri: Uri) => Promise<string>;
  readonly onDidChange: (listener: Listener<Uri>) => Disposable;
}

interface FormattingProvider {
  readonly provideDocumentFormattingEdits: (
    document: TextDocument,
    options: object,
    token: object,
  ) => Promise<readonly TextEdit[] | undefined>;
}

export interface ExtensionContext {
  readonly subscriptions: Disposable[];
  readonly asAbsolutePath: (relative: string) => string;
}

/** What writes into an output channel. */
const channelMethods = ['append', 'appendLine', 'trace', 'debug', 'info', 'warn', 'error'] as const;

/** A VS Code with nothing in it but what tests put there, and what the extension did to it. */
export class FakeVscode {
  readonly commands = new Map<string, Command>();
  /** Calls of commands that are VS Code's own. */
  readonly called: (readonly [command: string, ...args: readonly unknown[]])[] = [];
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly messages: string[] = [];
  readonly log: string[] = [];
  readonly settings = new Map<string, unknown>();
  readonly documents: TextDocument[] = [];
  readonly shown: TextDocument[] = [];
  readonly contentProviders = new Map<string, ContentProvider>();
  readonly formatters: FormattingProvider[] = [];
  /** What the next question is answered with. */
  answer: unknown;
  /** What was offered to pick from. */
  offered: readonly { readonly label: string }[] = [];
  readonly #opened = new EventEmitter<TextDocument>();
  readonly #edited = new EventEmitter<object>();
  readonly #configured = new EventEmitter<object>();
  readonly #folder: Uri;
  #line = 0;

  constructor(folder: string) {
    this.#folder = Uri.file(folder);
  }

  /** Opens a document in the editor's only tab. */
  open(uri: Uri, text: string): TextDocument {
    const document = new TextDocument(uri, 'mof', text);
    this.documents.push(document);
    this.#opened.fire(document);
    return document;
  }

  edit(document: TextDocument, text: string): void {
    const all = new Range(0, 0, document.lineCount, 0);
    const rangeLength = document.getText().length;
    document.replace(text);
    const contentChanges = [{ range: all, rangeOffset: 0, rangeLength, text }];
    this.#edited.fire({ document, contentChanges, reason: undefined });
  }

  /** Puts the cursor on a line of the document that was opened first. */
  select(line: number): void {
    this.#line = line;
  }

  /** What a content provider of the extension makes. */
  async content(uri: Uri): Promise<string> {
    const provider = this.contentProviders.get(uri.scheme);
    if (provider === undefined) throw new Error(`nobody provides ${String(uri)}`);
    return await provider.provideTextDocumentContent(uri);
  }

  /** The edits of the first formatter. */
  async format(document: TextDocument): Promise<readonly TextEdit[]> {
    const { token } = new CancellationTokenSource();
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await this.formatters[0]?.provideDocumentFormattingEdits(
      document,
      options,
      token,
    );
    return edits ?? [];
  }

  configure(name: string, value: unknown): void {
    this.settings.set(name, value);
    this.#configured.fire({
      affectsConfiguration: (section: string) => name === section || name.startsWith(`${section}.`),
    });
  }

  /** Runs a command as the palette does. */
  async run(name: string, ...args: readonly unknown[]): Promise<void> {
    const command = this.commands.get(name);
    if (command === undefined) throw new Error(`there is no command ${name}`);
    await command(...args);
  }

  /** What `require('vscode')` gives. */
  get module(): object {
    return withStandIns({
      CancellationTokenSource,
      CodeActionKind,
      Diagnostic,
      Disposable,
      EventEmitter,
      Location,
      Position,
      Range,
      TabInputText,
      TextEdit,
      Uri,
      version: '1.91.0',
      env: { appName: 'Fake', language: 'en', openExternal: () => Promise.resolve(true) },
      l10n: { t: (text: string) => text },
      commands: this.#commandsModule(),
      languages: this.#languagesModule(),
      window: this.#windowModule(),
      workspace: this.#workspaceModule(),
      // Enumerations by whose members something is decided here or in the client.
      QuickPickItemKind: { Separator: -1, Default: 0 },
      DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
      ViewColumn: { Beside: -2 },
      LogLevel: { Off: 0, Trace: 1, Debug: 2, Info: 3, Warning: 4, Error: 5 },
    });
  }

  /** What an extension is activated with. */
  context(extensionPath: string): ExtensionContext {
    const asAbsolutePath = (relative: string): string => `${extensionPath}/${relative}`;
    return { subscriptions: [], asAbsolutePath };
  }

  #commandsModule(): object {
    return withStandIns({
      registerCommand: (name: string, command: Command) => {
        if (this.commands.has(name)) throw new Error(`command ${name} already exists`);
        this.commands.set(name, command);
        return new Disposable(() => this.commands.delete(name));
      },
      executeCommand: (name: string, ...args: readonly unknown[]) => {
        this.called.push([name, ...args]);
        return Promise.resolve();
      },
    });
  }

  #languagesModule(): object {
    return withStandIns({
      match: (selector: unknown, { languageId, uri }: TextDocument) =>
        [selector].flat().some((filter) => matches(filter, languageId, uri)) ? 10 : 0,
      createDiagnosticCollection: () => this.#diagnosticCollection(),
      getDiagnostics: (uri: Uri) => this.diagnostics.get(uri.toString()) ?? [],
      registerDocumentFormattingEditProvider: (_: unknown, provider: FormattingProvider) => {
        this.formatters.push(provider);
        return new Disposable(() => this.formatters.splice(this.formatters.indexOf(provider), 1));
      },
    });
  }

  #diagnosticCollection(): object {
    return {
      set: (uri: Uri, list: readonly Diagnostic[] | undefined) =>
        this.diagnostics.set(uri.toString(), list ?? []),
      delete: (uri: Uri) => this.diagnostics.delete(uri.toString()),
      has: (uri: Uri) => this.diagnostics.has(uri.toString()),
      get: (uri: Uri) => this.diagnostics.get(uri.toString()),
      clear: () => this.diagnostics.clear(),
      dispose: () => this.diagnostics.clear(),
    };
  }

  #windowModule(): object {
    const say = (message: string): Promise<unknown> => {
      this.messages.push(message);
      return Promise.resolve(this.answer);
    };
    const window = {
      showInformationMessage: say,
      showWarningMessage: say,
      showErrorMessage: say,
      showQuickPick: (items: readonly { readonly label: string }[]) => {
        this.offered = items;
        return Promise.resolve(items.find(({ label }) => label === this.answer));
      },
      showTextDocument: (document: TextDocument) => {
        this.shown.push(document);
        return Promise.resolve();
      },
      createOutputChannel: () => this.#outputChannel(),
      tabGroups: withStandIns({}),
    };
    const editors = (): readonly object[] =>
      this.documents
        .slice(0, 1)
        .map((document) => ({ document, selection: new Range(this.#line, 0, this.#line, 0) }));
    Object.defineProperty(window.tabGroups, 'all', {
      get: () => [{ tabs: this.documents.map(({ uri }) => ({ input: new TabInputText(uri) })) }],
    });
    Object.defineProperty(window, 'visibleTextEditors', { get: editors });
    Object.defineProperty(window, 'activeTextEditor', { get: () => editors().at(-1) });
    return withStandIns(window);
  }

  #outputChannel(): object {
    const write = (text: unknown): void => {
      this.log.push(String(text));
    };
    return withStandIns({
      name: 'fake',
      logLevel: 3,
      ...Object.fromEntries(channelMethods.map((method) => [method, write])),
      show: () => this.called.push(['show output']),
    });
  }

  #workspaceModule(): object {
    const workspace = {
      isTrusted: true,
      workspaceFolders: [{ uri: this.#folder, name: 'folder', index: 0 }],
      textDocuments: this.documents,
      notebookDocuments: [],
      getWorkspaceFolder: () => workspace.workspaceFolders[0],
      getConfiguration: (section = '') => this.#configuration(section),
      onDidOpenTextDocument: this.#opened.event,
      onDidChangeTextDocument: this.#edited.event,
      onDidChangeConfiguration: this.#configured.event,
      registerTextDocumentContentProvider: (scheme: string, provider: ContentProvider) => {
        this.contentProviders.set(scheme, provider);
        provider.onDidChange((uri) => void this.#renew(uri));
        return new Disposable(() => this.contentProviders.delete(scheme));
      },
      openTextDocument: async (uri: Uri) => {
        const document = new TextDocument(uri, 'mof', await this.content(uri));
        this.documents.push(document);
        return document;
      },
      createFileSystemWatcher: () => withStandIns({}),
    };
    return withStandIns(workspace);
  }

  /** As VS Code does when a content provider says that a document has changed. */
  async #renew(uri: Uri): Promise<void> {
    const document = this.documents.find((open) => String(open.uri) === String(uri));
    document?.replace(await this.content(uri));
  }

  /** The settings below a section as an object; undefined where there are none. */
  #membersOf(section: string): object | undefined {
    const members = [...this.settings].flatMap(([name, value]) =>
      name.startsWith(`${section}.`) ? [[name.slice(section.length + 1), value] as const] : [],
    );
    return members.length === 0 ? undefined : Object.fromEntries(members);
  }

  #configuration(section: string): object {
    const nameOf = (name: string): string =>
      [section, name].filter((part) => part !== '').join('.');
    const get = (name: string, initial?: unknown): unknown =>
      this.settings.get(nameOf(name)) ?? this.#membersOf(nameOf(name)) ?? initial;
    return {
      ...this.#membersOf(section),
      get,
      has: (name: string) => this.settings.has(nameOf(name)),
      inspect: (name: string) => ({ globalValue: get(name) }),
    };
  }
}

function matches(filter: unknown, languageId: string, uri: Uri): boolean {
  if (typeof filter === 'string') return filter === languageId;
  const { language, scheme } = filter as { readonly language?: string; readonly scheme?: string };
  return (language ?? languageId) === languageId && (scheme ?? uri.scheme) === uri.scheme;
}

/** Makes up what an object does not have. */
function withStandIns(known: object): object {
  return new Proxy(known, {
    has: () => true,
    get: (target, name, receiver): unknown => {
      if (Reflect.has(target, name)) return Reflect.get(target, name, receiver);
      // A promise is what it would be taken for.
      if (typeof name === 'symbol' || name === 'then') return undefined;
      const standIn = /^on[A-Z]/.test(name)
        ? new EventEmitter<unknown>().event
        : /^[A-Z]/.test(name)
          ? standInClass()
          : () => withStandIns({ dispose: () => undefined });
      Reflect.set(target, name, standIn);
      return standIn;
    },
  });
}

/** A class that is also an enumeration, whose members are their names. */
function standInClass(): object {
  const standIn = function StandIn(): void {};
  return new Proxy(standIn, {
    get: (target, name, receiver): unknown =>
      Reflect.has(target, name) || typeof name === 'symbol'
        ? Reflect.get(target, name, receiver)
        : name,
  });
}
