/** A folder of MOF files: its open documents, the files on the disk beside them, and what they mean together. */
import { analyze, type Analysis } from '../src/analyze.ts';
import { parsedFile } from '../src/compiler/parsed-file.ts';
import { rulesOf } from '../src/linter/registry.ts';
import { type Encoding, SourceFile } from '../src/text/source-file.ts';
import type { Environment } from './environment.ts';
import { factsOf } from './file-facts.ts';
import { FileGraph } from './file-graph.ts';
import { defaultSettings, sameSettings, type Settings } from './settings.ts';
import { uriBelow } from './uris.ts';
import { type Folder, View } from './view.ts';

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
  /** The state of the project at which the sources were compared last; see {@link Project}'s `#changes`. */
  asOf: number;
}

/** Files that belong together and are longer than this together are analysed one by one, for the sake of typing. */
const LARGEST_COMPONENT = 4_000_000;

export class Project implements Folder {
  /** The URI of the folder. */
  readonly folder: string;
  readonly environment: Environment;
  readonly #graph = new FileGraph();
  readonly #open = new Map<string, OpenDocument>();
  /** Files as they were last read; undefined for those that cannot be read. */
  readonly #read = new Map<string, SourceFile | undefined>();
  /** Counts whatever may change what a file means. */
  #changes = 0;
  readonly #analyses = new Map<string, KnownAnalysis>();
  /** Open documents whose facts are not in the graph yet: nobody may ask before the next key is pressed. */
  readonly #unsettled = new Set<string>();
  #settings: Settings;

  constructor(folder: string, environment: Environment, settings: Settings = defaultSettings) {
    this.folder = folder;
    this.#settings = settings;
    this.environment = environment;
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
    if (sameSettings(settings, this.#settings)) return;
    this.#settings = settings;
    this.#changes++;
    this.#analyses.clear();
  }

  /** The URI of a file, in the client's spelling where it is open. */
  uriOf(path: string): string {
    return this.#open.get(path)?.uri ?? uriBelow(this.folder, path);
  }

  /** Takes in an open document's text. */
  update(path: string, uri: string, version: number, text: string): void {
    const source = new SourceFile(path, text, this.#encodingOf(path));
    this.#open.set(path, { uri, version, source });
    this.#changes++;
    this.#unsettled.add(path);
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
    this.#changes++;
    for (const path of paths) {
      this.#unsettled.delete(path);
      this.#read.delete(path);
      this.#takeEncoding(path);
      const source = this.sourceOf(path);
      this.#graph.set(path, source && factsOf(parsedFile(source)));
    }
  }

  /**
   * Finds the MOF files of the folder, and what has become of those that were known. Between files it lets others have
   * their turn, for a folder may hold thousands; `pause` says how, and ends it by rejecting.
   */
  async index(pause: (done: number, total: number) => Promise<void>): Promise<void> {
    const found = await this.environment.findFiles(this.folder);
    const isFound = new Set(found);
    this.refresh([...this.#read.keys()].filter((path) => !isFound.has(path)));
    for (const [index, path] of found.entries()) {
      // What was missing when something named it may have come since.
      if (this.#read.get(path) === undefined && !this.#open.has(path)) this.refresh([path]);
      await pause(index + 1, found.length);
    }
  }

  /** Whether a file has been read, or found to be missing. */
  knows(path: string): boolean {
    return this.#open.has(path) || this.#read.has(path);
  }

  /** The text of a file: of the open document, or else of the disk. */
  sourceOf(path: string): SourceFile | undefined {
    const open = this.#open.get(path);
    return open === undefined ? this.#fileOf(path) : open.source;
  }

  /** A file as it is on the disk. */
  #fileOf(path: string): SourceFile | undefined {
    if (!this.#read.has(path)) {
      this.#read.set(path, this.environment.readFile(this.folder, path));
      this.#changes++;
    }
    return this.#read.get(path);
  }

  /** How a file is stored: an editor sends text, and says nothing of its bytes. */
  #encodingOf(path: string): Encoding {
    try {
      return this.#fileOf(path)?.encoding ?? 'utf-8';
    } catch {
      // What is wrong with the disk must not keep what is typed away.
      return 'utf-8';
    }
  }

  /** The text of an open document stays, but it may have been saved in another encoding. */
  #takeEncoding(path: string): void {
    const open = this.#open.get(path);
    if (open === undefined) return;
    const encoding = this.#encodingOf(path);
    if (open.source.encoding === encoding) return;
    this.#open.set(path, { ...open, source: new SourceFile(path, open.source.text, encoding) });
  }

  /** A file as the features see it; undefined where it cannot be read. */
  view(path: string): View | undefined {
    const source = this.sourceOf(path);
    return source && new View(this, source, this.#open.get(path)?.version);
  }

  /** What a file means, together with those that it belongs to. */
  analysisOf(path: string): Analysis {
    const known = this.#analyses.get(path);
    // Which files belong together takes time to find out, and a feature asks many times between two changes.
    if (known?.asOf === this.#changes) return known.analysis;
    const { given, schema } = this.#sourcesFor(path);
    const sources = [...given, ...schema];
    if (known !== undefined && sameSources(known.sources, sources)) {
      known.asOf = this.#changes;
      return known.analysis;
    }
    const analysis = this.#analyze(given, schema);
    // The others of the component would get the same answer.
    for (const source of given) {
      this.#analyses.set(source.path, { sources, analysis, asOf: this.#changes });
    }
    return analysis;
  }

  /** What a file would mean with another text, for those who change it in several steps. */
  analysisWith(changed: SourceFile): Analysis {
    const { given, schema } = this.#sourcesFor(changed.path);
    return this.#analyze(
      given.map((source) => (source.path === changed.path ? changed : source)),
      schema,
    );
  }

  /** What a file means by itself, with what it includes: what mofcomp would make of it. */
  analysisAlone(source: SourceFile): Analysis {
    return this.#analyze([source], this.#sourcesFor(source.path).schema);
  }

  #analyze(given: readonly SourceFile[], schema: readonly SourceFile[]): Analysis {
    const { namespace, preset } = this.#settings;
    return analyze(given, {
      schema,
      rules: rulesOf(preset),
      ...(namespace !== undefined && { namespace }),
      host: { readInclude: (include) => this.sourceOf(include) },
    });
  }

  #sourcesFor(path: string): {
    readonly given: readonly SourceFile[];
    readonly schema: readonly SourceFile[];
  } {
    this.#settle();
    const whole = this.#sources(this.#graph.component(path));
    const size = whole.reduce((sum, { text }) => sum + text.length, 0);
    const given = size <= LARGEST_COMPONENT ? whole : this.#sources([path]);
    const paths = [
      ...this.#graph.schemaOf(given.map(({ path }) => path)),
      ...this.#settings.schema.flatMap((schema) => this.#filesIn(schema)),
    ];
    return { given, schema: this.#sources([...new Set(paths)]) };
  }

  #settle(): void {
    for (const path of this.#unsettled) {
      const source = this.sourceOf(path);
      this.#graph.set(path, source && factsOf(parsedFile(source)));
    }
    this.#unsettled.clear();
  }

  /** A file, or the files of a folder; the empty path is the project's own folder. */
  #filesIn(path: string): readonly string[] {
    const found = this.paths.filter((file) => path === '' || file.startsWith(`${path}/`));
    return found.length > 0 ? found : [path];
  }

  #sources(paths: readonly string[]): readonly SourceFile[] {
    return paths.flatMap((path) => this.sourceOf(path) ?? []);
  }
}

function sameSources(a: readonly SourceFile[], b: readonly SourceFile[]): boolean {
  return a.length === b.length && a.every((source, index) => source === b[index]);
}
