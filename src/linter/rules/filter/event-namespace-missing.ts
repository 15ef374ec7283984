import { misplacedClassOf } from '../../class-namespaces.ts';
import { addProperty, suggestion } from '../../fixes.ts';
import { forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

const query = `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'`;

export default rule({
  name: 'event-namespace-missing',
  severity: 'error',
  group: 'filter',
  summary: 'A filter whose classes are in another namespace than itself has an EventNamespace.',
  why: 'Without EventNamespace WMI looks for the classes of the query where the filter is. It does not find them there, and the events never come.',
  source:
    'implementing-cross-namespace-permanent-event-subscriptions, creating-an-event-filter, --eventfilter',
  fixes: ['suggestion'],
  examples: queryExamples({ query, namespace: '' }, query),
  check: forFilterQueries((query, report, compilation) => {
    const { namespace, instance, site } = query;
    if (namespace !== 'default') return;
    const misplaced = misplacedClassOf(query, compilation);
    if (misplaced === undefined) return;
    const place =
      instance.namespace.pragma === undefined
        ? `${site.namespace.path}, where mofcomp puts the filter,`
        : site.namespace.path;
    const literal = `"${misplaced.namespace.replaceAll('\\', '\\\\')}"`;
    report({
      ...inQuery(query, misplaced.named.at),
      message: `The filter has no EventNamespace, so WMI looks for ${misplaced.known.name} in ${place} and does not find it: write EventNamespace = ${literal};.`,
      fixes: [
        suggestion(
          `Write EventNamespace = ${literal};`,
          addProperty(instance, `EventNamespace = ${literal};`),
        ),
      ],
    });
  }),
});
