/** Which classes the files of a run declare, looked up without going through all of them. */
import type { Compilation } from '../compiler/model.ts';

const known = new WeakMap<Compilation, ReadonlySet<string>>();

/** Whether a class of that name is declared: in any namespace, or in the one with that key. */
export function isDeclared(
  compilation: Compilation,
  className: string,
  namespaceKey?: string,
): boolean {
  let names = known.get(compilation);
  if (names === undefined) {
    names = new Set(
      compilation.classes.flatMap(({ name, namespace }) => [
        name.toLowerCase(),
        `${namespace.key}:${name.toLowerCase()}`,
      ]),
    );
    known.set(compilation, names);
  }
  const name = className.toLowerCase();
  return names.has(namespaceKey === undefined ? name : `${namespaceKey}:${name}`);
}
