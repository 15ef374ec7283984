/**
 * The schema that a user gives: files whose classes are known to a run, though it neither checks nor writes them. They
 * may have been compiled on the machine long ago.
 */
import { IncludeResolver, type ReadInclude } from './includes.ts';
import type { ClassSymbol, Compilation, ParsedFile, Schema } from './model.ts';
import { namespaceOf } from './namespaces.ts';
import { symbolsOf, bindUnits } from './units.ts';

/**
 * Where a schema's classes are before any `#pragma namespace`. With which switches the file was compiled nobody says, so
 * they are known wherever they are named.
 */
export const ANY_NAMESPACE = namespaceOf('');

/** A run without a schema. */
export const noSchema: Schema = { files: [], classes: [], problems: [] };

/** Reads the classes of schema files, with what these include. */
export function readSchema(
  files: readonly ParsedFile[],
  readInclude: ReadInclude | undefined,
): Schema {
  if (files.length === 0) return noSchema;
  const includes = new IncludeResolver(files, readInclude);
  const bound = bindUnits(files, ANY_NAMESPACE, includes);
  return {
    files: [...new Set([...files, ...includes.loaded])],
    classes: symbolsOf(bound.map(({ unit }) => unit)).classes,
    problems: [...includes.problems, ...bound.flatMap(({ problems }) => problems)],
  };
}

/** All classes that a run can name by what the user gave: its own, and then those of the schema. */
export function allClasses({
  classes,
  schema,
}: Pick<Compilation, 'classes' | 'schema'>): readonly ClassSymbol[] {
  return schema.classes.length === 0 ? classes : [...classes, ...schema.classes];
}
