/** `#include`: finds the file that is meant, among the given ones first, and says why one is not read. */
import type { Include } from '../../grammar/mof/ast.ts';
import type { SourceFile } from '../text/source-file.ts';
import { joinIncludePath, normalize } from './include-paths.ts';
import type { CompilerProblem, ParsedFile } from './model.ts';
import { parsedFile } from './parsed-file.ts';

/**
 * Reads an included file; see `Host` of analyze.ts. Who includes it may matter: not every file may read the same.
 */
export type ReadInclude = (path: string, from: string) => SourceFile | undefined;

/** How deep files may include one another. */
export const MAX_INCLUDE_DEPTH = 64;
/** How many files one run reads because others include them. */
const MAX_INCLUDED_FILES = 4096;

/** Resolves each `#include` of a run once. */
export class IncludeResolver {
  /** Which file each `#include` brings in; undefined where none could be read. */
  readonly resolved = new Map<Include, ParsedFile | undefined>();
  readonly problems: CompilerProblem[] = [];
  /** Files whose first missing `#pragma include` was reported. */
  readonly #lacking = new Set<SourceFile>();
  /** Included files that were not given, in the order in which they were met. */
  readonly loaded: ParsedFile[] = [];
  readonly #files = new Map<string, ParsedFile>();
  /** What could not be read, by the folder of the file that includes it and its path. */
  readonly #missing = new Set<string>();
  readonly #foldedGiven = new Map<string, ParsedFile>();
  readonly #readInclude: ReadInclude | undefined;

  constructor(given: readonly ParsedFile[], readInclude: ReadInclude | undefined) {
    this.#readInclude = readInclude;
    for (const file of given) {
      const path = normalize(file.source.path.replaceAll('\\', '/'));
      if (!this.#files.has(path)) this.#files.set(path, file);
      if (!this.#foldedGiven.has(path.toLowerCase()))
        this.#foldedGiven.set(path.toLowerCase(), file);
    }
  }

  /** The file that an `#include` in `from` brings in. Problems are reported the first time. */
  resolve(include: Include, from: SourceFile): ParsedFile | undefined {
    if (this.resolved.has(include)) return this.resolved.get(include);
    const file = this.#find(include, from);
    this.resolved.set(include, file);
    return file;
  }

  /** The files that a file includes, in the order of its text. */
  targetsOf({ document, source }: ParsedFile): readonly ParsedFile[] {
    return document.items.flatMap((item) =>
      item.kind === 'Include' ? (this.resolve(item, source) ?? []) : [],
    );
  }

  #find(include: Include, from: SourceFile): ParsedFile | undefined {
    const { path } = include;
    if (path === undefined || isForThePreprocessor(include)) return undefined;
    const joined = joinIncludePath(from.path, path.value);
    if (joined.kind === 'refused') {
      this.#report('include-outside-root', path, from, refusal(path.value, joined.reason));
      return undefined;
    }
    if (joined.kind === 'no-file') {
      const name = JSON.stringify(path.value);
      const message = `${name} names no file, and mofcomp stops at an #include that it cannot open: write the name of a file, which counts from the folder of this file, or remove the #include.`;
      this.#report('include-not-found', path, from, message, '0x80044030');
      return undefined;
    }
    const known = this.#known(joined.path);
    if (known !== undefined) return known;
    if (this.#missing.has(missingKey(from, joined.path))) {
      this.#reportMissing(include, from, joined.path);
      return undefined;
    }
    return this.#load(include, from, joined.path);
  }

  /** A file of the run; Windows does not look at case, so a given file is also found in other spelling. */
  #known(path: string): ParsedFile | undefined {
    return this.#files.get(path) ?? this.#foldedGiven.get(path.toLowerCase());
  }

  #load(include: Include, from: SourceFile, path: string): ParsedFile | undefined {
    if (this.#readInclude === undefined) return undefined;
    const at = include.path ?? include;
    if (this.loaded.length >= MAX_INCLUDED_FILES) {
      this.#report(
        'include-limit',
        at,
        from,
        `More than ${MAX_INCLUDED_FILES} files are included, and mofsec reads no further ones: what this one ` +
          'declares is not known. Give the files by themselves.',
      );
      return undefined;
    }
    const source = this.#readInclude(path, from.path);
    if (source === undefined) {
      this.#missing.add(missingKey(from, path));
      this.#reportMissing(include, from, path);
      return undefined;
    }
    const file = parsedFile(source);
    this.#files.set(path, file);
    this.loaded.push(file);
    return file;
  }

  #reportMissing(include: Include, from: SourceFile, path: string): void {
    // A DMTF schema includes a thousand files; the first that is missing says it of all.
    if (include.form === 'dmtf') {
      if (this.#lacking.has(from)) return;
      this.#lacking.add(from);
    }
    const message =
      `There is no file ${path} that can be read, and mofcomp stops at an #include that it cannot open: correct the ` +
      'name, which counts from the folder of this file, or remove the #include.';
    this.#report('include-not-found', include.path ?? include, from, message, '0x80044030');
  }

  #report(
    code: string,
    { start, end }: { readonly start: number; readonly end: number },
    file: SourceFile,
    message: string,
    hresult?: string,
  ): void {
    this.problems.push({
      code,
      file,
      start,
      end,
      message,
      ...(hresult !== undefined && { hresult }),
    });
  }
}

function missingKey(from: SourceFile, path: string): string {
  const folder = normalize(from.path.replaceAll('\\', '/')).split('/').slice(0, -1).join('/');
  return `${folder}\0${path}`;
}

function refusal(name: string, reason: string): string {
  return (
    `mofsec does not read ${JSON.stringify(name)}: ${reason}, and such an #include works on one machine only, if at ` +
    "all. Name a file below this one's folder, relative to it."
  );
}

/** C's `#include "x.h"` and `#include <x.h>` are gone before mofcomp sees the text. */
function isForThePreprocessor({ form, path }: Include): boolean {
  return form === 'c' || /\.h$/i.test(path?.value ?? '');
}
