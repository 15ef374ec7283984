import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-no-owner',
  severity: 'warning',
  group: 'event-access',
  summary: 'The descriptor in EventAccess has an owner (O:).',
  why: 'The AccessCheck function of Windows fails with ERROR_INVALID_SECURITY_DESCR for a descriptor without an owner, and every sample of the documentation has one. That WMI uses this function for EventAccess is inferred.',
  source: 'sdk-api/nf-securitybaseapi-accesscheck (derived for EventAccess)',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('G:BAD:(A;;0x80;;;BA)'), good: sampleSubscription() },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view === undefined || view.text.syntax.owner !== undefined) return;
      const { text } = view;
      report({
        file: text.file,
        at: text.value,
        message:
          "The descriptor has no owner (O:). Windows's access check fails without one, and every sample of the documentation has one (that WMI checks EventAccess this way is inferred): begin with O:BA.",
        fixes: [suggestion('Add O:BA', replaceIn(text, { start: 0, end: 0 }, 'O:BA'))],
      });
    },
  },
});
