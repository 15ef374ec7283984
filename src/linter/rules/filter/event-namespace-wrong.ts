import { isOfRegistry, misplacedClassOf } from '../../class-namespaces.ts';
import { replaceValue, suggestion } from '../../fixes.ts';
import { forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

const query = `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'`;

export default rule({
  name: 'event-namespace-wrong',
  severity: 'error',
  group: 'filter',
  summary: 'The EventNamespace of a filter has the classes of its query.',
  why: 'WMI looks for the classes of the query in EventNamespace. Where they do not exist the events never come.',
  source: '--eventfilter, creating-an-event-filter',
  fixes: ['suggestion'],
  examples: queryExamples({ query, namespace: String.raw`root\subscription` }, query),
  check: forFilterQueries((query, report, compilation) => {
    const { namespace, instance, site } = query;
    if (typeof namespace === 'string') return;
    const misplaced = misplacedClassOf(query, compilation);
    if (misplaced === undefined || isOfRegistry(misplaced)) return;
    const literal = `"${misplaced.namespace.replaceAll('\\', '\\\\')}"`;
    const place = inQuery(query, misplaced.named.at);
    report({
      file: instance.file,
      at: namespace,
      message: `${misplaced.known.name} does not exist in ${site.namespace.path}, so that the events never come: write ${literal}.`,
      related: [{ file: place.file, ...place.at, message: 'the query names the class here' }],
      fixes: [suggestion(`Write ${literal}`, replaceValue(instance.file, namespace, literal))],
    });
  }),
});
