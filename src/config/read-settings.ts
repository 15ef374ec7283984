/** Reads small files of settings, none of which is ever run. */
import { readFileSync, statSync } from 'node:fs';

/** Nobody writes longer ones. */
const maxSize = 1024 * 1024;

/** The text of a file without a byte order mark; undefined where there is none, or it is no file of settings. */
export function readSettings(file: string): string | undefined {
  try {
    const stats = statSync(file);
    if (!stats.isFile() || stats.size > maxSize) return undefined;
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}
