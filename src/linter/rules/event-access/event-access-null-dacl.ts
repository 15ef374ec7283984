import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-null-dacl',
  severity: 'warning',
  group: 'event-access',
  summary: 'The descriptor in EventAccess has a list of who may do what (D:).',
  why: 'A descriptor without a DACL, or with a NULL one (NO_ACCESS_CONTROL), grants every right to everyone.',
  source: 'sdk-api/nf-securitybaseapi-accesscheck; SecAuthZ/security-descriptor-string-format',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:BAG:BA'), good: sampleSubscription() },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view?.publishing.kind !== 'no-dacl') return;
      const { text } = view;
      const { dacl, group, owner } = text.syntax;
      const end = group?.end ?? owner?.end ?? 0;
      const span = dacl ?? { start: end, end };
      report({
        file: text.file,
        at: dacl === undefined ? text.value : placeIn(text, dacl),
        message: `${dacl === undefined ? 'There is no D: section' : 'NO_ACCESS_CONTROL makes a NULL DACL'}, and without a list everyone may publish events to this filter. Name those who may: D:(A;;0x80;;;BA).`,
        fixes: [
          suggestion('Let only Administrators publish', replaceIn(text, span, 'D:(A;;0x80;;;BA)')),
        ],
      });
    },
  },
});
