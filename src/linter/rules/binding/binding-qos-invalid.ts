import { qualityOfService } from '../../binding-delivery.ts';
import { rule } from '../../rule.ts';
import { sampleBinding, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'binding-qos-invalid',
  severity: 'warning',
  group: 'binding',
  summary: 'DeliveryQoS is 0 (synchronous) or 1 (asynchronous).',
  why: 'No other value is documented, so nobody can say what WMI does with it.',
  source: '--filtertoconsumerbinding',
  examples: {
    bad: sampleSubscription({ binding: sampleBinding('  DeliveryQoS = 3;') }),
    good: sampleSubscription({ binding: sampleBinding('  DeliveryQoS = 1;') }),
  },
  check: {
    binding(binding, report) {
      const quality = qualityOfService(binding);
      if (quality === undefined || quality.value === 0n || quality.value === 1n) return;
      report({
        file: binding.instance.file,
        at: quality.assignment.value ?? quality.assignment,
        message: `DeliveryQoS = ${quality.value} is not documented; WMI knows 0 (synchronous) and 1 (asynchronous): write 1.`,
      });
    },
  },
});
