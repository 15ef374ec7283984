import { missing } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';
import { forTimers, timerSample } from '../../timers.ts';

const required: ReadonlyMap<string, readonly [name: string, example: string]> = new Map([
  ['__intervaltimerinstruction', ['IntervalBetweenEvents', 'IntervalBetweenEvents = 60000;']],
  ['__absolutetimerinstruction', ['EventDateTime', 'EventDateTime = "20300101080000.000000+000";']],
]);

export default rule({
  name: 'timer-interval-missing',
  severity: 'error',
  group: 'wql',
  summary: 'A timer instruction says when it fires.',
  why: 'IntervalBetweenEvents and EventDateTime may not be NULL, and WMI refuses an instruction without them.',
  source: '--intervaltimerinstruction, --absolutetimerinstruction',
  hresult: '0x80041028',
  examples: {
    bad: timerSample(''),
    good: timerSample('  IntervalBetweenEvents = 60000;\n'),
  },
  check: forTimers('__TimerInstruction', (instance, report, compilation) => {
    const { className, file, properties } = instance;
    const [name, example] = required.get(className.toLowerCase()) ?? [];
    // An explicit NULL is null-not-allowed.
    if (name === undefined || properties.has(name.toLowerCase())) return;
    const at = missing(instance, name, compilation);
    if (at === undefined) return;
    report({
      file,
      at,
      message: `The timer has no ${name}, which may not be NULL, so WMI refuses it: write ${example ?? ''}`,
    });
  }),
});
