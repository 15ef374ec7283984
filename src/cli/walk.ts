/** The MOF files below a folder. */
import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { IgnoreFiles } from './ignore-files.ts';
import { isBelow } from './paths.ts';
import { reasonFor } from './user-error.ts';

/** Folders that hold nobody's own files. */
export const skippedFolders: readonly string[] = ['node_modules', '.git'];

/** What a search came upon; every path is absolute. */
export interface Found {
  readonly files: readonly string[];
  /** How many the ignore files took out. */
  readonly ignored: number;
  /** What could not be looked into, and why. */
  readonly failures: readonly { readonly path: string; readonly reason: string }[];
  /** Symbolic links that lead out of the folder, and are not followed. */
  readonly strayLinks: readonly string[];
}

/** Files of the extensions that MOF has, in any case, in a folder and all folders below it. */
export function walk(folder: string, cwd: string): Found {
  const steps = walkInSteps(folder, cwd);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same in one step for each folder, for those who have other things to do in between. */
export function* walkInSteps(folder: string, cwd: string): Generator<void, Found> {
  const search = new Search(folder, cwd);
  yield* search.visit(folder);
  return search;
}

class Search implements Found {
  readonly files: string[] = [];
  ignored = 0;
  readonly failures: { readonly path: string; readonly reason: string }[] = [];
  readonly strayLinks: string[] = [];
  readonly #root: string;
  readonly #ignoreFiles: IgnoreFiles;

  constructor(folder: string, cwd: string) {
    this.#root = realpathSync(folder);
    this.#ignoreFiles = new IgnoreFiles(folder, cwd);
  }

  *visit(folder: string): Generator<void> {
    yield;
    for (const entry of this.#entriesOf(folder)) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) yield* this.#visitFolder(file, entry.name);
      else if (/\.(?:mof|mfl)$/i.test(entry.name)) this.#take(file, entry);
    }
  }

  #entriesOf(folder: string): readonly Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.failures.push({ path: folder, reason: reasonFor(folder, error) });
      return [];
    }
  }

  /** Links to folders are no folders here: they can lead in circles. */
  *#visitFolder(folder: string, name: string): Generator<void> {
    if (skippedFolders.includes(name) || this.#ignoreFiles.isIgnored(folder, true)) return;
    yield* this.visit(folder);
  }

  #take(file: string, entry: Dirent): void {
    if (this.#ignoreFiles.isIgnored(file, false)) this.ignored++;
    else if (entry.isFile()) this.files.push(file);
    else if (entry.isSymbolicLink()) this.#takeLink(file);
  }

  /** A link in somebody else's repository could put any file of this machine into a report. */
  #takeLink(link: string): void {
    try {
      const target = realpathSync(link);
      if (!isBelow(this.#root, target)) this.strayLinks.push(link);
      else if (statSync(target).isFile()) this.files.push(link);
    } catch (error) {
      this.failures.push({ path: link, reason: reasonFor(link, error) });
    }
  }
}
