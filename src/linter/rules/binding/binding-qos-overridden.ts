import { qualityOfService, synchronously } from '../../binding-delivery.ts';
import { rule } from '../../rule.ts';
import { sampleBinding, sampleSubscription } from '../../samples.ts';
import { removal } from '../../setting-removal.ts';

export default rule({
  name: 'binding-qos-overridden',
  severity: 'warning',
  group: 'binding',
  summary: 'A binding with DeliveryQoS does not set DeliverSynchronously to TRUE.',
  why: 'DeliverSynchronously = TRUE overrides DeliveryQoS, whatever it says.',
  source: '--filtertoconsumerbinding',
  fixes: ['suggestion'],
  examples: {
    bad: sampleSubscription({
      binding: sampleBinding('  DeliverSynchronously = TRUE;\n  DeliveryQoS = 1;'),
    }),
    good: sampleSubscription({ binding: sampleBinding('  DeliveryQoS = 1;') }),
  },
  supersedes: [
    'binding-sync-slow-consumer',
    'binding-deliver-synchronously',
    'binding-qos-invalid',
  ],
  check: {
    binding(binding, report) {
      const synchronous = synchronously(binding);
      const quality = qualityOfService(binding);
      if (synchronous === undefined || quality === undefined) return;
      const { file } = binding.instance;
      report({
        file,
        at: synchronous,
        message:
          `DeliverSynchronously = TRUE overrides DeliveryQoS = ${quality.value}, which then means nothing: remove ` +
          'DeliverSynchronously, which is obsolete.',
        related: [
          {
            file,
            start: quality.assignment.start,
            end: quality.assignment.end,
            message: 'this is overridden',
          },
        ],
        fixes: [
          {
            title: 'Remove DeliverSynchronously',
            safety: 'suggestion',
            edits: [removal(file, synchronous)],
          },
        ],
      });
    },
  },
});
