import { rule } from '../../rule.ts';
import { sampleBinding, sampleSubscription } from '../../samples.ts';
import { removal } from '../../setting-removal.ts';

export default rule({
  name: 'binding-deliver-null',
  severity: 'error',
  group: 'binding',
  summary: 'DeliverSynchronously is not NULL.',
  why: 'The class declares the property not_null, and WMI refuses the instance.',
  source: 'wmi-error-constants; the class as Windows exports it',
  hresult: '0x80041028',
  fixes: ['safe'],
  examples: {
    bad: sampleSubscription({ binding: sampleBinding('  DeliverSynchronously = NULL;') }),
    good: sampleSubscription(),
  },
  check: {
    binding({ instance: { file }, deliverSynchronously }, report) {
      if (deliverSynchronously.kind !== 'null') return;
      const { assignment } = deliverSynchronously;
      report({
        file,
        at: assignment,
        message:
          'DeliverSynchronously cannot be NULL, and WMI refuses the binding: leave the property out, which means FALSE.',
        fixes: [
          {
            title: 'Remove DeliverSynchronously',
            safety: 'safe',
            edits: [removal(file, assignment)],
          },
        ],
      });
    },
  },
});
