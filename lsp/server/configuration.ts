/** What the user has set in the editor, for each folder. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  type DidChangeConfigurationParams,
} from 'vscode-languageserver';
import type { LanguageService } from '../service.ts';
import { type ReadSettings, readSettings, type Settings, settingsSection } from '../settings.ts';
import type { Abilities } from './abilities.ts';

export class Configuration {
  readonly #connection: Connection;
  readonly #service: LanguageService;
  readonly #abilities: Abilities;
  /** What holds where the client says nothing. */
  readonly #initial: Settings;
  /** What the user has been told already. */
  readonly #told = new Set<string>();

  /** @param initial the options that came with the first message; they hold until the client says otherwise */
  constructor(
    connection: Connection,
    service: LanguageService,
    abilities: Abilities,
    initial: unknown,
  ) {
    this.#connection = connection;
    this.#service = service;
    this.#abilities = abilities;
    this.#initial = this.#checked(readSettings(initial));
    service.workspace.settings = this.#initial;
  }

  /** Asks to be told of changes. */
  async register(): Promise<void> {
    if (!this.#abilities.configurationRegistration) return;
    await this.#connection.client.register(DidChangeConfigurationNotification.type, {
      section: settingsSection,
    });
  }

  /** Asks the client for the settings of everything that is open; without effect where it does not know any. */
  async load(): Promise<void> {
    if (!this.#abilities.configuration) return;
    const { workspace } = this.#service;
    const folders = workspace.folders;
    const answers: unknown = await this.#connection.workspace.getConfiguration([
      { section: settingsSection },
      ...folders.map(({ folder }) => ({ scopeUri: folder, section: settingsSection })),
    ]);
    const [general, ...particular] = Array.isArray(answers) ? (answers as readonly unknown[]) : [];
    this.#take(general);
    for (const [index, project] of folders.entries()) {
      project.settings = this.#checked(readSettings(particular[index], workspace.settings));
    }
  }

  /** Takes in a change; a client that can be asked may send nothing along. */
  async changed({ settings }: DidChangeConfigurationParams): Promise<void> {
    if (this.#abilities.configuration) await this.load();
    else this.#take(settings);
  }

  /** Settings for all folders alike. */
  #take(value: unknown): void {
    const { workspace } = this.#service;
    workspace.settings = this.#checked(readSettings(value, this.#initial));
    for (const project of workspace.folders) project.settings = workspace.settings;
  }

  /** What cannot be used is shown once. */
  #checked({ settings, problems }: ReadSettings): Settings {
    for (const problem of problems) {
      if (!this.#told.has(problem)) this.#connection.console.warn(problem);
      this.#told.add(problem);
    }
    return settings;
  }
}
