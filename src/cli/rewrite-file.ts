/** Files of the user that get another text. */
import { accessSync, constants, statSync } from 'node:fs';
import { replaceFile } from './replace-file.ts';
import { UserError } from './user-error.ts';

/**
 * Puts a file in the place of one that the user may write. Throws a {@link UserError} or what the system says; the
 * old file is untouched then.
 *
 * @param file its real path
 */
export function rewriteFile(file: string, content: Uint8Array): void {
  const stats = statSync(file);
  if (!stats.isFile()) throw new UserError('it is no regular file');
  accessSync(file, constants.W_OK);
  replaceFile(file, stats.mode & 0o7777, content);
}
