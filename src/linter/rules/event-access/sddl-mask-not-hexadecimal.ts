import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { safeFix, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { formatHex } from '../../../security/wmi-rights.ts';
import { placeIn, replaceIn, wellFormedTexts } from '../../sddl-texts.ts';
import { acesOf, misreadNumbers } from '../../sddl-aces.ts';

export default rule({
  name: 'sddl-mask-not-hexadecimal',
  severity: 'warning',
  group: 'event-access',
  summary: 'An access mask is written in hexadecimal, with 0x.',
  why: 'Rights are documented in hexadecimal. 80 is 0x50 and 0200 is 0x80; readers and authors take one for the other.',
  source: 'SecAuthZ/ace-strings; advice',
  fixes: ['safe', 'suggestion'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;;128;;;BA)'), good: sampleSubscription() },
  check: {
    compilation(compilation, report) {
      for (const text of wellFormedTexts(compilation)) {
        const misread = acesOf(text.syntax).flatMap((ace) =>
          misreadNumbers(ace).map((number) => ({ ace, number })),
        );
        for (const { ace, number } of enough(misread)) {
          const hex = formatHex(number.mask);
          const meant = `0x${number.spelling.replace(/^0+/u, '')}`;
          report({
            file: text.file,
            at: placeIn(text, number),
            message: `The mask ${number.spelling} is ${number.base}, that is ${hex}. Write ${hex}, or ${meant} if that is meant.`,
            subject: ace,
            fixes: [
              safeFix(`Write ${hex}`, replaceIn(text, number, hex)),
              suggestion(`Write ${meant}`, replaceIn(text, number, meant)),
            ],
          });
        }
      }
    },
  },
});
