import { isOwnerRights } from '../../../security/trustees.ts';
import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView } from '../../event-access.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-owner-rights',
  severity: 'info',
  group: 'event-access',
  summary: 'EventAccess names accounts, not OWNER RIGHTS (OW).',
  why: 'OW is whoever owns the descriptor (O:). An ACE for it also takes away the rights that an owner has implicitly.',
  source: 'understand-security-identifiers (advice)',
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;;0x80;;;OW)'), good: sampleSubscription() },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view === undefined) return;
      for (const { syntax } of enough(view.aces, ({ trustee }) => isOwnerRights(trustee))) {
        report({
          file: view.text.file,
          at: placeIn(view.text, syntax.trustee),
          message:
            'OW (OWNER RIGHTS) is only the owner named in O:, and the ACE replaces the rights that an owner has anyway. Name the account or the group that may publish.',
        });
      }
    },
  },
});
