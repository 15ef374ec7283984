import { rule } from '../../rule.ts';
import { sampleBinding, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'binding-slow-down-providers',
  severity: 'info',
  group: 'binding',
  summary: 'SlowDownProviders stays FALSE unless no event may be lost.',
  why: 'With TRUE a consumer that cannot keep up slows down the providers of its events, for everybody.',
  source: '--filtertoconsumerbinding',
  examples: {
    bad: sampleSubscription({ binding: sampleBinding('  SlowDownProviders = TRUE;') }),
    good: sampleSubscription({ binding: sampleBinding('  SlowDownProviders = FALSE;') }),
  },
  check: {
    binding({ instance: { file }, slowDownProviders }, report) {
      if (slowDownProviders.kind !== 'set' || !slowDownProviders.value) return;
      report({
        file,
        at: slowDownProviders.assignment,
        message:
          'With SlowDownProviders = TRUE this consumer, when it cannot keep up, throttles the event providers for everybody: ' +
          'leave it out unless that is what you want.',
      });
    },
  },
});
