import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-empty-dacl',
  severity: 'error',
  group: 'event-access',
  summary: 'The DACL in EventAccess names somebody.',
  why: 'D: without an ACE is an empty list: nobody may publish, and the filter never receives an event.',
  source: 'SecAuthZ/security-descriptor-string-format',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:'), good: sampleSubscription() },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      const dacl = view?.text.syntax.dacl;
      if (view?.publishing.kind !== 'empty-dacl' || dacl === undefined) return;
      const { text } = view;
      report({
        file: text.file,
        at: placeIn(text, dacl),
        message:
          'D: without an ACE is an empty list, so nobody may publish and the filter never receives an event. Name those who may: D:(A;;0x80;;;BA).',
        fixes: [
          suggestion(
            'Let Administrators publish',
            replaceIn(text, { start: dacl.end, end: dacl.end }, '(A;;0x80;;;BA)'),
          ),
        ],
      });
    },
  },
});
