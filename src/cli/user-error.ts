/** What goes wrong outside of mofsec, in words for the one who can put it right. */

/** Printed as a message without a stack; the command ends with exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EBUSY', 'another program is using it'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EEXIST', 'there is a file of that name'],
  ['EFBIG', 'the file would be too large'],
  ['EIO', 'the disk reports an error'],
  ['EISDIR', 'it is a folder'],
  ['ELOOP', 'its symbolic links lead in a circle'],
  ['EMFILE', 'too many files are open'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ENFILE', 'too many files are open'],
  ['ENOENT', 'no such file or folder'],
  ['ENOSPC', 'the disk is full'],
  ['ENOTDIR', 'a part of the path is no folder'],
  ['ENXIO', 'no such device'],
  ['EPERM', 'permission denied'],
  ['EPIPE', 'the reader has closed the pipe'],
  ['EROFS', 'the disk is read-only'],
]);

/** Why the operating system refused, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  if (error instanceof UserError) return error.message;
  return (
    reasons.get(errorCode(error) ?? '') ?? (error instanceof Error ? error.message : 'unknown')
  );
}

/**
 * Why the operating system refused a file. Linux allows any bytes in a name; those that are not UTF-8 reach us as
 * U+FFFD, and there is no file of that name.
 */
export function reasonFor(file: string, error: unknown): string {
  return errorCode(error) === 'ENOENT' && file.includes('\ufffd')
    ? 'its name is not UTF-8, so mofsec cannot open it: rename it, or give its text through standard input'
    : reasonOf(error);
}

/** `ENOENT` and the like; undefined for errors of another kind. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
