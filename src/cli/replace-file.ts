/** Files that are never seen half-written. */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/**
 * Writes a file, whether it is there or not. Renaming is atomic within a folder: a reader sees the old file or the
 * new one, and an interruption the old one.
 *
 * @param file no symbolic link, because it would be replaced itself
 * @param mode the permissions of the file that is replaced; undefined for a new one
 */
export function replaceFile(
  file: string,
  mode: number | undefined,
  content: string | Uint8Array,
): void {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`);
  try {
    writeDurably(temporary, mode, content);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A full disk may show only when the system really writes. */
function writeDurably(file: string, mode: number | undefined, content: string | Uint8Array): void {
  const descriptor = openSync(file, 'wx', mode ?? 0o666);
  try {
    // What the process may not give to new files, the old one may have had.
    if (mode !== undefined) fchmodSync(descriptor, mode);
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
