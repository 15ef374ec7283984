/** Which files of a run are compilation units: each given file, but for those that others include. */
import { bindUnit, type BoundUnit } from './binder.ts';
import { type IncludeResolver, MAX_INCLUDE_DEPTH } from './includes.ts';
import type {
  ClassSymbol,
  CompilationUnit,
  InstanceSymbol,
  Namespace,
  ParsedFile,
} from './model.ts';

/**
 * Binds one unit for each file that nobody includes, and then for what no unit reached: files that include one another.
 */
export function bindUnits(
  files: readonly ParsedFile[],
  initial: Namespace,
  includes: IncludeResolver,
): readonly BoundUnit[] {
  const included = includedFiles(files, includes);
  const reached = new Set<ParsedFile>();
  const bound: BoundUnit[] = [];
  const bindRoot = (root: ParsedFile): void => {
    if (reached.has(root)) return;
    const result = bindUnit(root, initial, includes);
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

/** The classes and the instances of some units, in the order of their declarations. */
export function symbolsOf(units: readonly CompilationUnit[]): {
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
