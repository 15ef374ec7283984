import { rule } from '../../rule.ts';
import { timerSample } from '../../timers.ts';

export default rule({
  name: 'suppression-unknown-rule',
  severity: 'warning',
  group: 'suppression',
  summary: 'A comment that suppresses findings names rules that exist.',
  why: 'The finding is still reported, and whoever reads the comment believes that somebody has looked at it.',
  source: 'comments that mofsec reads (mofsec lint --help)',
  fixes: ['suggestion'],
  examples: {
    bad: timerSample(
      '  // mofsec-disable-next-line timer-interval-to-small -- the tests need it\n  IntervalBetweenEvents = 500;\n',
    ),
    good: timerSample(
      '  // mofsec-disable-next-line timer-interval-too-small -- the tests need it\n  IntervalBetweenEvents = 500;\n',
    ),
  },
  check: 'suppressions',
});
