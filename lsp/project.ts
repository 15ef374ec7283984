/** A folder of MOF files: its open documents, the files on the disk beside them, and what they mean together. */
import { analyze, type Analysis } from '../src/analyze.ts';
import { parsedFile } from '../src/compiler/parsed-file.ts';
import { SourceFile } from '../src/text/source-file.ts';
import type { Environment } from './environment.ts';
import { factsOf } from './file-facts.ts';
import { FileGraph } from './file-graph.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { uriBelow } from './uris.ts';
import { View } from './view.ts';

/** An open document; its text wins over the disk's. */
interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  readonly version: number;
  readonly source: SourceFile;
}

/** An analysis, and the sources that it is of: it stands as long as they are the same. */
interface KnownAnalysis {
  readonly sources: readonly SourceFile[];
  readonly analysis: Analysis;
}

/** Files that belong together and are longer than this together are analysed one by one, for the sake of typing. */
const LARGEST_COMPONENT = 4_000_000;

export class Project {
  /** The URI of the folder. */
  readonly folder: string;
  readonly #environment: Environment;
  readonly #graph = new FileGraph();
  readonly #open = new Map<string, OpenDocument>();
  /** Files as they were last read; undefined for those that cannot be read. */
  readonly #read = new Map<string, SourceFile | undefined>();
  readonly #analyses = new Map<string, KnownAnalysis>();
  #settings: Settings = defaultSettings;

  constructor(folder: string, environment: Environment) {
    this.folder = folder;
    this.#environment = environment;
  }

  /** The paths of all files that are known: open ones and those found in the folder, sorted. */
  get paths(): readonly string[] {
    const found = [...this.#read].flatMap(([path, source]) => (source === undefined ? [] : [path]));
    return [...new Set([...this.#open.keys(), ...found])].toSorted();
  }

  get openPaths(): readonly string[] {
    return [...this.#open.keys()];
  }

  get settings(): Settings {
    return this.#settings;
  }

  set settings(settings: Settings) {
    this.#settings = settings;
    this.#analyses.clear();
  }

  /** The URI of a file, in the client's spelling where it is open. */
  uriOf(path: string): string {
    return this.#open.get(path)?.uri ?? uriBelow(this.folder, path);
  }

  /** Takes in an open document's text. */
  update(path: string, uri: string, version: number, text: string): void {
    const encoding = this.#read.get(path)?.encoding ?? 'utf-8';
    const source = new SourceFile(path, text, encoding);
    this.#open.set(path, { uri, version, source });
    this.#graph.set(path, factsOf(parsedFile(source)));
  }

  /** Forgets an open document's text: the disk's counts again. */
  close(path: string): void {
    this.#open.delete(path);
    this.refresh([path]);
  }

  /** Reads files again that have changed on the disk, have come or have gone. */
  refresh(paths: readonly string[]): void {
    // What was missing may be there now, so that no analysis can be trusted.
    this.#analyses.clear();
    for (const path of paths) {
      this.#read.delete(path);
      const source = this.sourceOf(path);
      this.#graph.set(path, source && factsOf(parsedFile(source)));
    }
  }

  /**
   * Finds the MOF files of the folder. Between files it lets others have their turn, for a folder may hold thousands;
   * `pause` says how.
   */
  async index(pause: () => Promise<void>): Promise<void> {
    for (const path of await this.#environment.findFiles(this.folder)) {
      if (!this.#read.has(path) && !this.#open.has(path)) this.refresh([path]);
      await pause();
    }
  }

  /** The text of a file: of the open document, or else of the disk. */
  sourceOf(path: string): SourceFile | undefined {
    const open = this.#open.get(path);
    if (open !== undefined) return open.source;
    if (!this.#read.has(path)) this.#read.set(path, this.#environment.readFile(this.folder, path));
    return this.#read.get(path);
  }

  /** A file as the features see it; undefined where it cannot be read. */
  view(path: string): View | undefined {
    const source = this.sourceOf(path);
    return source && new View(this, source, this.#open.get(path)?.version);
  }

  /** What a file means, together with those that it belongs to. */
  analysisOf(path: string): Analysis {
    const { given, schema } = this.#sourcesFor(path);
    const sources = [...given, ...schema];
    const known = this.#analyses.get(path);
    if (known !== undefined && sameSources(known.sources, sources)) return known.analysis;
    const { namespace } = this.#settings;
    const analysis = analyze(given, {
      schema,
      ...(namespace !== undefined && { namespace }),
      host: { readInclude: (include) => this.sourceOf(include) },
    });
    // The others of the component would get the same answer.
    for (const source of given) this.#analyses.set(source.path, { sources, analysis });
    return analysis;
  }

  #sourcesFor(path: string): {
    readonly given: readonly SourceFile[];
    readonly schema: readonly SourceFile[];
  } {
    const whole = this.#sources(this.#graph.component(path));
    const size = whole.reduce((sum, { text }) => sum + text.length, 0);
    const given = size <= LARGEST_COMPONENT ? whole : this.#sources([path]);
    const paths = this.#graph.schemaOf(given.map(({ path }) => path));
    return { given, schema: this.#sources(paths) };
  }

  #sources(paths: readonly string[]): readonly SourceFile[] {
    return paths.flatMap((path) => this.sourceOf(path) ?? []);
  }
}

function sameSources(a: readonly SourceFile[], b: readonly SourceFile[]): boolean {
  return a.length === b.length && a.every((source, index) => source === b[index]);
}
