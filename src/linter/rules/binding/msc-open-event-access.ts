import { targetOf } from '../../../compiler/subscriptions.ts';
import { rule } from '../../rule.ts';
import { sampleBinding, sampleFilter, sampleSubscription } from '../../samples.ts';
import { headOf } from './ends.ts';
import { maintained } from './maintain-security-context.ts';
import { openTo } from './open-access.ts';

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
      const publishers = filter && openTo(filter.eventAccess);
      if (assignment === undefined || filter === undefined || publishers === undefined) return;
      const access = filter.eventAccess;
      report({
        file: binding.instance.file,
        at: assignment,
        message:
          `The consumer takes over the security context of whoever publishes to the filter, and that may be ${publishers}: ` +
          'limit EventAccess of the filter, for example to "O:BAG:BAD:(A;;0x80;;;BA)", or leave MaintainSecurityContext out.',
        related: [
          access.kind === 'absent'
            ? headOf(filter.instance, 'the filter')
            : {
                file: filter.instance.file,
                start: access.assignment.start,
                end: access.assignment.end,
                message: "the filter's EventAccess",
              },
        ],
      });
    },
  },
});
