/** The folders that the editor has open, and the documents in and beside them. */
import {
  TextDocument,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-textdocument';
import type { Environment } from './environment.ts';
import { Project } from './project.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { folderOf, nameOf, pathBelow } from './uris.ts';
import type { View } from './view.ts';

/** A file of a project. */
interface Location {
  readonly project: Project;
  readonly path: string;
}

export class Workspace {
  readonly #environment: Environment;
  readonly #folders = new Map<string, Project>();
  /** Projects of documents outside of all folders, by the folders of those documents. */
  readonly #loose = new Map<string, Project>();
  readonly #documents = new Map<string, TextDocument>();
  #settings: Settings = defaultSettings;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The folders' projects, and those of documents outside of them. */
  get projects(): readonly Project[] {
    return [...this.#folders.values(), ...this.#loose.values()];
  }

  /** The folders that are open. */
  get folders(): readonly Project[] {
    return [...this.#folders.values()];
  }

  /** What is set for documents outside of all folders, and for folders that are opened from now on. */
  get settings(): Settings {
    return this.#settings;
  }

  set settings(settings: Settings) {
    this.#settings = settings;
    for (const project of this.#loose.values()) project.settings = settings;
  }

  get openUris(): readonly string[] {
    return [...this.#documents.keys()];
  }

  /** Opens a folder; its documents that are open already move into it. */
  addFolder(folder: string): Project {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const project = new Project(folder, this.#environment, this.#settings);
    this.#rearrange(() => this.#folders.set(folder, project));
    return project;
  }

  /** Closes a folder; documents of it that stay open stand alone. */
  removeFolder(folder: string): void {
    this.#rearrange(() => this.#folders.delete(folder));
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    this.#take(TextDocument.create(uri, languageId, version, text));
  }

  /** Applies the client's changes in their order; changes of a document that is not open are nobody's. */
  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void {
    const document = this.#documents.get(uri);
    if (document !== undefined) this.#take(TextDocument.update(document, changes, version));
  }

  close(uri: string): void {
    if (!this.#documents.delete(uri)) return;
    for (const { project, path } of this.locations(uri)) {
      project.close(path);
      if (project.openPaths.length === 0) this.#loose.delete(project.folder);
    }
  }

  /** The text of an open document. */
  document(uri: string): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  /** A document or a file; undefined where it cannot be read. */
  view(uri: string): View | undefined {
    const { project, path } = this.locate(uri);
    return project.view(path);
  }

  /** The project of a document: of the innermost folder that holds it. */
  locate(uri: string): Location {
    const [first, ...others] = this.locations(uri);
    return others.reduce(
      (best, other) => (other.path.length < best.path.length ? other : best),
      first,
    );
  }

  /** A document in each folder that holds it, for a folder may lie in another one; what is in none is loose. */
  locations(uri: string): readonly [Location, ...Location[]] {
    const [first, ...others] = this.folders.flatMap((project) => {
      const path = pathBelow(project.folder, uri);
      return path === undefined ? [] : [{ project, path }];
    });
    return [first ?? { project: this.#looseProject(folderOf(uri)), path: nameOf(uri) }, ...others];
  }

  #looseProject(folder: string): Project {
    return this.#loose.get(folder) ?? new Project(folder, this.#environment, this.#settings);
  }

  #take(document: TextDocument): void {
    // Throws for what is no URI, before anything has changed.
    const locations = this.locations(document.uri);
    this.#documents.set(document.uri, document);
    for (const { project, path } of locations) {
      if (!this.#folders.has(project.folder)) this.#loose.set(project.folder, project);
      project.update(path, document.uri, document.version, document.getText());
    }
  }

  /** Changes the folders, and gives each open document to the project that is its own afterwards. */
  #rearrange(change: () => void): void {
    const documents = [...this.#documents.values()];
    for (const { uri } of documents) {
      for (const { project, path } of this.locations(uri)) project.close(path);
    }
    this.#loose.clear();
    change();
    for (const document of documents) this.#take(document);
  }
}
