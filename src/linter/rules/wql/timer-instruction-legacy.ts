import { rule } from '../../rule.ts';
import { subscriptionTo } from '../../query-samples.ts';
import { forTimers, timerSample } from '../../timers.ts';

export default rule({
  name: 'timer-instruction-legacy',
  severity: 'info',
  preset: 'strict',
  group: 'wql',
  summary: 'Recurring events come from Win32_LocalTime or Win32_UTCTime.',
  why: 'Timer instructions are the older technique. A query of Win32_LocalTime or Win32_UTCTime needs no instance beside the filter, and names the time of day.',
  source: 'receiving-a-timed-or-repeating-event',
  examples: {
    bad: timerSample('  IntervalBetweenEvents = 60000;\n'),
    good: subscriptionTo(
      `SELECT * FROM __InstanceModificationEvent WHERE TargetInstance ISA 'Win32_LocalTime' AND TargetInstance.Hour = 8 AND TargetInstance.Minute = 0 AND TargetInstance.Second = 0`,
    ),
  },
  check: forTimers('__TimerInstruction', ({ file, node, className }, report) => {
    report({
      file,
      at: node.className,
      message: `${className} is the older technique; a query with TargetInstance ISA "Win32_LocalTime" and conditions on Hour, Minute and Second is recommended instead.`,
    });
  }),
});
