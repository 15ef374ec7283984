import { enough } from '../../enough.ts';
import { knownEventClass, ownPropertyNames } from '../../query-classes.ts';
import { forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { isInstanceProperty } from '../../query-properties.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wql-targetinstance-on-extrinsic',
  severity: 'error',
  group: 'wql',
  summary: 'TargetInstance belongs to the events about instances.',
  why: 'Extrinsic events hold their data in properties of their own. WMI refuses TargetInstance there.',
  source: 'wmi-error-constants, select-statement-for-event-queries',
  hresult: '0x8004105C',
  examples: queryExamples(
    `SELECT * FROM Win32_ProcessStartTrace WHERE TargetInstance.Name = 'sample.exe'`,
    `SELECT * FROM Win32_ProcessStartTrace WHERE ProcessName = 'sample.exe'`,
  ),
  check: forFilterQueries((query, report, compilation) => {
    const event = knownEventClass(query, compilation);
    if (event === undefined || !(event.isExtrinsic || event.lineage.has('__timerevent'))) return;
    if (event.properties?.has('targetinstance') ?? true) return;
    const uses = query.properties.map(({ path }) => path);
    for (const path of enough(uses, ({ names: [first] }) => isInstanceProperty(first?.name))) {
      const [first] = path.names;
      const own = ownPropertyNames(event);
      const advice = own.length === 0 ? 'remove the condition' : `name one of ${own.join(', ')}`;
      report({
        ...inQuery(query, path),
        message: `${event.name} has no ${first?.name ?? ''}, which only events about instances have, so WMI refuses the query: ${advice}.`,
      });
    }
  }),
});
