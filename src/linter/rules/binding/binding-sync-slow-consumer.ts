import { qualityOfService, slowConsumer, synchronously } from '../../binding-delivery.ts';
import { rule } from '../../rule.ts';
import { commandLineConsumer, sampleBinding, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'binding-sync-slow-consumer',
  severity: 'warning',
  group: 'binding',
  summary:
    'Events are not delivered synchronously to a consumer that runs a script, starts a program or sends mail.',
  why:
    'Synchronous delivery is for consumers that are done within about 100 microseconds. A slower one blocks the event ' +
    'provider and delays all other consumers.',
  source: 'binding-an-event-filter-with-a-logical-consumer, implementing-a-physical-consumer',
  fixes: ['suggestion'],
  examples: {
    bad: sampleSubscription({
      consumer: commandLineConsumer,
      binding: sampleBinding('  DeliveryQoS = 0;'),
    }),
    good: sampleSubscription({
      consumer: commandLineConsumer,
      binding: sampleBinding('  DeliveryQoS = 1;'),
    }),
  },
  supersedes: ['binding-deliver-synchronously'],
  check: {
    binding(binding, report) {
      const consumer = slowConsumer(binding);
      const quality = qualityOfService(binding);
      const synchronous =
        synchronously(binding) ?? (quality?.value === 0n ? quality.assignment : undefined);
      if (consumer === undefined || synchronous === undefined) return;
      const { file } = binding.instance;
      report({
        file,
        at: synchronous,
        message:
          `${consumer} takes far longer than the 100 microseconds or so that synchronous delivery is for, and blocks the ` +
          'event provider meanwhile: write DeliveryQoS = 1.',
        fixes: [
          {
            title: 'Write DeliveryQoS = 1',
            safety: 'suggestion',
            edits: [
              { file, start: synchronous.start, end: synchronous.end, text: 'DeliveryQoS = 1;' },
            ],
          },
        ],
      });
    },
  },
});
