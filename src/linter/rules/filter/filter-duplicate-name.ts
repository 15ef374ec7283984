import { reportDuplicates } from '../../duplicates.ts';
import { rule } from '../../rule.ts';
import { sampleBinding, sampleFilter, sampleSubscription } from '../../samples.ts';

const second = sampleFilter.replace('$Filter', '$Second').replace('Win32_Service', 'Win32_Process');
const secondBinding = sampleBinding(
  '',
  `  Filter = $Second;
  Consumer = $Consumer;
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};`,
);

export default rule({
  name: 'filter-duplicate-name',
  severity: 'warning',
  group: 'filter',
  summary: 'Each filter of a namespace has a Name of its own.',
  why: 'Name is the key: the second filter of that name overwrites the first one, and its query is gone.',
  source: 'creating-an-event-filter, --eventfilter',
  examples: {
    bad: sampleSubscription({
      filter: `${sampleFilter}\n\n${second}`,
      binding: `${sampleBinding()}\n\n${secondBinding}`,
    }),
    good: sampleSubscription({
      filter: `${sampleFilter}\n\n${second.replace('"Service Filter"', '"Process Filter"')}`,
      binding: `${sampleBinding()}\n\n${secondBinding}`,
    }),
  },
  // A binding of the other one is one of this one.
  supersedes: ['filter-unbound'],
  check: {
    compilation({ filters }, report) {
      reportDuplicates(filters, 'filter', report);
    },
  },
});
