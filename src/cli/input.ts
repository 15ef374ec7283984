/** From the arguments of a command to the files that it works on. */
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { binaryFileDiagnostic } from '../diagnostics/binary-file.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { looksBinary } from '../text/binary-content.ts';
import { decode } from '../text/decode.ts';
import { SourceFile } from '../text/source-file.ts';
import { expandGlob, isGlob } from './expand-glob.ts';
import type { Io } from './io.ts';
import { shownPath, withSlashes } from './paths.ts';
import { collect, readNamed } from './read-bytes.ts';
import { reasonFor, reasonOf } from './user-error.ts';
import { walk, type Found } from './walk.ts';

export interface InputOptions {
  /** The name of what comes through stdin; its folder is where `#include` looks. */
  readonly stdinFilename?: string | undefined;
  /** A folder or a pattern without a MOF file is all right. */
  readonly allowEmpty?: boolean | undefined;
}

/** A file that was read. `real` is its path without symbolic links; undefined for stdin. */
export type InputFile =
  | {
      readonly kind: 'text';
      readonly source: SourceFile;
      readonly real: string | undefined;
      /** Why the text is not all that the file holds; such a file must not be written back. */
      readonly losses: readonly string[];
    }
  | { readonly kind: 'binary'; readonly diagnostic: Diagnostic; readonly real: string | undefined };

export interface Inputs {
  /** In the order of the arguments, folders and patterns sorted, each file once. */
  readonly files: readonly InputFile[];
  /**
   * What could not be read, and arguments that match nothing: the command ends with exit code 2.
   */
  readonly failures: readonly string[];
  /** What the user should know and need not act on. */
  readonly notes: readonly string[];
}

/** The name of standard input in messages when the user gives it none. */
const stdinName = '<stdin>';

/** Reads everything that the arguments name, and goes on after what cannot be read. */
export async function readInputs(
  args: readonly string[],
  options: InputOptions,
  io: Pick<Io, 'cwd' | 'stdin'>,
): Promise<Inputs> {
  const reader = new InputReader(options, io);
  for (const arg of args) await reader.add(arg);
  return reader;
}

class InputReader implements Inputs {
  readonly files: InputFile[] = [];
  readonly failures: string[] = [];
  readonly notes: string[] = [];
  readonly #options: InputOptions;
  readonly #io: Pick<Io, 'cwd' | 'stdin'>;
  readonly #seen = new Set<string>();

  constructor(options: InputOptions, io: Pick<Io, 'cwd' | 'stdin'>) {
    this.#options = options;
    this.#io = io;
  }

  async add(arg: string): Promise<void> {
    if (arg === '-') return this.#addStdin();
    if (arg === '') {
      this.failures.push('an empty argument names no file; the current folder is .');
      return;
    }
    const named = this.#locate(arg);
    switch (named.kind) {
      case 'file':
        return this.#addFile(named.path);
      case 'folder':
        return this.#addFound(arg, () => walk(named.path, this.#io.cwd));
      case 'nothing':
        if (isGlob(arg)) return this.#addFound(arg, () => expandGlob(arg, this.#io.cwd));
        this.failures.push(`cannot read ${arg}: ${named.reason}`);
    }
  }

  /** `\` separates folders on every system, unless there is a file of that very name. */
  #locate(arg: string): Located {
    const asIs = locate(path.resolve(this.#io.cwd, arg));
    if (asIs.kind !== 'nothing' || !arg.includes('\\')) return asIs;
    const slashed = locate(path.resolve(this.#io.cwd, arg.replaceAll('\\', '/')));
    return slashed.kind === 'nothing' ? asIs : slashed;
  }

  async #addFound(arg: string, search: () => Found | Promise<Found>): Promise<void> {
    try {
      const { files, ignored, failures, strayLinks } = await search();
      for (const failure of failures) this.#fail(failure.path, failure.reason);
      for (const link of strayLinks) {
        this.notes.push(`skipped ${this.#shown(link)}: a symbolic link that leads out of ${arg}`);
      }
      if (files.length === 0 && failures.length === 0) this.#addEmpty(arg, ignored);
      for (const file of inOrder(files)) await this.#addFile(file);
    } catch (error) {
      this.failures.push(`cannot read ${arg}: ${reasonOf(error)}`);
    }
  }

  #addEmpty(arg: string, ignored: number): void {
    if (this.#options.allowEmpty === true) return;
    const but = ignored === 0 ? '' : `, only ${ignored} that .gitignore or .mofsecignore takes out`;
    const what = isGlob(arg) ? 'no file matches' : 'no .mof or .mfl file in';
    this.failures.push(`${what} ${arg}${but} (--allow-empty accepts that)`);
  }

  async #addFile(file: string): Promise<void> {
    try {
      const real = realpathSync(file);
      if (this.#seen.has(real)) return;
      this.#seen.add(real);
      this.#addBytes(this.#shown(file), await readNamed(file), real);
    } catch (error) {
      this.#fail(file, reasonFor(file, error));
    }
  }

  async #addStdin(): Promise<void> {
    if (this.#seen.has('-')) return;
    this.#seen.add('-');
    const name = this.#options.stdinFilename;
    const shown = name === undefined ? stdinName : this.#shown(path.resolve(this.#io.cwd, name));
    try {
      this.#addBytes(shown, await collect(this.#io.stdin), undefined);
    } catch (error) {
      this.failures.push(`cannot read standard input: ${reasonOf(error)}`);
    }
  }

  #addBytes(shown: string, bytes: Uint8Array, real: string | undefined): void {
    const binary = looksBinary(bytes);
    if (binary !== undefined) {
      this.files.push({ kind: 'binary', diagnostic: binaryFileDiagnostic(shown, binary), real });
      return;
    }
    const { text, encoding, problems } = decode(bytes);
    const losses = problems.map(({ message }) => message);
    for (const loss of losses) this.notes.push(`${shown}: ${loss}`);
    this.files.push({ kind: 'text', source: new SourceFile(shown, text, encoding), real, losses });
  }

  #fail(file: string, reason: string): void {
    this.failures.push(`cannot read ${this.#shown(file)}: ${reason}`);
  }

  #shown(absolute: string): string {
    return shownPath(this.#io.cwd, absolute);
  }
}

type Located =
  | { readonly kind: 'file' | 'folder'; readonly path: string }
  | { readonly kind: 'nothing'; readonly reason: string };

function locate(absolute: string): Located {
  try {
    return { kind: statSync(absolute).isDirectory() ? 'folder' : 'file', path: absolute };
  } catch (error) {
    return { kind: 'nothing', reason: reasonFor(absolute, error) };
  }
}

/** The same on every system and in every language. */
function inOrder(files: readonly string[]): readonly string[] {
  const keyed = files.map((file) => ({ file, key: withSlashes(file) }));
  return keyed
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ file }) => file);
}
