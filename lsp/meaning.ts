/** What the names of a compilation stand for. Tables are made once for each compilation, when first asked for. */
import { ClassHierarchy } from '../src/compiler/class-hierarchy.ts';
import type { ClassTable, Site } from '../src/compiler/checker/class-table.ts';
import type { Compilation, InstanceSymbol } from '../src/compiler/model.ts';
import { PathIndex } from '../src/compiler/path-index.ts';
import { parseObjectPath, type ObjectPath } from '../grammar/object-path/parser.ts';
import { WideClassTable } from './wide-class-table.ts';

interface Tables {
  readonly classes: ClassTable;
  readonly objects: PathIndex;
}

const tables = new WeakMap<Compilation, Tables>();

function tablesOf(compilation: Compilation): Tables {
  let known = tables.get(compilation);
  if (known === undefined) {
    const { classes, instances } = compilation;
    known = {
      classes: new WideClassTable(compilation),
      objects: new PathIndex(instances, new ClassHierarchy(classes)),
    };
    tables.set(compilation, known);
  }
  return known;
}

/** The classes of a compilation, those of WMI, and those of Windows that queries are about. */
export function classTableOf(compilation: Compilation): ClassTable {
  return tablesOf(compilation).classes;
}

/** An object path and the instance that it names, where a file of the compilation has it. */
export interface ResolvedPath {
  readonly path: ObjectPath;
  readonly target: InstanceSymbol | undefined;
}

/** Reads a text as the path of an instance, from where it is written; undefined for any other text. */
export function resolvePath(
  compilation: Compilation,
  text: string,
  { namespace, unit }: Site,
): ResolvedPath | undefined {
  const result = parseObjectPath(text);
  if (result.kind !== 'valid') return undefined;
  const { path } = result;
  const target = tablesOf(compilation).objects.find(path, namespace.path, unit);
  return { path, target };
}
