import { isProperty, propertyComparisonOf } from '../../../../grammar/wql/queries.ts';
import { enough } from '../../enough.ts';
import { forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { registryQueryOf } from '../../registry-events.ts';
import { rule } from '../../rule.ts';

/** What to write for each, by folded name. */
const unsupported: ReadonlyMap<string, string> = new Map([
  ['hkey_current_user', 'write HKEY_USERS, and the SID of the user at the beginning of the path'],
  [
    'hkey_classes_root',
    String.raw`write HKEY_LOCAL_MACHINE, and SOFTWARE\\\\Classes at the beginning of the path`,
  ],
]);

export default rule({
  name: 'registry-hive-unsupported',
  severity: 'error',
  group: 'wql',
  summary: 'The hive of a query of registry events is one that the provider watches.',
  why: 'HKEY_CURRENT_USER and HKEY_CLASSES_ROOT are views that depend on who looks, and the registry provider raises no events for them.',
  source: 'registering-for-system-registry-events',
  examples: queryExamples(
    {
      query: String.raw`SELECT * FROM RegistryTreeChangeEvent WHERE Hive = 'HKEY_CURRENT_USER' AND RootPath = 'Software\\Sample'`,
      namespace: String.raw`root\default`,
    },
    {
      query: String.raw`SELECT * FROM RegistryTreeChangeEvent WHERE Hive = 'HKEY_USERS' AND RootPath = 'S-1-5-19\\Software\\Sample'`,
      namespace: String.raw`root\default`,
    },
  ),
  check: forFilterQueries((query, report, compilation) => {
    if (registryQueryOf(query, compilation) === undefined) return;
    const hives = query.comparisons.flatMap((node) => {
      const comparison = propertyComparisonOf(node);
      if (comparison?.operator !== '=' || !isProperty(comparison.property, 'Hive')) return [];
      const { value } = comparison;
      if (value.kind !== 'StringLiteral') return [];
      const advice = unsupported.get(value.value.toLowerCase());
      return advice === undefined ? [] : [{ value, advice }];
    });
    for (const { value, advice } of enough(hives)) {
      report({
        ...inQuery(query, value.content),
        message: `The registry provider raises no events for ${value.value.toUpperCase()}: ${advice}.`,
      });
    }
  }),
});
