import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-object-ace',
  severity: 'warning',
  group: 'event-access',
  summary: 'The ACEs of EventAccess are A (allow) and D (deny).',
  why: 'Object ACEs are for objects of the directory; WMI defines no other types than allow and deny.',
  source: 'namespace-ace-type-constants; --systemsecurity-setsd',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(OA;;0x80;;;BA)'), good: sampleSubscription() },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view === undefined) return;
      const objectAces = enough(
        view.aces,
        ({ conditional, syntax }) => !conditional && syntax.type.info?.object === true,
      );
      for (const { syntax, effect } of objectAces) {
        const plain = effect === 'deny' ? 'D' : 'A';
        const hasGuid = syntax.objectType !== undefined || syntax.inheritedObjectType !== undefined;
        report({
          file: view.text.file,
          at: placeIn(view.text, syntax.type),
          message: `${syntax.type.token} is an ACE for objects of the directory, and WMI knows only A (allow) and D (deny). Write ${plain}${hasGuid ? ' and leave out the GUIDs' : ''}.`,
          ...(!hasGuid && {
            fixes: [suggestion(`Write ${plain}`, replaceIn(view.text, syntax.type, plain))],
          }),
        });
      }
    },
  },
});
