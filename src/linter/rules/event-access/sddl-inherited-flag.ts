import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { acesOf } from '../../sddl-aces.ts';
import { placeIn, replaceIn, wellFormedTexts } from '../../sddl-texts.ts';

export default rule({
  name: 'sddl-inherited-flag',
  severity: 'warning',
  group: 'event-access',
  summary: 'No ACE that a person writes claims to be inherited (ID).',
  why: 'Windows sets ID on ACEs that come from a parent. WMI ignores such ACEs in the descriptor of a namespace, and elsewhere they mislead the reader.',
  source: '--systemsecurity-setsd; namespace-ace-flag-constants (advice for EventAccess)',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;ID;0x80;;;BA)'), good: sampleSubscription() },
  check: {
    compilation(compilation, report) {
      for (const text of wellFormedTexts(compilation)) {
        const flags = acesOf(text.syntax).flatMap(({ flags }) => flags.items);
        for (const flag of enough(flags, ({ token }) => token === 'ID')) {
          report({
            file: text.file,
            at: placeIn(text, flag),
            message:
              'ID says that the ACE was inherited from a parent, which a hand-written ACE never is; in the descriptor of a namespace WMI ignores such ACEs. Remove ID.',
            fixes: [suggestion('Remove ID', replaceIn(text, flag, ''))],
          });
        }
      }
    },
  },
});
