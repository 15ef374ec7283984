import { derivesFrom } from '../../../schema/known-classes.ts';
import { sampleProvider, sampleQueries } from '../../provider-samples.ts';
import { eachEventQuery, hasSyntaxProblem, placeOf } from '../../provider-queries.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'event-query-too-broad',
  severity: 'error',
  group: 'provider',
  summary: 'An event provider announces only events that it raises itself.',
  why: 'A query that also takes in events of WMI itself is ignored, with event 0xC0000017 in its log.',
  source: 'wmi-event-messages, wmi-error-constants',
  hresult: '0x80042001',
  examples: { bad: sampleQueries('SELECT * FROM __Event'), good: sampleProvider() },
  check: eachEventQuery(({ instance, value, parsed }, report) => {
    const { query } = parsed;
    if (query?.kind !== 'SelectQuery' || hasSyntaxProblem(parsed)) return;
    const { className } = query;
    if (className === undefined || !isTooBroad(className.name)) return;
    report({
      file: instance.file,
      at: placeOf(value, className),
      message: `${className.name} takes in events that WMI itself raises, so it ignores the query as too broad: name the event classes of the provider.`,
    });
  }),
});

/** The bases of all events, and the events of WMI itself. */
function isTooBroad(className: string): boolean {
  const folded = className.toLowerCase();
  return (
    folded === '__event' ||
    folded === '__extrinsicevent' ||
    derivesFrom(folded, '__SystemEvent') ||
    derivesFrom(folded, '__TimerEvent') ||
    derivesFrom(folded, '__NamespaceOperationEvent')
  );
}
