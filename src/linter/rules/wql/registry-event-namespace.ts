import { isRegistryEvent, knownEventClass } from '../../query-classes.ts';
import { forFilterQueries } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { replaceValue, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'registry-event-namespace',
  severity: 'info',
  group: 'wql',
  summary: String.raw`The event namespace of a query of registry events is root\default or root\cimv2.`,
  why: String.raw`The documentation has the registry provider in root\default, and newer versions of Windows have it in root\cimv2 as well. Elsewhere the event classes do not exist.`,
  source: 'monitoring-and-responding-to-events-with-standard-consumers',
  fixes: ['suggestion'],
  examples: queryExamples(
    {
      query: String.raw`SELECT * FROM RegistryTreeChangeEvent WHERE Hive = 'HKEY_LOCAL_MACHINE' AND RootPath = 'SOFTWARE\\Sample'`,
      namespace: String.raw`root\subscription`,
    },
    {
      query: String.raw`SELECT * FROM RegistryTreeChangeEvent WHERE Hive = 'HKEY_LOCAL_MACHINE' AND RootPath = 'SOFTWARE\\Sample'`,
      namespace: String.raw`root\default`,
    },
  ),
  check: forFilterQueries((query, report, compilation) => {
    const { namespace, site, instance } = query;
    const event = knownEventClass(query, compilation);
    if (typeof namespace === 'string' || event?.origin !== 'windows') return;
    if (!isRegistryEvent(event) || event.namespaces.includes(site.namespace.key)) return;
    report({
      file: instance.file,
      at: namespace,
      message: String.raw`Windows has ${event.name} in root\default, and newer versions in root\cimv2, but not in ${site.namespace.path}: write "root\\default".`,
      fixes: [
        suggestion(
          String.raw`Write "root\\default"`,
          replaceValue(instance.file, namespace, String.raw`"root\\default"`),
        ),
      ],
    });
  }),
});
