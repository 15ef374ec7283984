import { synchronously } from '../../binding-delivery.ts';
import { rule } from '../../rule.ts';
import { sampleBinding, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'binding-deliver-synchronously',
  severity: 'warning',
  group: 'binding',
  summary: 'DeliverSynchronously is obsolete; DeliveryQoS takes its place.',
  why: 'The property is kept for old bindings and overrides DeliveryQoS. 0 delivers synchronously, 1 asynchronously.',
  source: '--filtertoconsumerbinding',
  tag: 'deprecated',
  fixes: ['suggestion'],
  examples: {
    bad: sampleSubscription({ binding: sampleBinding('  DeliverSynchronously = TRUE;') }),
    good: sampleSubscription({ binding: sampleBinding('  DeliveryQoS = 1;') }),
  },
  check: {
    binding(binding, report) {
      const assignment = synchronously(binding);
      if (assignment === undefined) return;
      const { file } = binding.instance;
      report({
        file,
        at: assignment,
        message:
          'DeliverSynchronously is obsolete, and TRUE holds up the event provider until the consumer is done: write ' +
          'DeliveryQoS = 1, or DeliveryQoS = 0 for a consumer that needs less than 100 microseconds.',
        fixes: [
          {
            title: 'Write DeliveryQoS = 1',
            safety: 'suggestion',
            edits: [
              { file, start: assignment.start, end: assignment.end, text: 'DeliveryQoS = 1;' },
            ],
          },
        ],
      });
    },
  },
});
