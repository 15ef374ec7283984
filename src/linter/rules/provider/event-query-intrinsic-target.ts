import { derivesFrom } from '../../../schema/known-classes.ts';
import { sampleQueries } from '../../provider-samples.ts';
import { eachEventQuery, hasSyntaxProblem, namesTarget, placeOf } from '../../provider-queries.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'event-query-intrinsic-target',
  severity: 'error',
  group: 'provider',
  summary: 'A query about instance events names the classes of the instances with ISA.',
  why: 'WMI ignores a query of a provider about intrinsic events whose target classes it cannot determine, with event 0xC0000016 in its log.',
  source: 'wmi-event-messages, registering-an-event-provider',
  hresult: '0x8004105F',
  examples: {
    bad: sampleQueries('SELECT * FROM __InstanceCreationEvent'),
    good: sampleQueries(
      'SELECT * FROM __InstanceCreationEvent WHERE TargetInstance ISA "Sample_Reading"',
    ),
  },
  check: eachEventQuery(({ instance, value, parsed }, report) => {
    const { query } = parsed;
    if (query?.kind !== 'SelectQuery' || hasSyntaxProblem(parsed)) return;
    const { className, where } = query;
    if (className === undefined || !derivesFrom(className.name, '__InstanceOperationEvent')) return;
    if (where?.expression !== undefined && namesTarget(where.expression)) return;
    report({
      file: instance.file,
      at: placeOf(value, where ?? className),
      message: `WMI cannot tell of which classes the provider reports instances, so it ignores the query: write SELECT * FROM ${className.name} WHERE TargetInstance ISA "MyClass".`,
    });
  }),
});
