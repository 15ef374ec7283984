import { describeSid } from '../../../security/well-known-sids.ts';
import { withoutPolling } from '../../creator-sid-samples.ts';
import { creatorsOf, otherPlaces, unfitFor, writeAdministrators } from '../../creator-sids.ts';
import { administratorsArray } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'creator-sid-broad',
  severity: 'warning',
  group: 'creator-sid',
  summary:
    'The creator of a subscription is Administrators or an account with administrator rights.',
  why: 'WMI asks for one of the two. A group of ordinary users, a service account or a SID that nobody has is neither.',
  source: 'receiving-events-securely',
  fixes: ['suggestion'],
  examples: {
    bad: withoutPolling('{1, 1, 0, 0, 0, 0, 0, 5, 11, 0, 0, 0}'),
    good: withoutPolling(administratorsArray),
  },
  check: {
    compilation(compilation, report) {
      for (const creator of creatorsOf(compilation)) {
        if (unfitFor(creator) !== 'other') continue;
        const [shown] = creator.arrays;
        report({
          file: shown.holder.instance.file,
          at: shown.value,
          message: `The creator is ${describeSid(creator.sid)}; WMI wants the Administrators group or an account with local administrator rights. Write the SID of BUILTIN\\Administrators on filter, consumer and binding.`,
          subject: creator,
          related: otherPlaces(creator.arrays, shown),
          fixes: [writeAdministrators(creator.arrays)],
        });
      }
    },
  },
});
