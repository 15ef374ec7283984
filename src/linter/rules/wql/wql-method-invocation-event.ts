import { eventClassOf } from '../../query-classes.ts';
import { forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wql-method-invocation-event',
  severity: 'error',
  group: 'wql',
  summary: 'A query does not ask for __MethodInvocationEvent.',
  why: 'WMI has the class but never raises its events: it is not implemented.',
  source: 'wmi-system-classes',
  examples: queryExamples(
    'SELECT * FROM __MethodInvocationEvent',
    `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'`,
  ),
  supersedes: ['wql-missing-where', 'wql-missing-within', 'wql-intrinsic-without-isa'],
  check: forFilterQueries((query, report, compilation) => {
    const from = eventClassOf(query, compilation);
    if (from?.name.toLowerCase() !== '__methodinvocationevent') return;
    report({
      ...inQuery(query, from.at),
      message:
        'WMI does not implement __MethodInvocationEvent, so the filter never lets an event through: write an event class that exists, such as __InstanceModificationEvent.',
    });
  }),
});
