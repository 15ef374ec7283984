/** `.gitignore` and `.mofsecignore`, in every folder from the repository's top down to the file. */
import ignore, { type Ignore } from 'ignore';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isBelow, withSlashes } from './paths.ts';

/** The later one can take back what the earlier one ignores. */
const fileNames = ['.gitignore', '.mofsecignore'];

/** Longer ones are no lists that a person keeps. */
const maxSize = 1024 * 1024;

export class IgnoreFiles {
  readonly #matchers = new Map<string, Ignore | undefined>();
  readonly #top: string;

  /**
   * @param folder the absolute path of the folder whose files are asked about. It is looked into
   * even if it is ignored itself, because the user named it; then only the ignore files below it
   * count.
   * @param cwd where the search for ignore files ends outside of a repository
   */
  constructor(folder: string, cwd: string) {
    this.#top = repositoryOf(folder) ?? (isBelow(cwd, folder) ? cwd : folder);
    if (this.isIgnored(folder, true)) this.#top = folder;
  }

  /** Whether a file or a folder is ignored, by itself or with a folder that it is in. */
  isIgnored(absolute: string, isFolder: boolean): boolean {
    const folders = this.#foldersAbove(absolute);
    return (
      folders.slice(1).some((folder) => this.#isListed(folder, true)) ||
      this.#isListed(absolute, isFolder)
    );
  }

  /** The deepest ignore file that has an opinion decides. */
  #isListed(absolute: string, isFolder: boolean): boolean {
    let isListed = false;
    for (const folder of this.#foldersAbove(absolute)) {
      const name = withSlashes(path.relative(folder, absolute)) + (isFolder ? '/' : '');
      const verdict = this.#matcher(folder)?.test(name);
      if (verdict?.ignored) isListed = true;
      else if (verdict?.unignored) isListed = false;
    }
    return isListed;
  }

  /** From the top down, without the path itself; none for the top. */
  #foldersAbove(absolute: string): readonly string[] {
    const folders: string[] = [];
    for (let folder = absolute; folder !== this.#top && isBelow(this.#top, folder);) {
      folder = path.dirname(folder);
      folders.unshift(folder);
    }
    return folders;
  }

  #matcher(folder: string): Ignore | undefined {
    if (!this.#matchers.has(folder)) this.#matchers.set(folder, readMatcher(folder));
    return this.#matchers.get(folder);
  }
}

function repositoryOf(folder: string): string | undefined {
  if (existsSync(path.join(folder, '.git'))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent);
}

function readMatcher(folder: string): Ignore | undefined {
  const lists = fileNames.flatMap((name) => readList(path.join(folder, name)) ?? []);
  if (lists.length === 0) return undefined;
  const ignorecase = process.platform === 'win32' || process.platform === 'darwin';
  return ignore({ ignorecase }).add(lists.join('\n'));
}

/** An ignore file that cannot be read ignores nothing, so that more is linted rather than less. */
function readList(file: string): string | undefined {
  try {
    const stats = statSync(file);
    return stats.isFile() && stats.size <= maxSize ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
