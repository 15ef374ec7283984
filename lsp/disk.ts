/** The language service's view of the disk: the same files that `mofsec lint` of the folder would read. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { diskHost } from '../src/cli/host.ts';
import { shownPath } from '../src/cli/paths.ts';
import { walkInSteps } from '../src/cli/walk.ts';
import type { FormatOptions } from '../src/formatter/options.ts';
import { rulePage } from '../src/linter/rule-pages.ts';
import type { Environment } from './environment.ts';
import { occasionalPause } from './server/pause.ts';

/** Reads below a folder only, whatever symbolic links say, and only files of a size that a MOF file may have. */
export const disk: Environment = {
  findFiles,
  readFile: (folder, file) => {
    const root = diskPath(folder);
    return root === undefined ? undefined : diskHost(root, []).readInclude(file);
  },
  layoutFor,
};

/** The settings are read each time: they may have changed, and nobody formats often. */
async function layoutFor(folder: string, file: string): Promise<Partial<FormatOptions>> {
  const root = diskPath(folder);
  if (root === undefined) return {};
  const { LayoutSettingsFinder } = await import('../src/config/layout.ts');
  try {
    const { settings } = await new LayoutSettingsFinder().settingsFor(path.resolve(root, file));
    return settings;
  } catch {
    // `mofsec format` says what is wrong with them; here the editor's settings count.
    return {};
  }
}

/**
 * The disk, and the pages of the rules in the package of a program.
 *
 * @param program the file that was started; it is in `dist`
 */
export function diskWithPages(program: string | undefined): Environment {
  const root = program === undefined ? undefined : packageOf(program);
  if (root === undefined) return disk;
  return { ...disk, rulePage: (rule) => URI.file(path.join(root, rulePage(rule))).toString() };
}

/** The folder of the package; undefined where it has no pages. */
function packageOf(program: string): string | undefined {
  try {
    const root = path.dirname(path.dirname(realpathSync(program)));
    return existsSync(path.dirname(path.join(root, rulePage('')))) ? root : undefined;
  } catch {
    // Whoever started it has taken its file away since.
    return undefined;
  }
}

/** A folder may be somebody's whole disk: to look through it takes time, in which others have their turn. */
async function findFiles(folder: string): Promise<readonly string[]> {
  const root = diskPath(folder);
  if (root === undefined) return [];
  const pause = occasionalPause();
  try {
    const steps = walkInSteps(root, root);
    let step = steps.next();
    while (step.done !== true) {
      await pause();
      step = steps.next();
    }
    return step.value.files.map((file) => shownPath(root, file));
  } catch {
    // A folder that is gone has no files; the editor tells its user.
    return [];
  }
}

function diskPath(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}
