import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-inherit-only',
  severity: 'error',
  group: 'event-access',
  summary: 'The ACE that allows publishing is not inherit-only (IO).',
  why: 'An inherit-only ACE is for children of the object and says nothing about the filter itself, so nobody may publish.',
  source: 'namespace-ace-flag-constants',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;CIIO;0x80;;;BA)'), good: sampleSubscription() },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view?.publishing.kind !== 'inherit-only') return;
      const { syntax } = view.publishing.ace;
      const { text } = view;
      const flag = syntax.flags.items.find(({ token }) => token === 'IO') ?? syntax.flags;
      report({
        file: text.file,
        at: placeIn(text, flag),
        message:
          'IO makes the ACE inherit-only: it does not apply to the filter itself, and nobody else may publish, so the filter never receives an event. Leave the flags empty.',
        subject: syntax,
        fixes: [suggestion('Remove the flags', replaceIn(text, syntax.flags, ''))],
      });
    },
  },
});
