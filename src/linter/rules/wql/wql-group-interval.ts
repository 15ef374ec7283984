import { forFilterQueries, inQuery, replacing } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wql-group-interval',
  severity: 'error',
  group: 'wql',
  summary: 'The interval of GROUP WITHIN is a whole number of seconds.',
  why: 'Unlike a polling interval, the time for which events are gathered is an unsigned integer.',
  source: 'group-clause',
  fixes: ['suggestion'],
  examples: queryExamples(
    'SELECT * FROM Win32_VolumeChangeEvent WHERE EventType = 2 GROUP WITHIN 0.5',
    'SELECT * FROM Win32_VolumeChangeEvent WHERE EventType = 2 GROUP WITHIN 300',
  ),
  check: forFilterQueries((query, report) => {
    const interval = query.query.group?.within?.interval;
    if (interval === undefined) return;
    if (interval.kind === 'IntegerLiteral' && interval.value >= 0n) return;
    const seconds = Math.max(1, Math.round(Math.abs(Number(interval.value))));
    const isSmall = seconds < 1e9;
    report({
      ...inQuery(query, interval),
      message: `GROUP WITHIN takes a whole number of seconds, and ${interval.raw} is none: write ${isSmall ? seconds : 300}.`,
      ...(isSmall && replacing(query, interval, String(seconds))),
    });
  }),
});
