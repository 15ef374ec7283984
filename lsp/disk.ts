/** The language service's view of the disk: the same files that `mofsec lint` of the folder would read. */
import { URI } from 'vscode-uri';
import { diskHost } from '../src/cli/host.ts';
import { shownPath } from '../src/cli/paths.ts';
import { walk } from '../src/cli/walk.ts';
import type { Environment } from './environment.ts';

/** Reads below a folder only, whatever symbolic links say, and only files of a size that a MOF file may have. */
export const disk: Environment = {
  findFiles: (folder) => Promise.resolve(findFiles(folder)),
  readFile: (folder, path) => {
    const root = diskPath(folder);
    return root === undefined ? undefined : diskHost(root, []).readInclude(path);
  },
};

function findFiles(folder: string): readonly string[] {
  const root = diskPath(folder);
  if (root === undefined) return [];
  try {
    return walk(root, root).files.map((file) => shownPath(root, file));
  } catch {
    // A folder that is gone has no files; the editor tells its user.
    return [];
  }
}

function diskPath(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}
