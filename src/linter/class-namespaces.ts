/** Classes that a query names and that Windows has in other namespaces than the one where the filter looks. */
import type { Compilation } from '../compiler/model.ts';
import {
  eventClassOf,
  isRegistryEvent,
  type NamedClass,
  type QueryClass,
  targetsOf,
} from './query-classes.ts';
import type { FilterQuery } from './queries.ts';

/** A class and where Windows has it. */
export interface MisplacedClass {
  readonly named: NamedClass;
  readonly known: QueryClass;
  /** The usual one of its namespaces. */
  readonly namespace: string;
}

/** The first class of a query that the event namespace does not have. */
export function misplacedClassOf(
  query: FilterQuery,
  compilation: Compilation,
): MisplacedClass | undefined {
  const from = eventClassOf(query, compilation);
  // What is no event class has a worse fault.
  if (from?.known?.isEvent !== true) return undefined;
  for (const named of [from, ...targetsOf(query, compilation)]) {
    const { known } = named;
    const [namespace] = known?.namespaces ?? [];
    if (known === undefined || namespace === undefined) continue;
    if (!known.namespaces.includes(query.site.namespace.key)) return { named, known, namespace };
  }
  return undefined;
}

/** Registry events are in namespaces that depend on the version of Windows. */
export function isOfRegistry({ known }: MisplacedClass): boolean {
  return isRegistryEvent(known);
}
