import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-subscribe-confused',
  severity: 'error',
  group: 'event-access',
  summary: 'EventAccess grants 0x80 (publish), not 0x40 (subscribe).',
  why: "WBEM_RIGHT_SUBSCRIBE (0x40) belongs in the descriptor of a provider's sink. A filter needs WBEM_RIGHT_PUBLISH (0x80); without it no event is ever delivered.",
  source: 'event-security-constants; receiving-events-securely',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;;0x40;;;BA)'), good: sampleSubscription() },
  supersedes: [
    'sddl-mask-not-hexadecimal',
    'event-access-foreign-rights',
    'event-access-generic-rights',
  ],
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view?.publishing.kind !== 'subscribe') return;
      const { rights } = view.publishing.ace.syntax;
      report({
        file: view.text.file,
        at: placeIn(view.text, rights),
        message:
          "0x40 is WBEM_RIGHT_SUBSCRIBE, which consumers need on a provider's sink. In EventAccess it means nothing, so nobody may publish and the filter never receives an event. Write 0x80 (WBEM_RIGHT_PUBLISH).",
        subject: view.publishing.ace.syntax,
        fixes: [
          suggestion('Grant 0x80 (WBEM_RIGHT_PUBLISH)', replaceIn(view.text, rights, '0x80')),
        ],
      });
    },
  },
});
