import { maintained } from '../../binding-delivery.ts';
import { rule } from '../../rule.ts';
import { sampleBinding, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'msc-requires-full-write',
  severity: 'info',
  preset: 'strict',
  group: 'binding',
  summary:
    'MaintainSecurityContext needs an account of the consumer that may write to the repository.',
  why:
    "WMI hands over the provider's security context only when the account that the process of the consumer runs as has " +
    'FULL_WRITE on the repository.',
  source: 'receiving-events-securely',
  examples: {
    bad: sampleSubscription({ binding: sampleBinding('  MaintainSecurityContext = TRUE;') }),
    good: sampleSubscription(),
  },
  check: {
    binding(binding, report) {
      const assignment = maintained(binding);
      if (assignment === undefined) return;
      report({
        file: binding.instance.file,
        at: assignment,
        message:
          "The consumer gets the provider's security context only if the account that it runs as has FULL_WRITE on the " +
          'repository: make sure that it has, or leave the property out.',
      });
    },
  },
});
