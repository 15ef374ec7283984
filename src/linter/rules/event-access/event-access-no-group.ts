import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-no-group',
  severity: 'warning',
  group: 'event-access',
  summary: 'The descriptor in EventAccess has a group (G:).',
  why: 'The AccessCheck function of Windows fails with ERROR_INVALID_SECURITY_DESCR for a descriptor without a group, and every sample of the documentation has one. That WMI uses this function for EventAccess is inferred.',
  source:
    'sdk-api/nf-securitybaseapi-accesscheck; sdk-api/nf-wbemprov-iwbemeventsink-setsinksecurity (derived for EventAccess)',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:BAD:(A;;0x80;;;BA)'), good: sampleSubscription() },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view === undefined || view.text.syntax.group !== undefined) return;
      const { text } = view;
      const at = text.syntax.owner?.end ?? 0;
      report({
        file: text.file,
        at: text.value,
        message:
          "The descriptor has no group (G:). Windows's access check fails without one, and every sample of the documentation has one (that WMI checks EventAccess this way is inferred): write G:BA behind the owner.",
        fixes: [suggestion('Add G:BA', replaceIn(text, { start: at, end: at }, 'G:BA'))],
      });
    },
  },
});
