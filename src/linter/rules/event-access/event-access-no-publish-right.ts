import { describeMask } from '../../../security/wmi-rights.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { type AccessAce, eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { misreadNumbers } from '../../sddl-aces.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-no-publish-right',
  severity: 'error',
  group: 'event-access',
  summary: 'Some ACE of EventAccess allows 0x80 (WBEM_RIGHT_PUBLISH).',
  why: 'It is the only right that WMI looks for in EventAccess. When no ACE grants it, no event is ever delivered to the filter.',
  source: 'event-security-constants; --eventfilter',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;;0x1;;;BA)'), good: sampleSubscription() },
  supersedes: ['sddl-mask-not-hexadecimal', 'event-access-foreign-rights'],
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view?.publishing.kind !== 'none') return;
      const { ace } = view.publishing;
      const { text } = view;
      const { rights } = ace.syntax;
      const isEmpty = rights.items.length === 0;
      report({
        file: text.file,
        at: placeIn(text, ace.effect === 'deny' || isEmpty ? ace.syntax : rights),
        message: `No ACE allows 0x80 (WBEM_RIGHT_PUBLISH), so nobody may publish and the filter never receives an event: ${whatThereIs(ace)}. Write 0x80.`,
        subject: ace.syntax,
        ...(ace.effect === 'allow' && {
          fixes: [suggestion('Grant 0x80 (WBEM_RIGHT_PUBLISH)', replaceIn(text, rights, '0x80'))],
        }),
      });
    },
  },
});

function whatThereIs({ effect, mask, syntax }: AccessAce): string {
  if (effect === 'deny') return 'there are only ACEs that deny';
  if (mask === 0) return 'this mask is empty';
  const [number] = misreadNumbers(syntax);
  const { text } = describeMask(mask, 'filter');
  return number === undefined
    ? `this mask is ${text}`
    : `${number.spelling} is ${number.base}, and the mask is ${text}`;
}
