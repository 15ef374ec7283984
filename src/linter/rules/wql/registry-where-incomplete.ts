import { forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { boundTo, registryQueryOf } from '../../registry-events.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'registry-where-incomplete',
  severity: 'error',
  group: 'wql',
  summary: 'A query of registry events gives a value to each property of the class.',
  why: 'The registry provider watches the keys that the query names. Where the condition leaves one of the properties open, also in one branch of an OR, the provider refuses it as too broad.',
  source: 'creating-a-proper-where-clause-for-the-registry-provider',
  hresult: '0x80042001',
  examples: queryExamples(
    {
      query: `SELECT * FROM RegistryKeyChangeEvent WHERE Hive = 'HKEY_LOCAL_MACHINE'`,
      namespace: String.raw`root\default`,
    },
    {
      query: String.raw`SELECT * FROM RegistryKeyChangeEvent WHERE Hive = 'HKEY_LOCAL_MACHINE' AND KeyPath = 'SOFTWARE\\Sample'`,
      namespace: String.raw`root\default`,
    },
  ),
  check: forFilterQueries((query, report, compilation) => {
    const registry = registryQueryOf(query, compilation);
    const { className, where } = query.query;
    if (registry === undefined || className === undefined) return;
    const open = registry.properties.filter((name) => boundTo(query, name) === undefined);
    if (open.length === 0) return;
    report({
      ...inQuery(query, where ?? className),
      message: `The query does not bind ${open.join(' and ')} to a value in every case, so the registry provider refuses it as too broad: write ${open.map((name) => `${name} = "..."`).join(' AND ')} into WHERE.`,
    });
  }),
});
