import { describePrincipal, noRealms, principalFromSyntax } from '../../../security/principal.ts';
import { isBroad } from '../../../security/trustees.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-broad-owner',
  severity: 'warning',
  group: 'event-access',
  summary: 'The owner in EventAccess is no broad group.',
  why: 'The owner implicitly holds READ_CONTROL and WRITE_DAC: whoever belongs to it may change who has access.',
  source: 'SecAuthZ/security-descriptors (advice)',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:WDG:BAD:(A;;0x80;;;BA)'), good: sampleSubscription() },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      const sid = view?.text.syntax.owner?.sid;
      const owner = sid && principalFromSyntax(sid, noRealms);
      if (view === undefined || sid === undefined || owner === undefined || !isBroad(owner)) return;
      report({
        file: view.text.file,
        at: placeIn(view.text, sid),
        message: `The owner is ${describePrincipal(owner)}, and an owner may always read and change the descriptor (READ_CONTROL and WRITE_DAC). Write BA (BUILTIN\\Administrators) or SY.`,
        fixes: [suggestion('Make Administrators the owner', replaceIn(view.text, sid, 'BA'))],
      });
    },
  },
});
