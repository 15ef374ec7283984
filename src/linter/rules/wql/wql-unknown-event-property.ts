import { suggest } from '../../../../grammar/mof/suggest.ts';
import type { Identifier, PropertyPath } from '../../../../grammar/wql/ast.ts';
import { nameOf, type PropertyUse } from '../../../../grammar/wql/queries.ts';
import { enough } from '../../enough.ts';
import { knownEventClass, ownPropertyNames, type QueryClass } from '../../query-classes.ts';
import { forFilterQueries, inQuery, replacing } from '../../queries.ts';
import { instanceClassesOf, isInstanceProperty } from '../../query-properties.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

/** A name that a class does not have. */
interface Unknown {
  readonly at: Identifier | PropertyPath;
  readonly owner: QueryClass;
  readonly better: string | undefined;
}

export default rule({
  name: 'wql-unknown-event-property',
  severity: 'error',
  group: 'wql',
  summary: 'A query names properties that the event has.',
  why: 'A condition on a property that does not exist never holds, or makes WMI refuse the query. The properties of an instance are in TargetInstance.',
  source: 'select-statement-for-event-queries',
  fixes: ['suggestion'],
  examples: queryExamples(
    `SELECT * FROM Win32_ProcessStartTrace WHERE Name = 'sample.exe'`,
    `SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName = 'sample.exe'`,
  ),
  check: forFilterQueries((query, report, compilation) => {
    const event = knownEventClass(query, compilation);
    if (event?.properties === undefined) return;
    const instances = instanceClassesOf(query, compilation);
    const found = query.properties.flatMap((use) => unknown(use, event, instances) ?? []);
    for (const { at, owner, better } of enough(found)) {
      const name = at.kind === 'Identifier' ? at.name : nameOf(at);
      const own = ownPropertyNames(owner);
      report({
        ...inQuery(query, at),
        message:
          `${owner.name} has no property ${name}` +
          (better === undefined
            ? `: ${own.length === 0 ? 'it has none of its own' : `it has ${listed(own)}`}.`
            : `; write ${better}.`),
        ...(better !== undefined && replacing(query, at, better)),
      });
    }
  }),
});

function unknown(
  { path, clause }: PropertyUse,
  event: QueryClass,
  instances: readonly QueryClass[],
): Unknown | undefined {
  const [first, second] = path.names;
  // HAVING is about the group, and has a rule of its own.
  if (first === undefined || clause === 'having' || first.name.startsWith('__')) return undefined;
  if (event.properties?.has(first.name.toLowerCase()) !== true) {
    // These have rules of their own.
    if (isInstanceProperty(first.name)) return undefined;
    const better = betterName(first.name, event, instances, path.names.length > 1);
    return { at: first, owner: event, better };
  }
  const [owner] = instances;
  if (second === undefined || owner === undefined || !isInstanceProperty(first.name)) {
    return undefined;
  }
  const name = second.name.toLowerCase();
  if (name.startsWith('__') || instances.some(({ properties }) => properties?.has(name) === true)) {
    return undefined;
  }
  return { at: second, owner, better: suggest(second.name, ownPropertyNames(owner)) };
}

function betterName(
  name: string,
  event: QueryClass,
  instances: readonly QueryClass[],
  isPath: boolean,
): string | undefined {
  const own = ownPropertyNames(event);
  const near = suggest(name, own);
  if (near !== undefined || isPath) return near;
  if (event.properties?.has('targetinstance') === true) {
    const mayBe =
      instances.length === 0 ||
      instances.some(({ properties }) => properties?.has(name.toLowerCase()) === true);
    return mayBe ? `TargetInstance.${name}` : undefined;
  }
  // `Name` for `ProcessName`
  const longer = own.filter((other) => other.toLowerCase().endsWith(name.toLowerCase()));
  return longer.length === 1 ? longer[0] : undefined;
}

function listed(names: readonly string[]): string {
  const most = 8;
  return `${names.slice(0, most).join(', ')}${names.length > most ? ' and others' : ''}`;
}
