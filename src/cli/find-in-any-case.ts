/** Files by the name that Windows would find them by. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * The path below `folder` that differs from `relative` in upper and lower case alone: MOF files are
 * written on Windows, where that makes no difference, and checked on systems where it does.
 * Undefined where there is none, or several.
 *
 * @param relative with the separators of this system, without `..`
 */
export function findInAnyCase(folder: string, relative: string): string | undefined {
  let found = folder;
  for (const segment of relative.split(path.sep)) {
    const [name, ...others] = namesLike(found, segment);
    if (name === undefined || others.length > 0) return undefined;
    found = path.join(found, name);
  }
  return found;
}

/** The exact name alone where it is there. */
function namesLike(folder: string, wanted: string): readonly string[] {
  const names = namesIn(folder);
  if (names.includes(wanted)) return [wanted];
  return names.filter((name) => name.toLowerCase() === wanted.toLowerCase());
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
