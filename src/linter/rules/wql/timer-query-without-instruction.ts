import type { StringLiteral } from '../../../../grammar/wql/ast.ts';
import { requiredValuesOf } from '../../../../grammar/wql/queries.ts';
import type { Compilation } from '../../../compiler/model.ts';
import { enough } from '../../enough.ts';
import { isEventLogText } from '../../event-log-text.ts';
import { type FilterQuery, forFilterQueries, inQuery } from '../../queries.ts';
import { subscriptionTo } from '../../query-samples.ts';
import { rule } from '../../rule.ts';
import { timersOf, timerSample } from '../../timers.ts';

const query = `SELECT * FROM __TimerEvent WHERE TimerId = 'Sample Timer'`;

export default rule({
  name: 'timer-query-without-instruction',
  severity: 'warning',
  group: 'wql',
  summary: 'The timer that a query waits for is created in the event namespace.',
  why: '__TimerEvent comes from an instance of __IntervalTimerInstruction or __AbsoluteTimerInstruction with the same TimerId in the same namespace. Without it the event never comes.',
  source: '--intervaltimerinstruction',
  examples: {
    bad: subscriptionTo(query),
    good: subscriptionTo(query, `\n${timerSample('  IntervalBetweenEvents = 60000;\n')}`),
  },
  check: forFilterQueries((query, report, compilation) => {
    if (query.query.className?.name.toLowerCase() !== '__timerevent') return;
    if (query.namespace === 'unclear' || isEventLogText(query.filter.instance.unit)) return;
    const ids = requiredValuesOf(query.query.where?.expression, 'TimerId') ?? [];
    const texts = ids.filter((id) => id.kind === 'StringLiteral');
    for (const id of enough(texts)) {
      const fault = faultOf(id, query, compilation);
      if (fault === undefined) continue;
      report({ ...inQuery(query, id.content.end > id.content.start ? id.content : id), ...fault });
    }
  }),
});

function faultOf(
  { value }: StringLiteral,
  { site: { namespace } }: FilterQuery,
  compilation: Compilation,
) {
  const timers = timersOf(compilation);
  if (timers.some(({ id }) => id === undefined)) return undefined;
  const named = timers.filter(({ id }) => id?.value.toLowerCase() === value.toLowerCase());
  if (named.some(({ instance }) => instance.namespace.key === namespace.key)) return undefined;
  const [elsewhere] = named;
  if (elsewhere === undefined) {
    return {
      message: `No file here creates a timer with this TimerId in ${namespace.path}, and without one the event never comes: write instance of __IntervalTimerInstruction with the same TimerId there.`,
    };
  }
  const { file, namespace: other, node } = elsewhere.instance;
  const at = elsewhere.id ?? node.className;
  return {
    message: `The timer with this TimerId is in ${other.path}, and the events of the filter come from ${namespace.path}: create the timer there, or write the timer's namespace into EventNamespace.`,
    related: [{ file, start: at.start, end: at.end, message: 'the timer is created here' }],
  };
}
