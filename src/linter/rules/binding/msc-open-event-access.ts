import { targetOf } from '../../../compiler/subscriptions.ts';
import { maintained } from '../../binding-delivery.ts';
import { opennessOf } from '../../event-access.ts';
import { restrictiveEventAccess } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleBinding, sampleFilter, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'msc-open-event-access',
  severity: 'warning',
  group: 'binding',
  summary: 'A binding with MaintainSecurityContext has a filter whose EventAccess admits few.',
  why:
    'Whoever may publish to the filter is trusted with the event, and the consumer then works in the security context ' +
    'that comes with it.',
  source: 'receiving-events-securely (derived)',
  examples: {
    bad: sampleSubscription({
      filter: sampleFilter.replace('(A;;0x80;;;BA)', '(A;;0x80;;;WD)'),
      binding: sampleBinding('  MaintainSecurityContext = TRUE;'),
    }),
    good: sampleSubscription({ binding: sampleBinding('  MaintainSecurityContext = TRUE;') }),
  },
  check: {
    binding(binding, report) {
      const assignment = maintained(binding);
      const filter = targetOf(binding.filter);
      const openness = filter && opennessOf(filter);
      if (assignment === undefined || openness === undefined) return;
      report({
        file: binding.instance.file,
        at: assignment,
        message:
          'The consumer takes over the security context of whoever publishes to the filter, and that may be anybody, because ' +
          `${openness.why} (this follows from what EventAccess is documented to do): write EventAccess = "${restrictiveEventAccess}" ` +
          'there, or leave MaintainSecurityContext out.',
        related: [{ ...openness.place, message: 'anybody may publish to this filter' }],
      });
    },
  },
});
