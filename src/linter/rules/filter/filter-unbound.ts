import { isStockFilter } from '../../known-good.ts';
import { rule } from '../../rule.ts';
import { sampleFilter, sampleSubscription } from '../../samples.ts';
import { isCertainlyUnbound } from '../../unbound.ts';

export default rule({
  name: 'filter-unbound',
  severity: 'warning',
  group: 'filter',
  summary: 'A filter is bound to a consumer.',
  why: 'A filter without a binding delivers nothing, or waits for a binding that comes later.',
  source: 'binding-an-event-filter-with-a-logical-consumer',
  examples: {
    bad: sampleSubscription({
      filter: sampleFilter.replace(' as $Filter', ''),
      consumer: '',
      binding: '',
    }),
    good: sampleSubscription(),
  },
  check: {
    filter(filter, report, compilation) {
      if (isStockFilter(filter) || !isCertainlyUnbound(filter, compilation)) return;
      const { file, node } = filter.instance;
      report({
        file,
        at: node.className,
        message:
          'No binding of these files leads to this filter, so it delivers nothing: bind it with an instance of ' +
          '__FilterToConsumerBinding, or give the file that does.',
      });
    },
  },
});
