import { describeSid } from '../../../security/well-known-sids.ts';
import { sampleWithSid } from '../../creator-sid-samples.ts';
import { creatorsOf, otherPlaces, writeAdministrators } from '../../creator-sids.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-domain-account',
  severity: 'info',
  group: 'creator-sid',
  summary: 'The creator of a subscription does not depend on a domain.',
  why: 'While the machine is off the network WMI cannot verify a domain account, and the consumer fails. The file also fits this one domain or machine only.',
  source: 'receiving-events-securely',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithSid(
      '{1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 80, 4, 0, 0}',
    ),
    good: sampleSubscription(),
  },
  check: {
    compilation(compilation, report) {
      for (const { arrays, class: kind, sid } of creatorsOf(compilation)) {
        if (kind !== 'account') continue;
        const [shown] = arrays;
        report({
          file: shown.holder.instance.file,
          at: shown.value,
          message: `The creator is ${describeSid(sid)}. WMI cannot verify a domain account while the machine is off the network, and the consumer then fails; on other domains and machines the SID is nobody. The SID of BUILTIN\\Administrators avoids both.`,
          related: otherPlaces(arrays, shown),
          fixes: [writeAdministrators(arrays)],
        });
      }
    },
  },
});
