import { describeSid } from '../../../security/well-known-sids.ts';
import { sampleWithSid } from '../../creator-sid-samples.ts';
import { creatorsOf, otherPlaces, unfitFor, writeAdministrators } from '../../creator-sids.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'polling-query-non-admin-creator',
  severity: 'error',
  group: 'creator-sid',
  summary:
    'The creator of a subscription with a polling query must be one that can be an administrator.',
  why: 'Only administrators may create permanent consumers with polling queries (WITHIN), so WMI refuses this one.',
  source: 'within-clause',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithSid('{1, 1, 0, 0, 0, 0, 0, 5, 11, 0, 0, 0}'),
    good: sampleSubscription(),
  },
  check: {
    compilation(compilation, report) {
      for (const creator of creatorsOf(compilation)) {
        if (unfitFor(creator) !== 'polling') continue;
        const [shown] = creator.arrays;
        report({
          file: shown.holder.instance.file,
          at: shown.value,
          message: `The creator is ${describeSid(creator.sid)}, which is never an administrator, and only administrators may have permanent consumers with a polling query (WITHIN). Write the SID of BUILTIN\\Administrators on filter, consumer and binding.`,
          subject: creator,
          related: otherPlaces(creator.arrays, shown),
          fixes: [writeAdministrators(creator.arrays)],
        });
      }
    },
  },
});
