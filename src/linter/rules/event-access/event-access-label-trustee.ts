import { describePrincipal } from '../../../security/principal.ts';
import { whyNobody } from '../../../security/trustees.ts';
import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-label-trustee',
  severity: 'error',
  group: 'event-access',
  summary: 'The trustee of an ACE in EventAccess is no integrity level.',
  why: 'LW, ME, MP, HI and SI are labels, not accounts. Access is never granted to a label, so the ACE has no effect.',
  source: 'SecAuthZ/mandatory-integrity-control; SecAuthZ/well-known-sids',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;;0x80;;;LW)'), good: sampleSubscription() },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view === undefined) return;
      const labels = enough(view.aces, ({ trustee }) => whyNobody(trustee) === 'label');
      for (const { trustee, syntax } of labels) {
        report({
          file: view.text.file,
          at: placeIn(view.text, syntax.trustee),
          message: `${describePrincipal(trustee)} is an integrity level and no account, so this ACE has no effect. Name an account or a group, such as BA (BUILTIN\\Administrators).`,
          fixes: [suggestion('Write BA', replaceIn(view.text, syntax.trustee, 'BA'))],
        });
      }
    },
  },
});
