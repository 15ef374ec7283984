/** From parsed files to what they mean together. */
import type { BoundUnit } from './binder.ts';
import { ClassHierarchy } from './class-hierarchy.ts';
import { IncludeResolver, type ReadInclude } from './includes.ts';
import type {
  AliasUse,
  Compilation,
  CompilationUnit,
  CompilerProblem,
  ParsedFile,
} from './model.ts';
import { DEFAULT_NAMESPACE, namespaceOf } from './namespaces.ts';
import { allClasses, readSchema } from './schema.ts';
import { joinSubscriptions } from './subscriptions.ts';
import { undefinedAliasProblems } from './undefined-aliases.ts';
import { bindUnits, symbolsOf } from './units.ts';

/** What a compilation depends on besides the files. */
export interface CompileOptions {
  /** The namespace of declarations before any `#pragma namespace`; mofcomp's default is `root\default`. */
  readonly namespace?: string | undefined;
  /** Reads included files that are not among the given ones; without it none is read and none is missed. */
  readonly readInclude?: ReadInclude | undefined;
  /** Files whose classes are known, and that are no part of the run. */
  readonly schema?: readonly ParsedFile[] | undefined;
}

/**
 * Compiles the files of a run together. Each is what mofcomp would be given, but for those that others include:
 * they are compiled where they are included.
 */
export function compileMof(
  files: readonly ParsedFile[],
  { namespace = DEFAULT_NAMESPACE, readInclude, schema: schemaFiles = [] }: CompileOptions = {},
): Compilation {
  const includes = new IncludeResolver(files, readInclude);
  const bound = bindUnits(files, namespaceOf(namespace), includes);
  const units = bound.map(({ unit }) => unit);
  const { classes, instances } = symbolsOf(units);
  const schema = readSchema(schemaFiles, readInclude);
  return {
    units,
    files: [...new Set([...files, ...includes.loaded])],
    classes,
    schema,
    instances,
    ...joinSubscriptions(instances, new ClassHierarchy(allClasses({ classes, schema }))),
    includes: includes.resolved,
    problems: [
      ...includes.problems,
      ...bound.flatMap(({ problems }) => problems),
      ...aliasProblems(bound),
    ],
  };
}

function aliasProblems(bound: readonly BoundUnit[]): readonly CompilerProblem[] {
  const undefinedUses: readonly (readonly [CompilationUnit, readonly AliasUse[]])[] = bound
    .filter(({ undefinedAliases }) => undefinedAliases.length > 0)
    .map(({ unit, undefinedAliases }) => [unit, undefinedAliases]);
  return undefinedUses.length === 0
    ? []
    : undefinedAliasProblems(
        undefinedUses,
        bound.map(({ unit }) => unit),
      );
}
