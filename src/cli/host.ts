/**
 * How `#include` reads the disk: files below the root alone, and no more of them than a build has.
 */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../analyze.ts';
import { looksBinary } from '../text/binary-content.ts';
import { decode } from '../text/decode.ts';
import { SourceFile } from '../text/source-file.ts';
import { findInAnyCase } from './find-in-any-case.ts';
import { isBelow, shownPath } from './paths.ts';
import { maxFileSize, readRegularFile } from './read-bytes.ts';
import { errorCode, reasonOf, UserError } from './user-error.ts';

/** All included files together; a file of a few bytes must not make mofsec read a disk. */
const maxTotalSize = 4 * maxFileSize;

/** A host that reads the disk, and what it refused, in sentences for the user. */
export interface DiskHost extends Host {
  /** @param from the path of the including file; without it any root will do */
  readonly readInclude: (path: string, from?: string) => SourceFile | undefined;
  readonly notes: readonly string[];
}

/**
 * A root is the folder where the user stands; for given files outside of it, also their folder. A
 * path must be below a root as it is written and once its symbolic links are resolved, and the
 * including file must be below the same.
 *
 * @param cwd absolute
 * @param given the paths of the given files as {@link SourceFile.path}
 */
export function diskHost(cwd: string, given: readonly string[]): DiskHost {
  const folders = given.map((file) => path.dirname(path.resolve(cwd, file)));
  const roots = [cwd, ...new Set(folders.filter((folder) => !isBelow(cwd, folder)))];
  const notes = new Set<string>();
  let budget = maxTotalSize;
  const read = (include: string, from: string | undefined): SourceFile => {
    const { named, real } = resolveBelow(
      from === undefined
        ? roots
        : roots.filter((root) => isBelow(root, path.dirname(path.resolve(cwd, from)))),
      path.resolve(cwd, include),
    );
    const bytes = readRegularFile(real);
    budget -= bytes.length;
    if (budget < 0) throw new UserError('the included files are too large together');
    const binary = looksBinary(bytes);
    if (binary !== undefined) throw new UserError(`it is ${binary.description} and not MOF text`);
    const { text, encoding, problems } = decode(bytes);
    const shown = shownPath(cwd, named);
    for (const { message } of problems) notes.add(`${shown}: ${message}`);
    return new SourceFile(shown, text, encoding);
  };
  return {
    get notes() {
      return [...notes];
    },
    readInclude: (include, from) => {
      try {
        return read(include, from);
      } catch (error) {
        // That there is no such file is a finding, which the analysis reports at the `#include`.
        if (errorCode(error) !== 'ENOENT') notes.add(`did not read ${include}: ${reasonOf(error)}`);
        return undefined;
      }
    },
  };
}

interface Resolved {
  /** The path as it stands on the disk, in its upper and lower case. */
  readonly named: string;
  /** Without symbolic links. */
  readonly real: string;
}

/**
 * Looks at the path before at the disk: on Windows, to look at a network path is to connect to its
 * server.
 */
function resolveBelow(roots: readonly string[], absolute: string): Resolved {
  const root = roots.find((root) => isBelow(root, absolute));
  if (root === undefined) throw outside();
  const resolved = realPath(root, absolute);
  if (!isBelow(realpathSync(root), resolved.real)) throw outside();
  return resolved;
}

function realPath(root: string, absolute: string): Resolved {
  try {
    return { named: absolute, real: realpathSync(absolute) };
  } catch (error) {
    const named = findInAnyCase(root, path.relative(root, absolute));
    if (errorCode(error) !== 'ENOENT' || named === undefined) throw error;
    return { named, real: realpathSync(named) };
  }
}

function outside(): UserError {
  return new UserError('it lies outside of the folder that is compiled');
}
