import { sampleWithAccess } from '../../event-access-samples.ts';
import { opennessOf } from '../../event-access.ts';
import { restrictiveEventAccess, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'event-access-empty',
  severity: 'warning',
  group: 'event-access',
  summary: 'EventAccess is not empty.',
  why: 'An empty text has no DACL and so restricts nobody: it is as good as none.',
  source: 'SecAuthZ/security-descriptor-string-format; values seen on real machines',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess(''), good: sampleSubscription() },
  check: {
    filter(filter, report) {
      const openness = opennessOf(filter);
      if (openness?.kind !== 'empty') return;
      const { place } = openness;
      report({
        file: place.file,
        at: place,
        message: `An empty EventAccess restricts nobody, so everyone may publish events to this filter. Name those who may: "${restrictiveEventAccess}".`,
        fixes: [
          suggestion('Let only Administrators publish', {
            ...place,
            text: `"${restrictiveEventAccess}"`,
          }),
        ],
      });
    },
  },
});
