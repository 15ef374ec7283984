import { equalPrincipals, describePrincipal } from '../../../security/principal.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-deny-cancels-allow',
  severity: 'error',
  group: 'event-access',
  summary: 'No ACE denies publishing to everybody who is allowed to publish later in the list.',
  why: 'The first ACE about a right decides, so nobody is left who may publish, and the filter never receives an event.',
  source: '--systemsecurity-setsd; SecAuthZ/dacls-and-aces (derived)',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithAccess('O:BAG:BAD:(D;;0x80;;;BA)(A;;0x80;;;BA)'),
    good: sampleSubscription(),
  },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view?.publishing.kind !== 'cancelled') return;
      const { deny, allow } = view.publishing;
      const { text } = view;
      const denied = describePrincipal(deny.trustee);
      const whom = equalPrincipals(deny.trustee, allow.trustee)
        ? `to ${denied}, whom alone the list allows it later`
        : `to ${denied}, to which ${describePrincipal(allow.trustee)} belongs`;
      report({
        file: text.file,
        at: placeIn(text, deny.syntax),
        message: `This ACE denies publishing ${whom}. The first ACE about a right decides, so nobody may publish and the filter never receives an event. Remove it, or deny a smaller group.`,
        related: [
          {
            file: text.file,
            ...placeIn(text, allow.syntax),
            message: 'what it takes back',
          },
        ],
        fixes: [suggestion('Remove the ACE that denies', replaceIn(text, deny.syntax, ''))],
      });
    },
  },
});
