/** The project as its files stand, committed or not, without what is ignored. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { outsideEnvironment } from './processes.ts';

/** The project's folder. */
export const projectRoot: string = fileURLToPath(new URL('../..', import.meta.url));

const neverSource = new Set(['.git', 'node_modules', 'dist', 'coverage']);

/** The paths of all files, relative to the project, with `/`, sorted. Works outside a repository too. */
export function workTreeFiles(): readonly string[] {
  return (filesOfGit() ?? filesBelow('')).toSorted();
}

/** Copies the work tree into `folder`. */
export function copyWorkTree(folder: string): void {
  for (const file of workTreeFiles()) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(path.join(projectRoot, file), target);
  }
}

function filesOfGit(): string[] | undefined {
  if (!existsSync(path.join(projectRoot, '.git'))) return undefined;
  const list = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: projectRoot, encoding: 'utf8', env: outsideEnvironment() },
  );
  return list.split('\0').filter((file) => file !== '' && existsSync(path.join(projectRoot, file)));
}

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    if (neverSource.has(entry.name)) return [];
    const file = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}
