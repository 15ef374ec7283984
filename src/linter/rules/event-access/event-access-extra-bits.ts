import {
  describeMask,
  formatHex,
  genericRights,
  publishRight,
  writeDacRight,
  writeOwnerRight,
} from '../../../security/wmi-rights.ts';
import { isBroad } from '../../../security/trustees.ts';
import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { type AccessAce, eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-extra-bits',
  severity: 'info',
  preset: 'strict',
  group: 'event-access',
  summary: 'Masks in EventAccess are 0x80 and nothing else.',
  why: 'No other bit has a documented meaning there, and in the descriptor of a namespace unknown bits are an error.',
  source: 'event-security-constants; --systemsecurity-setsd',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;;0x8F;;;BA)'), good: sampleSubscription() },
  supersedes: ['event-access-obscure-rights'],
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view === undefined) return;
      // Where nobody may publish, that is what there is to say.
      const { publishing, text } = view;
      if (publishing.kind !== 'some' && publishing.kind !== 'cancelled') return;
      for (const ace of enough(view.aces, isOdd)) {
        const extra = extraBits(ace);
        const publishes = (ace.mask & publishRight) !== 0;
        const { rights } = ace.syntax;
        report({
          file: text.file,
          at: placeIn(text, rights.items.length === 0 ? ace.syntax : rights),
          message: publishes
            ? `The mask is ${describeMask(ace.mask, 'filter').text}; in EventAccess only 0x80 (WBEM_RIGHT_PUBLISH) has a documented meaning, and ${formatHex(extra)} has none. Write 0x80.`
            : `The mask is ${describeMask(ace.mask, 'filter').text} and lacks 0x80 (WBEM_RIGHT_PUBLISH), the only right with a documented meaning in EventAccess, so this ACE does nothing. Write 0x80, or remove it.`,
          subject: ace.syntax,
          fixes: [suggestion('Write 0x80 (WBEM_RIGHT_PUBLISH)', replaceIn(text, rights, '0x80'))],
        });
      }
    },
  },
});

/** True for masks with more or less than 0x80; event-access-generic-rights speaks about generic ones. */
function isOdd(ace: AccessAce): boolean {
  return (ace.mask & publishRight) === 0 ? (ace.mask & genericRights) === 0 : extraBits(ace) !== 0;
}

/** The bits besides 0x80, without those that event-access-takeover-right speaks about. */
function extraBits({ effect, mask, trustee }: AccessAce): number {
  const takeover = effect === 'allow' && isBroad(trustee) ? writeDacRight | writeOwnerRight : 0;
  return (mask & ~publishRight & ~takeover) >>> 0;
}
