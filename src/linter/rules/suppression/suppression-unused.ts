import { rule } from '../../rule.ts';
import { timerSample } from '../../timers.ts';

export default rule({
  name: 'suppression-unused',
  severity: 'warning',
  group: 'suppression',
  summary: 'A comment that suppresses findings suppresses one.',
  why: 'What it was written for has been mended or has moved, and the comment will hide the next finding that comes to its place.',
  source: 'comments that mofsec reads (mofsec lint --help)',
  tag: 'unnecessary',
  fixes: ['suggestion'],
  examples: {
    bad: timerSample(
      '  // mofsec-disable-next-line timer-interval-too-small -- the tests need it\n  IntervalBetweenEvents = 60000;\n',
    ),
    good: timerSample(
      '  // mofsec-disable-next-line timer-interval-too-small -- the tests need it\n  IntervalBetweenEvents = 500;\n',
    ),
  },
  check: 'suppressions',
});
