import { checkedOf } from '../../../compiler/checker/checker.ts';
import { sampleProvider, sampleQueries } from '../../provider-samples.ts';
import {
  declared,
  eachEventQuery,
  hasSyntaxProblem,
  isMeantAsEvent,
  placeOf,
} from '../../provider-queries.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'event-query-not-event',
  severity: 'error',
  group: 'provider',
  summary: 'An event provider announces event classes.',
  why: 'WMI ignores a query about a class that is no event class, with event 0xC0000019 in its log.',
  source: 'wmi-event-messages, registering-an-event-provider',
  hresult: '0x8004105F',
  examples: {
    bad: sampleQueries('SELECT * FROM Sample_Alarm', 'SELECT * FROM __Win32Provider'),
    good: sampleProvider(),
  },
  check: eachEventQuery(({ instance, value, parsed }, report, compilation) => {
    const { query } = parsed;
    if (query === undefined || hasSyntaxProblem(parsed)) return;
    if (query.kind !== 'SelectQuery') {
      report({
        file: instance.file,
        at: value,
        message:
          'This query asks for data and not for events, so WMI ignores it: write SELECT * FROM and an event class.',
      });
      return;
    }
    const { className } = query;
    if (className === undefined) return;
    const { table } = checkedOf(compilation);
    const info = table.lookup(className.name, instance);
    if (info === undefined || !table.isWhole(info, instance)) return;
    if (table.derives(info, '__Event', instance) !== false || isMeantAsEvent(info)) return;
    report({
      file: instance.file,
      at: placeOf(value, className),
      message: `${info.name} is no event class, so WMI ignores the query and never asks the provider: name a class that derives from __ExtrinsicEvent, or __InstanceCreationEvent and its like with WHERE TargetInstance ISA "${info.name}".`,
      related: declared(info),
    });
  }),
});
