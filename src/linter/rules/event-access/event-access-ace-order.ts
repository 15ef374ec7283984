import { aceFlagBits } from '../../../security/security-descriptor.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { type AccessAce, eventAccessView, publishingOf } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { placeIn, replaceIn, spellingOf } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-ace-order',
  severity: 'warning',
  group: 'event-access',
  summary: 'ACEs that deny stand before ACEs that allow, and inherited ones last.',
  why: 'Windows goes through the list and the first ACE about a right decides. A deny behind an allow comes too late for everybody whom both name.',
  source: '--systemsecurity-setsd',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithAccess('O:BAG:BAD:(A;;0x80;;;BA)(D;;0x80;;;AN)'),
    good: sampleWithAccess('O:BAG:BAD:(D;;0x80;;;AN)(A;;0x80;;;BA)'),
  },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view === undefined) return;
      const { aces, text } = view;
      const ordered = aces.toSorted((a, b) => rankOf(a) - rankOf(b));
      const late = firstOutOfOrder(aces);
      const [first, last] = [aces[0], aces.at(-1)];
      if (late === undefined || first === undefined || last === undefined) return;
      const inOrder = ordered.map(({ syntax }) => spellingOf(text, syntax)).join('');
      report({
        file: text.file,
        at: placeIn(text, late.syntax),
        message: `${late.effect === 'deny' ? 'This deny comes behind an ACE that allows' : 'This ACE comes behind an inherited one'}, and the first ACE about a right decides. Order the list: deny before allow, inherited ACEs last.`,
        // In order, an ACE that denies may take from everybody what the list lets him do now.
        ...(publishingOf(ordered).kind !== 'cancelled' && {
          fixes: [
            suggestion(
              'Put the ACEs in order',
              replaceIn(text, { start: first.syntax.start, end: last.syntax.end }, inOrder),
            ),
          ],
        }),
      });
    },
  },
});

function firstOutOfOrder(aces: readonly AccessAce[]): AccessAce | undefined {
  let highest = 0;
  for (const ace of aces) {
    if (rankOf(ace) < highest) return ace;
    highest = rankOf(ace);
  }
  return undefined;
}

/** The canonical order: explicit deny, explicit allow, inherited deny, inherited allow. */
function rankOf({ effect, syntax }: AccessAce): number {
  const inherited = (syntax.flags.bits & aceFlagBits.inherited) === 0 ? 0 : 2;
  return inherited + (effect === 'deny' ? 0 : 1);
}
