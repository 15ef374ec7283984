/** `--schema`: files whose classes are known to a run that neither lints nor writes them. */
import type { Schema } from '../compiler/model.ts';
import { rules } from '../linter/registry.ts';
import type { SourceFile } from '../text/source-file.ts';
import { readInputs, type InputOptions, type Inputs } from './input.ts';
import type { Io } from './io.ts';
import { UserError } from './user-error.ts';

/** Reads the schema; a file that is also given to be worked on is left out. Throws a {@link UserError} for `-`. */
export async function readSchemaInputs(
  paths: readonly string[],
  { files: given }: Inputs,
  options: Pick<InputOptions, 'allowEmpty'>,
  io: Pick<Io, 'cwd' | 'stdin'>,
): Promise<Inputs> {
  if (paths.includes('-')) {
    throw new UserError('--schema - cannot be used: a schema is a file, a folder or a pattern.');
  }
  const { files, failures, notes } = await readInputs(paths, options, io);
  const isGiven = new Set(given.map(({ real }) => real));
  return {
    files: files.filter(({ real }) => !isGiven.has(real)),
    failures: failures.map((failure) => `--schema: ${failure}`),
    notes,
  };
}

/** How many schema files with problems are told of one by one. */
const mostTold = 5;

/**
 * Where the schema could not be read as a whole, so that a class may be missing that the user counts on: the first
 * problem of each file.
 */
export function schemaNotes({ files, problems }: Schema): readonly string[] {
  const first = new Map<SourceFile, string>();
  const add = (source: SourceFile, { code, start, message }: Problem): void => {
    if (first.has(source) || !hidesClasses(code)) return;
    const { line, column } = source.positionAt(start);
    first.set(
      source,
      `${source.path}:${line}:${column}: some classes of this schema file may not be known: ${message}`,
    );
  };
  for (const { source, problems } of files) for (const problem of problems) add(source, problem);
  for (const problem of problems) add(problem.file, problem);
  const told = [...first.values()];
  const more = told.length - mostTold;
  return more <= 0
    ? told
    : [
        ...told.slice(0, mostTold),
        `${more} more schema files have problems: lint them to see which.`,
      ];
}

interface Problem {
  readonly code: string;
  readonly start: number;
  readonly message: string;
}

/** Warnings about files that are not read. */
const hidingWarnings: ReadonlySet<string> = new Set(['include-outside-root', 'include-limit']);

/** Whether a problem may keep classes from being known; a pragma that WMI does not have keeps none. */
function hidesClasses(code: string): boolean {
  if (code === 'pragma-unknown') return false;
  const rule = rules.find(({ name }) => name === code);
  return rule?.severity === 'error' || hidingWarnings.has(code);
}
