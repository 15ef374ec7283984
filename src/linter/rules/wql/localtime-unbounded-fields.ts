import { targetsOf } from '../../query-classes.ts';
import { forFilterQueries, inQuery } from '../../queries.ts';
import { queryExamples } from '../../query-samples.ts';
import { rule } from '../../rule.ts';

const times: readonly string[] = ['win32_localtime', 'win32_utctime'];

export default rule({
  name: 'localtime-unbounded-fields',
  severity: 'info',
  group: 'wql',
  summary: 'A query of the time of day says which minute and which second it means.',
  why: 'Win32_LocalTime and Win32_UTCTime change every second. A query without Second lets every second of the minute through, and one without Minute fires in every minute.',
  source: 'creating-a-timer-event-with-win32-localtime-or-win32-utctime',
  examples: queryExamples(
    `SELECT * FROM __InstanceModificationEvent WHERE TargetInstance ISA 'Win32_LocalTime' AND TargetInstance.Second = 5`,
    `SELECT * FROM __InstanceModificationEvent WHERE TargetInstance ISA 'Win32_LocalTime' AND TargetInstance.Hour = 8 AND TargetInstance.Minute = 0 AND TargetInstance.Second = 0`,
  ),
  check: forFilterQueries((query, report, compilation) => {
    const [target, ...others] = targetsOf(query, compilation);
    if (target === undefined || others.length > 0) return;
    if (!times.includes(target.name.toLowerCase()) || target.known?.origin !== 'windows') return;
    const named = new Set(
      query.properties
        .filter(({ clause }) => clause === 'where')
        .map(({ path: { names } }) => names.at(-1)?.name.toLowerCase()),
    );
    const hasSecond = named.has('second');
    if (hasSecond && named.has('minute')) return;
    const hour = named.has('hour') ? ' of the hours that it names' : '';
    const often = hasSecond
      ? `fires once in every minute${hour}`
      : named.has('minute')
        ? 'fires in every second of the minutes that it names'
        : `may fire in every second${hour}`;
    const missing = [
      ...(named.has('minute') ? [] : ['TargetInstance.Minute = 0']),
      ...(hasSecond ? [] : ['TargetInstance.Second = 0']),
    ];
    report({
      ...inQuery(query, target.at),
      message: `The query ${often}. Write also ${missing.join(' AND ')} where that is not meant.`,
    });
  }),
});
