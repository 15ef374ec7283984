import { reportedClasses } from '../../listed-classes.ts';
import { isInstanceEvent, knownEventClass, targetsOf } from '../../query-classes.ts';
import { editQuery, forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wql-missing-within',
  severity: 'error',
  group: 'wql',
  summary: 'A query about instances that WMI has to poll says how often.',
  why: 'No provider tells WMI when instances of such classes come, go or change, so it compares them from time to time, and without WITHIN it refuses the query.',
  source: 'within-clause, wmi-error-constants',
  hresult: '0x80042002',
  fixes: ['suggestion'],
  examples: queryExamples(
    `SELECT * FROM __InstanceModificationEvent WHERE TargetInstance ISA 'Win32_Service'`,
    `SELECT * FROM __InstanceModificationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'`,
  ),
  check: forFilterQueries((query, report, compilation) => {
    const { within, className } = query.query;
    if (within !== undefined || className === undefined) return;
    const event = knownEventClass(query, compilation);
    if (event === undefined || !isInstanceEvent(event)) return;
    const targets = targetsOf(query, compilation);
    const polled = targets.find(({ known }) => known?.isPolled === true);
    const reported = reportedClasses(compilation);
    if (polled === undefined || targets.some(({ name }) => reported.has(name.toLowerCase())))
      return;
    const edit = editQuery(query, { start: className.end, end: className.end }, ' WITHIN 300');
    report({
      ...inQuery(query, className),
      message: `No provider tells WMI of changes of ${polled.known?.name ?? polled.name}, so that it has to poll, and the query does not say how often: write ${className.name} WITHIN 300.`,
      ...(edit !== undefined && { fixes: [suggestion('Write WITHIN 300', edit)] }),
    });
  }),
});
