import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-sacl-ignored',
  severity: 'info',
  preset: 'strict',
  group: 'event-access',
  summary: 'EventAccess has no SACL (S:).',
  why: "The documentation says that the SACL of a sink's descriptor is not used; for EventAccess nothing is documented, and auditing needs a privilege of its own.",
  source: 'sdk-api/nf-wbemprov-iwbemeventsink-setsinksecurity (derived for EventAccess)',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithAccess('O:BAG:BAD:(A;;0x80;;;BA)S:(AU;SA;0x80;;;WD)'),
    good: sampleSubscription(),
  },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      const sacl = view?.text.syntax.sacl;
      if (view === undefined || sacl === undefined) return;
      const label = sacl.aces.some(({ type }) => type.token === 'ML');
      report({
        file: view.text.file,
        at: placeIn(view.text, sacl),
        message: `The SACL${label ? ' with its integrity label' : ''} has no documented use in EventAccess; that of a sink's descriptor is ignored. Leave S: out.`,
        fixes: [suggestion('Remove the SACL', replaceIn(view.text, sacl, ''))],
      });
    },
  },
});
