import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { formatHex } from '../../../security/wmi-rights.ts';
import { acesOf, maskNumbers } from '../../sddl-aces.ts';
import { type SddlText, placeIn, wellFormedTexts } from '../../sddl-texts.ts';

export default rule({
  name: 'sddl-mask-overflow',
  severity: 'warning',
  group: 'event-access',
  summary: 'An access mask is a number of 32 bits without a sign.',
  why: 'Windows turns a larger number into 0xffffffff, which is every right there is, and a negative one into its complement.',
  source: "behaviour of Windows's SDDL converter",
  examples: {
    bad: sampleWithAccess('O:BAG:BAD:(A;;0x123456789;;;BA)'),
    good: sampleSubscription(),
  },
  supersedes: ['event-access-extra-bits'],
  check: {
    compilation(compilation, report) {
      for (const text of wellFormedTexts(compilation)) {
        for (const { ace, number } of enough(unfitNumbers(text))) {
          const { mask, negative, spelling } = number;
          const what = negative ? 'negative' : 'larger than 32 bits';
          const every = mask === 0xffff_ffff ? ', that is every right' : '';
          report({
            file: text.file,
            at: placeIn(text, number),
            message: `The mask ${spelling.slice(0, 40)} is ${what}, and Windows makes ${formatHex(mask)} of it${every}. Write the mask that is meant, such as 0x80.`,
            subject: ace,
          });
        }
      }
    },
  },
});

/** Numbers that Windows makes another number of, each with its ACE. */
function unfitNumbers({ syntax }: SddlText) {
  return acesOf(syntax).flatMap((ace) =>
    maskNumbers(ace)
      .filter(({ overflow, negative }) => overflow || negative)
      .map((number) => ({ ace, number })),
  );
}
