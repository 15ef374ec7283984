/** Reads the files of the folders in the background, and keeps what is known of them up to date. */
import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Project } from '../project.ts';
import type { LanguageService } from '../service.ts';
import { occasionalPause } from './pause.ts';
import type { Requests } from './requests.ts';

/** Ends an indexing that nobody wants any more. */
class Stopped extends Error {}

export class Indexing {
  readonly #connection: Connection;
  readonly #service: LanguageService;
  readonly #requests: Requests;
  readonly #showsProgress: boolean;
  /** The indexing that runs; another one begins when it is done. */
  #running: Promise<void> = Promise.resolve();

  constructor(
    connection: Connection,
    service: LanguageService,
    requests: Requests,
    showsProgress: boolean,
  ) {
    this.#connection = connection;
    this.#service = service;
    this.#requests = requests;
    this.#showsProgress = showsProgress;
  }

  /** Reads the files of some folders, after those that are being read. Never rejects. */
  index(projects: readonly Project[]): Promise<void> {
    this.#running = this.#indexAfter(this.#running, projects);
    return this.#running;
  }

  async #indexAfter(running: Promise<void>, projects: readonly Project[]): Promise<void> {
    await running;
    try {
      if (projects.length > 0) await this.#indexAll(projects);
    } catch (error) {
      if (!(error instanceof Stopped)) this.#requests.report('indexing', undefined, error);
    }
  }

  async #indexAll(projects: readonly Project[]): Promise<void> {
    const progress = this.#progress();
    const pause = occasionalPause();
    try {
      for (const project of projects) {
        await project.index(async (done, total) => {
          await pause();
          if (progress.isCancelled || !this.#isWanted(project)) throw new Stopped();
          progress.report(done, total);
        });
      }
    } finally {
      progress.end();
    }
  }

  #isWanted(project: Project): boolean {
    return (
      this.#requests.phase === 'initialized' && this.#service.workspace.folders.includes(project)
    );
  }

  /** The work does not wait for the client to show it. */
  #progress(): {
    readonly isCancelled: boolean;
    readonly report: (done: number, total: number) => void;
    readonly end: () => void;
  } {
    let reporter: WorkDoneProgressReporter | undefined;
    let isCancelled = false;
    let isDone = false;
    if (this.#showsProgress) {
      this.#requests.inBackground('window/workDoneProgress/create', async () => {
        const created = await this.#connection.window.createWorkDoneProgress();
        created.token.onCancellationRequested(() => (isCancelled = true));
        created.begin('Reading MOF files', 0, undefined, true);
        reporter = created;
        if (isDone) created.done();
      });
    }
    return {
      get isCancelled() {
        return isCancelled;
      },
      report: (done, total) => {
        // One message for each hundredth is enough.
        if (done % Math.max(1, Math.floor(total / 100)) === 0) {
          reporter?.report((100 * done) / total, `${done} of ${total}`);
        }
      },
      end: () => {
        isDone = true;
        reporter?.done();
      },
    };
  }
}
