import { rule } from '../../rule.ts';
import { reportDuplicates } from '../../duplicates.ts';
import { sampleBinding, sampleConsumer, sampleFilter, sampleSubscription } from '../../samples.ts';

const second = sampleConsumer
  .replace('$Consumer', '$Second')
  .replace('EventID = 1000', 'EventID = 1001');
const secondBinding = sampleBinding(
  '',
  `  Filter = $Filter;
  Consumer = $Second;
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};`,
);

export default rule({
  name: 'consumer-duplicate-name',
  severity: 'warning',
  group: 'consumer',
  summary: 'Each consumer of a class and a namespace has a Name of its own.',
  why: 'Name is the key: the second consumer of that name changes the first one, and bindings of both lead to it.',
  source: 'monitoring-and-responding-to-events-with-standard-consumers',
  examples: {
    bad: sampleSubscription({
      filter: `${sampleFilter}\n\n${second}`,
      binding: `${sampleBinding()}\n\n${secondBinding}`,
    }),
    good: sampleSubscription({
      filter: `${sampleFilter}\n\n${second.replace('"Service Consumer"', '"Second Consumer"')}`,
      binding: `${sampleBinding()}\n\n${secondBinding}`,
    }),
  },
  // A binding of the other one is one of this one.
  supersedes: ['consumer-unbound'],
  check: {
    compilation({ consumers }, report) {
      reportDuplicates(consumers, 'consumer', report);
    },
  },
});
