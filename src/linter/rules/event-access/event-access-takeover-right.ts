import { describePrincipal } from '../../../security/principal.ts';
import { isBroad } from '../../../security/trustees.ts';
import { publishRight, writeDacRight, writeOwnerRight } from '../../../security/wmi-rights.ts';
import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { type AccessAce, eventAccessView, grants } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-takeover-right',
  severity: 'warning',
  group: 'event-access',
  summary: 'No broad group may change the descriptor (WRITE_DAC) or take ownership (WRITE_OWNER).',
  why: 'Whoever may change the descriptor may grant themselves every other right.',
  source: 'access-to-wmi-namespaces; SecAuthZ/standard-access-rights',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithAccess('O:BAG:BAD:(A;;0x80;;;BA)(A;;0x40000;;;AU)'),
    good: sampleSubscription(),
  },
  supersedes: ['event-access-extra-bits', 'event-access-foreign-rights'],
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view === undefined) return;
      const { text } = view;
      for (const { mask, syntax, trustee } of enough(view.aces, givesControl)) {
        const names = [
          ...((mask & writeDacRight) === 0 ? [] : ['WRITE_DAC']),
          ...((mask & writeOwnerRight) === 0 ? [] : ['WRITE_OWNER']),
        ];
        report({
          file: text.file,
          at: placeIn(text, syntax.rights),
          message: `The mask gives ${describePrincipal(trustee)} ${names.join(' and ')}, and whoever may change the descriptor or own it may grant themselves every other right. Grant at most 0x80 (WBEM_RIGHT_PUBLISH).`,
          subject: syntax,
          fixes: [
            (mask & publishRight) === 0
              ? suggestion('Remove this ACE', replaceIn(text, syntax, ''))
              : suggestion('Grant 0x80 alone', replaceIn(text, syntax.rights, '0x80')),
          ],
        });
      }
    },
  },
});

function givesControl(ace: AccessAce): boolean {
  const takes = ace.effect === 'allow' && grants(ace, writeDacRight | writeOwnerRight);
  return takes && isBroad(ace.trustee);
}
