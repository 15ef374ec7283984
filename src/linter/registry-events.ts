/** The events of the system registry provider, and what a query of them has to say. */
import type { Constant } from '../../grammar/wql/ast.ts';
import { requiredValuesOf } from '../../grammar/wql/queries.ts';
import type { Compilation } from '../compiler/model.ts';
import {
  isRegistryEvent,
  knownEventClass,
  ownPropertyNames,
  type QueryClass,
} from './query-classes.ts';
import type { FilterQuery } from './queries.ts';

/** A query of one of the three classes of registry events. */
export interface RegistryQuery {
  readonly event: QueryClass;
  /** Hive and the others, each of which WHERE has to bind. */
  readonly properties: readonly string[];
}

/** What a query has to do with the registry; undefined for others. */
export function registryQueryOf(
  query: FilterQuery,
  compilation: Compilation,
): RegistryQuery | undefined {
  const event = knownEventClass(query, compilation);
  if (event?.origin !== 'windows' || !isRegistryEvent(event)) return undefined;
  const properties = ownPropertyNames(event);
  return properties.length === 0 ? undefined : { event, properties };
}

/** The values to which a query binds a property. */
export function boundTo({ query }: FilterQuery, name: string): readonly Constant[] | undefined {
  return requiredValuesOf(query.where?.expression, name);
}
