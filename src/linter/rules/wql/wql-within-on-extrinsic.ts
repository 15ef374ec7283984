import { knownEventClass } from '../../query-classes.ts';
import { fixesFor, forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wql-within-on-extrinsic',
  severity: 'info',
  group: 'wql',
  summary: 'A query of extrinsic events has no WITHIN.',
  why: 'Providers raise extrinsic events when they happen. Nothing is polled, and the interval has no meaning.',
  source: 'within-clause',
  fixes: ['safe'],
  examples: queryExamples(
    `SELECT * FROM Win32_ProcessStartTrace WITHIN 10 WHERE ProcessName = 'sample.exe'`,
    `SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName = 'sample.exe'`,
  ),
  check: forFilterQueries((query, report, compilation) => {
    const { within, className } = query.query;
    const event = knownEventClass(query, compilation);
    if (within === undefined || className === undefined || event === undefined) return;
    if (!event.isExtrinsic && !event.lineage.has('__timerevent')) return;
    const edits = [{ start: className.end, end: within.end, text: '' }];
    report({
      ...inQuery(query, within),
      message: `${event.name} is raised when it happens and is never polled, so WITHIN does nothing here: remove it.`,
      ...fixesFor(query, { title: 'Remove WITHIN', safe: true, edits }),
    });
  }),
});
