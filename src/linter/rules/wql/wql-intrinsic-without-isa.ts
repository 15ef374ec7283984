import { isInstanceEvent, knownEventClass, targetsOf } from '../../query-classes.ts';
import { forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wql-intrinsic-without-isa',
  severity: 'warning',
  group: 'wql',
  summary: 'A query of instance events says of which class the instances are.',
  why: 'Without TargetInstance ISA the query is about the instances of all classes of the namespace, and polling needs to know the class.',
  source: 'isa-operator-for-event-queries, registering-an-event-provider',
  examples: queryExamples(
    `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance.State = 'Stopped'`,
    `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service' AND TargetInstance.State = 'Stopped'`,
  ),
  check: forFilterQueries((query, report, compilation) => {
    const { where } = query.query;
    const event = knownEventClass(query, compilation);
    if (where === undefined || event === undefined || !isInstanceEvent(event)) return;
    const objects = ['targetinstance', 'previousinstance'];
    if (targetsOf(query, compilation).some(({ property }) => objects.includes(property))) return;
    report({
      ...inQuery(query, where),
      message: `The query is about the instances of every class in the namespace: write WHERE TargetInstance ISA "..." with the class that you mean, and the other conditions behind AND.`,
    });
  }),
});
