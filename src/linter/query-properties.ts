/** The properties that a query names, and what can be said of them. */
import type { PropertyPath } from '../../grammar/wql/ast.ts';
import type { Compilation } from '../compiler/model.ts';
import { allClasses } from '../compiler/schema.ts';
import { type QueryClass, type QueryProperty, targetsOf } from './query-classes.ts';
import { oncePer } from './once-per.ts';
import type { FilterQuery } from './queries.ts';

/** Whether a property is one that holds the instance of an event. */
export function isInstanceProperty(name: string | undefined): boolean {
  return ['targetinstance', 'previousinstance'].includes(name?.toLowerCase() ?? '');
}

/**
 * The classes of which one the instance of an event is, where all of them are known with their properties; none where
 * the query does not say, or somebody may have derived others with more properties.
 */
export function instanceClassesOf(
  query: FilterQuery,
  compilation: Compilation,
): readonly QueryClass[] {
  let classes = instanceClasses.get(query);
  if (classes === undefined) {
    instanceClasses.set(query, (classes = findInstanceClasses(query, compilation)));
  }
  return classes;
}

const instanceClasses = new WeakMap<FilterQuery, readonly QueryClass[]>();

function findInstanceClasses(query: FilterQuery, compilation: Compilation): readonly QueryClass[] {
  const targets = targetsOf(query, compilation).filter(({ property }) =>
    isInstanceProperty(property),
  );
  const known = targets.flatMap(({ known }) => known ?? []);
  const isWhole = known.length === targets.length && known.every(({ properties }) => properties);
  if (!isWhole) return [];
  const superclasses = superclassesOf(compilation);
  const isDerived = known.some(({ name }) => superclasses.has(name.toLowerCase()));
  // Of the schema's classes consumers and providers are derived, and where is not known.
  return isDerived || known.some(({ origin }) => origin === 'schema') ? [] : known;
}

/** Folded names of the classes from which classes of the run or of the user's schema derive. */
const superclassesOf = oncePer(
  (compilation: Compilation): ReadonlySet<string> =>
    new Set(
      allClasses(compilation).flatMap(({ node }) => node.superclass?.name.toLowerCase() ?? []),
    ),
);

/** What a path leads to in an event, where that is known. */
export function propertyAt(
  { names }: PropertyPath,
  event: QueryClass,
  instances: readonly QueryClass[],
): QueryProperty | undefined {
  const [first, second, ...others] = names.map(({ name }) => name.toLowerCase());
  if (first === undefined || others.length > 0) return undefined;
  if (second === undefined) return event.properties?.get(first);
  const [instance] = instances;
  return isInstanceProperty(first) && instances.length === 1
    ? instance?.properties?.get(second)
    : undefined;
}
