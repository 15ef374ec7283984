import { secondsOf } from '../../../../grammar/wql/queries.ts';
import { isIntrinsic, knownEventClass } from '../../query-classes.ts';
import { forFilterQueries, inQuery, replacing } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wql-within-too-small',
  severity: 'warning',
  group: 'wql',
  summary: 'A polling interval is at least a second.',
  why: 'WMI may refuse a query with a tiny interval, and polling without a pause keeps the machine busy.',
  source: 'within-clause',
  fixes: ['suggestion'],
  examples: queryExamples(
    `SELECT * FROM __InstanceModificationEvent WITHIN 0.001 WHERE TargetInstance ISA 'Win32_Service'`,
    `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'`,
  ),
  check: forFilterQueries((query, report, compilation) => {
    const interval = query.query.within?.interval;
    const seconds = secondsOf(query.query.within);
    if (interval === undefined || seconds === undefined || seconds >= 1) return;
    const event = knownEventClass(query, compilation);
    if (event === undefined || !isIntrinsic(event)) return;
    report({
      ...inQuery(query, interval),
      message: `WMI would poll every ${interval.raw} seconds, and it may refuse so small an interval: write WITHIN 300 or the longest time that you can wait.`,
      ...replacing(query, interval, '300'),
    });
  }),
});
