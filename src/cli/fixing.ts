/** What `mofsec lint --fix` does to the files that it was given, and `--diff` would. */
import type { AppliedFix } from '../diagnostics/apply-fixes.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { escapeControls } from '../diagnostics/escape.ts';
import { mend } from '../linter/mend.ts';
import { unifiedDiff } from '../report/line-diff.ts';
import { decode } from '../text/decode.ts';
import { encode } from '../text/encode.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { InputAnalysis } from './analysis.ts';
import type { InputFile, Inputs } from './input.ts';
import { Interruption } from './interruption.ts';
import type { Io } from './io.ts';
import { readRegularFile } from './read-bytes.ts';
import { rewriteFile } from './rewrite-file.ts';
import { errorCode, reasonOf, UserError } from './user-error.ts';

/** A file and its text after the fixes; the same source where there was nothing to mend. */
export interface MendedFile {
  readonly before: SourceFile;
  readonly after: SourceFile;
  /** As in {@link InputFile}: undefined for standard input. */
  readonly real: string | undefined;
}

export interface MendedInputs {
  /** The files that may be changed: texts that were given and read completely. */
  readonly files: readonly MendedFile[];
  readonly applied: readonly AppliedFix[];
  /** What is left to say about all files. */
  readonly result: InputAnalysis;
}

/** Mends the given files in memory. Files that they include and that were not given stay as they are. */
export function mendInputs(
  inputs: Inputs,
  analyse: (inputs: Inputs) => InputAnalysis,
  safety: Fix['safety'],
): MendedInputs {
  const mendable = inputs.files.flatMap((file) => (isWhole(file) ? [file] : []));
  const sources = mendable.map(({ source }) => source);
  const { files, applied, result } = mend(
    sources,
    (current) => analyse(withSources(inputs, new Map(pairs(sources, current)))),
    safety,
  );
  const after = new Map(pairs(sources, files));
  return {
    files: mendable.map(({ source, real }) => ({
      before: source,
      after: after.get(source) ?? source,
      real,
    })),
    applied,
    result,
  };
}

/** Whether a file is a text of which every character is known, so that it can be written back. */
function isWhole(file: InputFile): file is Extract<InputFile, { kind: 'text' }> {
  return file.kind === 'text' && file.losses.length === 0;
}

function pairs<Item>(
  before: readonly Item[],
  after: readonly Item[],
): readonly (readonly [Item, Item])[] {
  return before.map((item, index) => [item, after[index] ?? item]);
}

function withSources(inputs: Inputs, current: ReadonlyMap<SourceFile, SourceFile>): Inputs {
  return {
    ...inputs,
    files: inputs.files.map((file) =>
      file.kind === 'text' ? { ...file, source: current.get(file.source) ?? file.source } : file,
    ),
  };
}

export interface Written {
  /** The files that have changed. */
  readonly files: readonly MendedFile[];
  /** Why others have not, a sentence each. */
  readonly failures: readonly string[];
}

/** Writes the files that have changed, each whole and in its own encoding; Ctrl-C ends it between two of them. */
export async function writeMended(mended: readonly MendedFile[]): Promise<Written> {
  const files: MendedFile[] = [];
  const failures: string[] = [];
  const interruption = new Interruption();
  try {
    for (const file of mended) {
      if (file.after === file.before || file.real === undefined) continue;
      if (await interruption.isRequested()) break;
      try {
        write(file, file.real);
        files.push(file);
      } catch (error) {
        if (!(error instanceof UserError) && errorCode(error) === undefined) throw error;
        failures.push(`cannot write ${file.before.path}: ${reasonOf(error)}`);
      }
    }
  } finally {
    interruption.end();
  }
  return { files, failures };
}

function write({ before, after }: MendedFile, real: string): void {
  // The analysis of many files takes its time, and somebody may have saved this one meanwhile.
  if (decode(readRegularFile(real)).text !== before.text) {
    throw new UserError('it has changed since it was read');
  }
  rewriteFile(real, bytesOf(after));
}

/** Throws a {@link UserError} when nobody could tell the encoding from the bytes any more. */
function bytesOf({ text, encoding }: SourceFile): Uint8Array {
  const bytes = encode(text, encoding);
  if (decode(bytes).text !== text) {
    throw new UserError('after the fixes it would be taken for a file in another encoding');
  }
  return bytes;
}

/** Gives the mended text of standard input to standard output, which is its file. */
export function printMended({ after }: MendedFile, { stdout }: Pick<Io, 'stdout'>): void {
  const isPlain = after.encoding === 'utf-8' || stdout.isTTY === true;
  stdout.write(isPlain ? after.text : encode(after.text, after.encoding));
}

/** A unified diff of all files that would change. */
export function mendingDiff(files: readonly MendedFile[]): string {
  return files
    .map(({ before, after }) => unifiedDiff(before.path, before.text, after.text))
    .join('');
}

/** A diff with every control character written out, but for the line ends of Windows. */
export function printableDiff(diff: string): string {
  return diff
    .split('\n')
    .map((line) =>
      line.endsWith('\r') ? `${escapeControls(line.slice(0, -1))}\r` : escapeControls(line),
    )
    .join('\n');
}
