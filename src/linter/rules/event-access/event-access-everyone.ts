import { describePrincipal } from '../../../security/principal.ts';
import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView, isOpenTo } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-everyone',
  severity: 'warning',
  group: 'event-access',
  summary: 'EventAccess lets no broad group publish events.',
  why: 'Everyone, Anonymous, Network, Interactive, Authenticated Users, Users and Guests are no restriction: any of these identities can inject events into the consumer.',
  source: 'receiving-events-securely',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;;0x80;;;WD)'), good: sampleSubscription() },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view === undefined || view.publishing.kind === 'cancelled') return;
      const { text } = view;
      for (const ace of enough(view.aces, isOpenTo)) {
        const { trustee } = ace.syntax;
        report({
          file: text.file,
          at: placeIn(text, trustee),
          message: `${describePrincipal(ace.trustee)} may publish events to this filter, and that is hardly a restriction: any such identity can inject events into the consumer. Name the accounts that raise the events, such as BA (BUILTIN\\Administrators).`,
          fixes: [suggestion('Let Administrators publish instead', replaceIn(text, trustee, 'BA'))],
        });
      }
    },
  },
});
