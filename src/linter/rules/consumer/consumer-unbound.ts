import { isStockConsumer } from '../../known-good.ts';
import { rule } from '../../rule.ts';
import { sampleConsumer, sampleSubscription } from '../../samples.ts';
import { isCertainlyUnbound } from '../../unbound.ts';

export default rule({
  name: 'consumer-unbound',
  severity: 'warning',
  group: 'consumer',
  summary: 'A consumer is bound to a filter.',
  why: 'WMI calls a consumer through its bindings only; one without any never does a thing, or waits for a binding that comes later.',
  source: 'binding-an-event-filter-with-a-logical-consumer',
  examples: {
    bad: sampleSubscription({
      filter: '',
      consumer: sampleConsumer.replace(' as $Consumer', ''),
      binding: '',
    }),
    good: sampleSubscription(),
  },
  check: {
    consumer(consumer, report, compilation) {
      if (isStockConsumer(consumer) || !isCertainlyUnbound(consumer, compilation)) return;
      const { className, file, node } = consumer.instance;
      report({
        file,
        at: node.className,
        message: `No binding of these files leads to this ${className}, so WMI never calls it: bind it with an instance of __FilterToConsumerBinding, or give the file that does.`,
      });
    },
  },
});
