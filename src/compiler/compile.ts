/** From parsed files to what they mean together. */
import { bindUnit, type BoundUnit } from './binder.ts';
import { ClassHierarchy } from './class-hierarchy.ts';
import { IncludeResolver, MAX_INCLUDE_DEPTH, type ReadInclude } from './includes.ts';
import type {
  AliasUse,
  ClassSymbol,
  Compilation,
  CompilationUnit,
  CompilerProblem,
  InstanceSymbol,
  ParsedFile,
} from './model.ts';
import { DEFAULT_NAMESPACE, namespaceOf } from './namespaces.ts';
import { joinSubscriptions } from './subscriptions.ts';
import { undefinedAliasProblems } from './undefined-aliases.ts';

/** What a compilation depends on besides the files. */
export interface CompileOptions {
  /** The namespace of declarations before any `#pragma namespace`; mofcomp's default is `root\default`. */
  readonly namespace?: string | undefined;
  /** Reads included files that are not among the given ones; without it none is read and none is missed. */
  readonly readInclude?: ReadInclude | undefined;
}

/**
 * Compiles the files of a run together. Each is what mofcomp would be given, but for those that others include:
 * they are compiled where they are included.
 */
export function compileMof(
  files: readonly ParsedFile[],
  { namespace = DEFAULT_NAMESPACE, readInclude }: CompileOptions = {},
): Compilation {
  const includes = new IncludeResolver(files, readInclude);
  const initial = namespaceOf(namespace);
  const bound = bindAll(files, includes, (root) => bindUnit(root, initial, includes));
  const units = bound.map(({ unit }) => unit);
  const { classes, instances } = symbolsOf(units);
  return {
    units,
    files: [...new Set([...files, ...includes.loaded])],
    classes,
    instances,
    ...joinSubscriptions(instances, new ClassHierarchy(classes)),
    includes: includes.resolved,
    problems: [
      ...includes.problems,
      ...bound.flatMap(({ problems }) => problems),
      ...aliasProblems(bound),
    ],
  };
}

/** One unit for each file that nobody includes, and then for what no unit reached: files that include one another. */
function bindAll(
  files: readonly ParsedFile[],
  includes: IncludeResolver,
  bind: (root: ParsedFile) => BoundUnit,
): readonly BoundUnit[] {
  const included = includedFiles(files, includes);
  const reached = new Set<ParsedFile>();
  const bound: BoundUnit[] = [];
  const bindRoot = (root: ParsedFile): void => {
    if (reached.has(root)) return;
    const result = bind(root);
    bound.push(result);
    for (const file of result.unit.files) reached.add(file);
  };
  for (const file of files) if (!included.has(file)) bindRoot(file);
  for (const file of files) bindRoot(file);
  return bound;
}

/** Every file that some other file includes, however far from the given ones. */
function includedFiles(
  files: readonly ParsedFile[],
  includes: IncludeResolver,
): ReadonlySet<ParsedFile> {
  const included = new Set<ParsedFile>();
  const seen = new Set(files);
  let level: readonly ParsedFile[] = files;
  for (let depth = 0; level.length > 0 && depth < MAX_INCLUDE_DEPTH; depth++) {
    const next: ParsedFile[] = [];
    for (const file of level) {
      for (const target of includes.targetsOf(file)) {
        if (target !== file) included.add(target);
        if (!seen.has(target)) next.push(target);
        seen.add(target);
      }
    }
    level = next;
  }
  return included;
}

function symbolsOf(units: readonly CompilationUnit[]): {
  readonly classes: readonly ClassSymbol[];
  readonly instances: readonly InstanceSymbol[];
} {
  const classes: ClassSymbol[] = [];
  const instances: InstanceSymbol[] = [];
  for (const { declarations } of units) {
    for (const declaration of declarations) {
      if (declaration.kind === 'class') classes.push(declaration);
      else if (declaration.kind === 'instance') instances.push(declaration);
    }
  }
  return { classes, instances };
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
