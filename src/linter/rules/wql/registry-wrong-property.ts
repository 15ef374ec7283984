import { enough } from '../../enough.ts';
import { forFilterQueries, inQuery, replacing } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { registryQueryOf } from '../../registry-events.ts';
import { rule } from '../../rule.ts';

/** Properties that some class of registry events has. */
const siblings: readonly string[] = ['KeyPath', 'RootPath', 'ValueName'];

export default rule({
  name: 'registry-wrong-property',
  severity: 'error',
  group: 'wql',
  summary: 'A query of registry events names the properties of its class and not of its siblings.',
  why: 'RegistryTreeChangeEvent has RootPath, RegistryKeyChangeEvent has KeyPath, and RegistryValueChangeEvent has KeyPath and ValueName, each with Hive. With another one the provider does not learn what to watch, and the events never come.',
  source:
    'registering-for-system-registry-events, creating-a-proper-where-clause-for-the-registry-provider',
  fixes: ['suggestion'],
  examples: queryExamples(
    {
      query: String.raw`SELECT * FROM RegistryTreeChangeEvent WHERE Hive = 'HKEY_LOCAL_MACHINE' AND KeyPath = 'SOFTWARE\\Sample'`,
      namespace: String.raw`root\default`,
    },
    {
      query: String.raw`SELECT * FROM RegistryTreeChangeEvent WHERE Hive = 'HKEY_LOCAL_MACHINE' AND RootPath = 'SOFTWARE\\Sample'`,
      namespace: String.raw`root\default`,
    },
  ),
  supersedes: ['registry-where-incomplete', 'wql-unknown-event-property'],
  check: forFilterQueries((query, report, compilation) => {
    const registry = registryQueryOf(query, compilation);
    if (registry === undefined) return;
    const { event, properties } = registry;
    const uses = query.properties.flatMap(({ path: { names } }) => {
      const [name, ...others] = names;
      return name === undefined || others.length > 0 ? [] : name;
    });
    const isForeign = (name: string): boolean => !has(properties, name) && has(siblings, name);
    for (const use of enough(uses, ({ name }) => isForeign(name))) {
      const better = intended(use.name, properties);
      report({
        ...inQuery(query, use),
        message: `${event.name} has no ${use.name}; it has ${properties.join(' and ')}. ${better === undefined ? 'Remove the condition, or write FROM RegistryValueChangeEvent' : `Write ${better}`}.`,
        ...(better !== undefined && replacing(query, use, better)),
      });
    }
  }),
});

function has(names: readonly string[], name: string): boolean {
  return names.some((other) => other.toLowerCase() === name.toLowerCase());
}

/** The path of the class for another's path; no class but one has a name of a value. */
function intended(name: string, properties: readonly string[]): string | undefined {
  if (name.toLowerCase() === 'valuename') return undefined;
  return properties.find((property) => property.endsWith('Path'));
}
