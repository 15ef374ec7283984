/** Which classes the files of a run and the user's schema declare, looked up without going through all of them. */
import type { Compilation } from '../compiler/model.ts';
import { allClasses, ANY_NAMESPACE } from '../compiler/schema.ts';

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
      allClasses(compilation).flatMap(({ name, namespace }) => [
        name.toLowerCase(),
        `${namespace.key}:${name.toLowerCase()}`,
      ]),
    );
    known.set(compilation, names);
  }
  const name = className.toLowerCase();
  return namespaceKey === undefined
    ? names.has(name)
    : names.has(`${namespaceKey}:${name}`) || names.has(`${ANY_NAMESPACE.key}:${name}`);
}
