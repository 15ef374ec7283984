import { filterWithoutAccess } from '../../event-access-samples.ts';
import { opennessOf } from '../../event-access.ts';
import { addProperty, restrictiveEventAccess, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'event-access-missing',
  severity: 'warning',
  group: 'event-access',
  summary: 'An event filter says who may publish events to it.',
  why: 'Without EventAccess everybody may: any account that can raise an event of the class sets off the consumer. The documentation recommends to limit access.',
  source: 'receiving-events-securely; --eventfilter',
  fixes: ['suggestion'],
  examples: {
    bad: sampleSubscription({ filter: filterWithoutAccess }),
    good: sampleSubscription(),
  },
  check: {
    filter(filter, report) {
      const openness = opennessOf(filter);
      if (openness?.kind !== 'absent' && openness?.kind !== 'null') return;
      const text = `EventAccess = "${restrictiveEventAccess}";`;
      const { place } = openness;
      const edit =
        openness.kind === 'null' ? { ...place, text } : addProperty(filter.instance, text);
      report({
        file: place.file,
        at: place,
        message: `Everyone may publish events to this filter, because ${openness.why}. Name those who may, such as BUILTIN\\Administrators: ${text}`,
        fixes: [suggestion('Let only Administrators publish', edit)],
      });
    },
  },
});
