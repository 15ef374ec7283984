import { secondsOf } from '../../../../grammar/wql/queries.ts';
import { isInstanceEvent, knownEventClass, targetsOf } from '../../query-classes.ts';
import { forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

const RECOMMENDED = 300;

export default rule({
  name: 'wql-within-below-recommended',
  severity: 'info',
  group: 'wql',
  summary: 'A polling interval is five minutes or longer.',
  why: 'At each interval WMI asks the provider for all instances and compares them with those before. The documentation recommends more than five minutes.',
  source: 'within-clause',
  examples: queryExamples(
    `SELECT * FROM __InstanceModificationEvent WITHIN 5 WHERE TargetInstance ISA 'Win32_Service'`,
    `SELECT * FROM __InstanceModificationEvent WITHIN 600 WHERE TargetInstance ISA 'Win32_Service'`,
  ),
  check: forFilterQueries((query, report, compilation) => {
    const interval = query.query.within?.interval;
    const seconds = secondsOf(query.query.within);
    if (interval === undefined || seconds === undefined) return;
    if (seconds < 1 || seconds >= RECOMMENDED) return;
    const event = knownEventClass(query, compilation);
    if (event === undefined || !isInstanceEvent(event)) return;
    // Of other classes WMI may hear from their provider, or from its own repository.
    if (!targetsOf(query, compilation).some(({ known }) => known?.isPolled === true)) return;
    const every = seconds === 1 ? 'every second' : `every ${interval.raw} seconds`;
    report({
      ...inQuery(query, interval),
      message: `WMI polls ${every} and compares all instances each time. Write the longest interval that you can wait; ${RECOMMENDED} seconds and more are recommended.`,
    });
  }),
});
