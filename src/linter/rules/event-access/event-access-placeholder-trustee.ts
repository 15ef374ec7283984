import { describePrincipal } from '../../../security/principal.ts';
import { whyNobody } from '../../../security/trustees.ts';
import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { type AccessAce, eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-placeholder-trustee',
  severity: 'error',
  group: 'event-access',
  summary: 'The trustee of an ACE is an account or a group that somebody can have.',
  why: 'CO, CG and PS stand for others when an ACE is inherited, and the Null SID is nobody. No token contains them, so the ACE has no effect.',
  source: 'SecAuthZ/well-known-sids',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;;0x80;;;CO)'), good: sampleSubscription() },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view === undefined) return;
      for (const { trustee, syntax } of enough(view.aces, isNobody)) {
        const nobody = whyNobody(trustee);
        const why =
          nobody === 'placeholder' ? 'stands for others when an ACE is inherited' : 'is no account';
        report({
          file: view.text.file,
          at: placeIn(view.text, syntax.trustee),
          message: `${describePrincipal(trustee)} ${why}; nobody who publishes ever has it, so this ACE has no effect. Name an account or a group, such as BA (BUILTIN\\Administrators).`,
          fixes: [suggestion('Write BA', replaceIn(view.text, syntax.trustee, 'BA'))],
        });
      }
    },
  },
});

/** Labels have a rule of their own. */
function isNobody({ trustee }: AccessAce): boolean {
  const nobody = whyNobody(trustee);
  return nobody !== undefined && nobody !== 'label';
}
