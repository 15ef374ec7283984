/**
 * Patterns that no shell has expanded: Windows shells never do, and quoted ones reach us as they
 * are.
 */
import { readdir } from 'node:fs';
import { glob, isDynamicPattern } from 'tinyglobby';
import path from 'node:path';
import { IgnoreFiles } from './ignore-files.ts';
import { skippedFolders, type Found } from './walk.ts';
import { reasonOf } from './user-error.ts';

/** Whether an argument that is no file can be a pattern. */
export function isGlob(argument: string): boolean {
  return isDynamicPattern(withForwardSlashes(argument));
}

/**
 * The files that a pattern matches, whatever their extension. `\` separates folders, as Windows
 * users write it; where nothing matches that way, it is the escape character that it is in other
 * shells. Links to folders are not followed.
 */
export async function expandGlob(pattern: string, cwd: string): Promise<Found> {
  const found = await match(withForwardSlashes(pattern), cwd);
  const isOther = pattern.includes('\\') && found.files.length + found.ignored === 0;
  return isOther ? match(pattern, cwd) : found;
}

function withForwardSlashes(pattern: string): string {
  return pattern.replaceAll('\\', '/');
}

async function match(pattern: string, cwd: string): Promise<Found> {
  const failures: { readonly path: string; readonly reason: string }[] = [];
  const matches = await glob(pattern, {
    cwd,
    absolute: true,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    caseSensitiveMatch: process.platform !== 'win32',
    ignore: skippedFolders.map((name) => `**/${name}/**`),
    fs: { readdir: reportingReaddir((path, reason) => failures.push({ path, reason })) },
  });
  const ignoreFiles = new IgnoreFiles(cwd, cwd);
  const all = matches.map((file) => path.resolve(file));
  const files = all.filter((file) => !ignoreFiles.isIgnored(file, false));
  return { files, ignored: all.length - files.length, failures, strayLinks: [] };
}

/** `readdir` as the search calls it, which keeps silent about folders that it cannot look into. */
function reportingReaddir(report: (path: string, reason: string) => void): typeof readdir {
  const reporting = (
    folder: string,
    options: Parameters<typeof readdir>[1],
    callback: (error: NodeJS.ErrnoException | null, entries: unknown) => void,
  ): void => {
    readdir(folder, options, (error, entries) => {
      // A folder that the pattern names and that is not there is a pattern without a match.
      if (error && error.code !== 'ENOENT') report(path.resolve(folder), reasonOf(error));
      callback(error, entries);
    });
  };
  return reporting as typeof readdir;
}
