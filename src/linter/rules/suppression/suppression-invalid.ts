import { rule } from '../../rule.ts';
import { timerSample } from '../../timers.ts';

export default rule({
  name: 'suppression-invalid',
  severity: 'warning',
  group: 'suppression',
  summary: 'A comment that suppresses findings says something that mofsec knows and can do.',
  why: 'A misspelt comment suppresses nothing, and errors of syntax cannot be suppressed, because mofcomp refuses the file.',
  source: 'comments that mofsec reads (mofsec lint --help)',
  fixes: ['suggestion'],
  examples: {
    bad: timerSample(
      '  // mofsec-disable-nextline timer-interval-too-small -- the tests need it\n  IntervalBetweenEvents = 500;\n',
    ),
    good: timerSample(
      '  // mofsec-disable-next-line timer-interval-too-small -- the tests need it\n  IntervalBetweenEvents = 500;\n',
    ),
  },
  check: 'suppressions',
});
