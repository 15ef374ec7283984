import { sampleWithSid } from '../../creator-sid-samples.ts';
import { creatorsOf, otherPlaces, writeAdministrators } from '../../creator-sids.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-local-system',
  severity: 'info',
  preset: 'strict',
  group: 'creator-sid',
  summary: 'The creator of a subscription is Administrators rather than Local System.',
  why: 'S-1-5-18 is what the classes have as their default; for subscriptions the documentation recommends the Administrators group.',
  source: '--eventfilter; receiving-events-securely',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithSid('{1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0}'),
    good: sampleSubscription(),
  },
  check: {
    compilation(compilation, report) {
      for (const { arrays, class: kind } of creatorsOf(compilation)) {
        if (kind !== 'local-system') continue;
        const [shown] = arrays;
        report({
          file: shown.holder.instance.file,
          at: shown.value,
          message:
            'The creator is S-1-5-18 (Local System), the default of the class. The documentation recommends the SID of BUILTIN\\Administrators for subscriptions.',
          related: otherPlaces(arrays, shown),
          fixes: [writeAdministrators(arrays)],
        });
      }
    },
  },
});
