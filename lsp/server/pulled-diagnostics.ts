/** Diagnostics for clients that ask for them: of a document, and of all files of the folders. */
import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { LanguageService } from '../service.ts';
import type { Abilities } from './abilities.ts';
import { contentHash } from './content-hash.ts';
import { occasionalPause } from './pause.ts';
import type { DiagnosticsChannel } from './published-diagnostics.ts';
import type { Requests } from './requests.ts';

/** Reports of so many files are sent together to a client that takes them in parts. */
const FILES_PER_PART = 50;

type Report = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;

export class PulledDiagnostics implements DiagnosticsChannel {
  readonly #connection: Connection;
  readonly #service: LanguageService;
  readonly #requests: Requests;
  readonly #abilities: Abilities;
  readonly #ready: () => Promise<void>;
  /** By document, the name of what the client has, as far as it came along with another document. */
  readonly #related = new Map<string, string>();
  /** Counts what may have changed diagnostics. */
  #changes = 0;
  /** What the last report on all files said, and at which count. */
  #lastReport: { readonly changes: number; readonly ids: ReadonlyMap<string, string> } | undefined;

  /** @param ready resolves when the first diagnostics are worth being made */
  constructor(
    connection: Connection,
    service: LanguageService,
    requests: Requests,
    abilities: Abilities,
    ready: () => Promise<void>,
  ) {
    this.#connection = connection;
    this.#service = service;
    this.#requests = requests;
    this.#abilities = abilities;
    this.#ready = ready;
  }

  /** Answers the requests. */
  listen(): void {
    this.#requests.on(
      DocumentDiagnosticRequest.type,
      { shape: 'document', otherwise: () => fullReport([]) },
      (params) => this.#document(params),
    );
    this.#requests.on(
      WorkspaceDiagnosticRequest.type,
      { shape: 'anything', otherwise: () => ({ items: [] }) },
      (params, token) => this.#workspace(params, token),
    );
  }

  // The client asks again by itself.
  opened(): void {
    this.#changes++;
  }

  changed(): void {
    this.#changes++;
  }

  closed(uri: string): void {
    this.#changes++;
    this.#related.delete(uri);
  }

  surroundingsChanged(): void {
    this.#changes++;
    if (!this.#abilities.refresh.diagnostics) return;
    this.#requests.inBackground('workspace/diagnostic/refresh', () =>
      this.#connection.languages.diagnostics.refresh(),
    );
  }

  async #document({
    textDocument: { uri },
    previousResultId,
  }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    await this.#ready();
    const report = this.#reportOf(uri, previousResultId);
    this.#related.delete(uri);
    if (!this.#abilities.relatedDocuments) return report;
    return { ...report, relatedDocuments: this.#relatedReports(uri) };
  }

  /** The open documents that are understood together with one, as far as their findings have changed. */
  #relatedReports(uri: string): Record<string, FullDocumentDiagnosticReport> {
    const { workspace } = this.#service;
    const view = workspace.view(uri);
    const reports: Record<string, FullDocumentDiagnosticReport> = {};
    for (const file of view?.analysis.files ?? []) {
      const other = view?.uriOf(file);
      if (other === undefined || other === uri || workspace.document(other) === undefined) continue;
      const report = this.#reportOf(other, this.#related.get(other));
      if (report.kind === DocumentDiagnosticReportKind.Unchanged) continue;
      if (report.resultId !== undefined) this.#related.set(other, report.resultId);
      reports[other] = report;
    }
    return reports;
  }

  async #workspace(
    { previousResultIds, partialResultToken }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    await this.#ready();
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    // Clients ask every few seconds, and mostly nothing has happened.
    if (this.#hasEverything(known)) return { items: [] };
    const changes = this.#changes;
    const ids = new Map<string, string>();
    const pause = occasionalPause();
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const sendPart = async (): Promise<void> => {
      if (partialResultToken === undefined || items.length === 0) return;
      const part = { items: items.splice(0) };
      await this.#connection.sendProgress(
        WorkspaceDiagnosticRequest.partialResult,
        partialResultToken,
        part,
      );
    };
    for (const uri of this.#allUris()) {
      if (token.isCancellationRequested) return { items: [] };
      const report = this.#reportOf(uri, known.get(uri));
      items.push({ ...report, uri, version: this.#versionOf(uri) });
      if (report.resultId !== undefined) ids.set(uri, report.resultId);
      known.delete(uri);
      if (items.length >= FILES_PER_PART) await sendPart();
      await pause();
    }
    // What is gone has no findings any more.
    for (const uri of known.keys()) items.push({ ...fullReport([]), uri, version: null });
    await sendPart();
    this.#lastReport = { changes, ids };
    return { items };
  }

  /** Whether a client has what the last report said, and that is still so. */
  #hasEverything(known: ReadonlyMap<string, string>): boolean {
    if (this.#lastReport?.changes !== this.#changes) return false;
    const { ids } = this.#lastReport;
    return ids.size === known.size && [...ids].every(([uri, id]) => known.get(uri) === id);
  }

  /** Each once: a folder may lie in another one. */
  #allUris(): ReadonlySet<string> {
    return new Set(
      this.#service.workspace.projects.flatMap((project) =>
        project.paths.map((path) => project.uriOf(path)),
      ),
    );
  }

  #versionOf(uri: string): number | null {
    return this.#service.workspace.document(uri)?.version ?? null;
  }

  #reportOf(uri: string, previousResultId: string | undefined): Report {
    const report = fullReport(this.#service.diagnostics(uri));
    return report.resultId === previousResultId && previousResultId !== undefined
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId }
      : report;
  }
}

function fullReport(items: Diagnostic[]): FullDocumentDiagnosticReport {
  const resultId = contentHash(JSON.stringify(items));
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}
