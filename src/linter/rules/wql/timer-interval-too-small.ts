import { numberOf } from '../../consumer-properties.ts';
import { rule } from '../../rule.ts';
import { forTimers, timerSample } from '../../timers.ts';

const SMALLEST = 1000n;

export default rule({
  name: 'timer-interval-too-small',
  severity: 'warning',
  group: 'wql',
  summary: 'The interval of a timer is a second or more.',
  why: 'IntervalBetweenEvents counts milliseconds, and WMI may ignore an interval that is too small.',
  source: '--intervaltimerinstruction',
  examples: {
    bad: timerSample('  IntervalBetweenEvents = 5;\n'),
    good: timerSample('  IntervalBetweenEvents = 60000;\n'),
  },
  check: forTimers('__IntervalTimerInstruction', (instance, report) => {
    const interval = numberOf(instance, 'IntervalBetweenEvents');
    if (interval === undefined || interval.number >= SMALLEST || interval.number < 0n) return;
    report({
      file: instance.file,
      at: interval.value,
      message: `IntervalBetweenEvents counts milliseconds, and WMI may ignore an interval as small as ${interval.number}: write 60000 for a minute.`,
    });
  }),
});
