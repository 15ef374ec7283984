/** Where results go: to stdout, or with `-o` to a file that is never seen half-written. */
import { lstatSync, readlinkSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Io } from './io.ts';
import { replaceFile } from './replace-file.ts';
import { errorCode, reasonOf, UserError } from './user-error.ts';

/** `-o FILE`; undefined and `-` are stdout. */
export type Target = string | undefined;

/** Whether results go to a file, which has neither colours nor a width. */
export function isFile(target: Target): target is string {
  return target !== undefined && target !== '-';
}

/**
 * Writes the result of a command. Throws a {@link UserError} when the file cannot be written; what
 * stood there before is untouched then.
 *
 * @param inputs the real paths of the files that were read; the result does not go over one of them
 */
export function writeOutput(
  io: Pick<Io, 'stdout' | 'cwd'>,
  target: Target,
  text: string,
  inputs: readonly (string | undefined)[] = [],
): void {
  if (!isFile(target)) {
    if (text !== '') io.stdout.write(text);
    return;
  }
  try {
    writeTo(locate(path.resolve(io.cwd, target), inputs), text);
  } catch (error) {
    throw new UserError(`cannot write ${target}: ${reasonOf(error)}`);
  }
}

interface Place {
  readonly file: string;
  /** The permissions of the file that is replaced. */
  readonly mode: number | undefined;
  /** A pipe or a device cannot be replaced, only written to. */
  readonly isRegular: boolean;
}

function locate(absolute: string, inputs: readonly (string | undefined)[]): Place {
  try {
    const file = realpathSync(absolute);
    if (inputs.includes(file)) throw new UserError('it is one of the files that were read');
    const stats = statSync(file);
    if (stats.isDirectory()) throw new UserError('it is a folder');
    return { file, mode: stats.mode & 0o777, isRegular: stats.isFile() };
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return { file: behindLinks(absolute), mode: undefined, isRegular: true };
  }
}

/** No system follows more. */
const mostLinks = 40;

/** The file that writing to a path makes: a symbolic link may lead to one that is not there yet. */
function behindLinks(absolute: string): string {
  let file = absolute;
  for (let links = 0; links < mostLinks; links++) {
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return file;
    file = path.resolve(realpathSync(path.dirname(file)), readlinkSync(file));
  }
  return file;
}

function writeTo({ file, mode, isRegular }: Place, text: string): void {
  if (isRegular) replaceFile(file, mode, text);
  else writeFileSync(file, text);
}
