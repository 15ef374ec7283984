/** Sends diagnostics to clients that do not ask for them. */
import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service.ts';
import { occasionalPause } from './pause.ts';
import type { Requests } from './requests.ts';

/** How diagnostics reach the client. */
export interface DiagnosticsChannel {
  readonly opened: (uri: string) => void;
  readonly changed: (uri: string) => void;
  readonly closed: (uri: string) => void;
  /** Something has changed that the client did not do in a document: a file, the settings, the folders. */
  readonly surroundingsChanged: () => void;
}

/** So long after the last key, in milliseconds, diagnostics are made anew. */
const TYPING_PAUSE = 150;

/** Somebody who types without a pause waits so long, in milliseconds. */
const LONGEST_WAIT = 1000;

export class PublishedDiagnostics implements DiagnosticsChannel {
  readonly #connection: Connection;
  readonly #service: LanguageService;
  readonly #requests: Requests;
  readonly #ready: () => Promise<void>;
  /** What each document was last sent, as text. */
  readonly #sent = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first change came that nothing was sent for. */
  #waitingSince: number | undefined;
  #round = 0;
  /** The document that somebody looks at: it does not wait for the others. */
  #latest = '';

  /** @param ready resolves when the first diagnostics are worth being made */
  constructor(
    connection: Connection,
    service: LanguageService,
    requests: Requests,
    ready: () => Promise<void>,
  ) {
    this.#connection = connection;
    this.#service = service;
    this.#requests = requests;
    this.#ready = ready;
  }

  opened(uri: string): void {
    this.#latest = uri;
    this.#schedule(0);
  }

  changed(uri: string): void {
    this.#latest = uri;
    this.#waitingSince ??= performance.now();
    const left = this.#waitingSince + LONGEST_WAIT - performance.now();
    this.#schedule(Math.max(0, Math.min(TYPING_PAUSE, left)));
  }

  /** What was found in a document goes with it. */
  closed(uri: string): void {
    const sent = this.#sent.get(uri);
    this.#sent.delete(uri);
    if (sent !== undefined && sent !== '[]') this.#send({ uri, diagnostics: [] });
    // Others may have depended on its text.
    this.#schedule(0);
  }

  surroundingsChanged(): void {
    this.#schedule(0);
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#requests.inBackground('textDocument/publishDiagnostics', () => this.#publish());
    }, delay);
  }

  /** Sends what has changed, also in documents that depend on the one that was typed in. */
  async #publish(): Promise<void> {
    const round = ++this.#round;
    const pause = occasionalPause();
    await this.#ready();
    const others = this.#service.workspace.openUris.filter((uri) => uri !== this.#latest);
    for (const uri of [this.#latest, ...others]) {
      if (round !== this.#round || this.#requests.phase !== 'initialized') return;
      this.#publishOne(uri);
      await pause();
    }
    this.#waitingSince = undefined;
  }

  #publishOne(uri: string): void {
    const { workspace } = this.#service;
    try {
      const version = workspace.document(uri)?.version;
      if (version === undefined) return;
      const diagnostics = this.#service.diagnostics(uri);
      const text = JSON.stringify(diagnostics);
      if (text === this.#sent.get(uri)) return;
      this.#sent.set(uri, text);
      this.#send({ uri, version, diagnostics });
    } catch (error) {
      // The others get theirs all the same.
      this.#requests.report('textDocument/publishDiagnostics', { textDocument: { uri } }, error);
    }
  }

  #send(params: Parameters<Connection['sendDiagnostics']>[0]): void {
    this.#requests.inBackground('textDocument/publishDiagnostics', () =>
      this.#connection.sendDiagnostics(params),
    );
  }
}
