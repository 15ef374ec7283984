import type { SidSyntax } from '../../../../grammar/sddl/ast.ts';
import {
  type Principal,
  describePrincipal,
  noRealms,
  principalFromSyntax,
} from '../../../security/principal.ts';
import { isOfOneDomain } from '../../../security/trustees.ts';
import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { sidsOf } from '../../sddl-aces.ts';
import { type SddlText, placeIn, wellFormedTexts } from '../../sddl-texts.ts';

export default rule({
  name: 'sddl-foreign-domain-sid',
  severity: 'info',
  preset: 'strict',
  group: 'event-access',
  summary: 'A security descriptor in a file names no account of one certain domain or machine.',
  why: 'Elsewhere nobody has that SID, so whom it should let in stays out. A file is usually compiled on many machines.',
  source: 'SecAuthZ/well-known-sids (advice)',
  examples: {
    bad: sampleWithAccess('O:BAG:BAD:(A;;0x80;;;S-1-5-21-1-2-3-1001)'),
    good: sampleSubscription(),
  },
  check: {
    compilation(compilation, report) {
      for (const text of wellFormedTexts(compilation)) {
        for (const { who, sid } of enough(strangers(text))) {
          report({
            file: text.file,
            at: placeIn(text, sid),
            message: `${who} exists in one domain or on one machine only; anywhere else the SID is nobody. Make sure that the file is meant for that place, or name a built-in group such as BA.`,
          });
        }
      }
    },
  },
});

/** Everybody of one domain or machine, once, where the text first names him. */
function* strangers({ syntax }: SddlText) {
  const seen = new Set<string>();
  for (const sid of sidsOf(syntax)) {
    const principal = literalPrincipal(sid);
    if (principal === undefined || !isOfOneDomain(principal)) continue;
    const who = describePrincipal(principal);
    if (!seen.has(who)) yield { who, sid };
    seen.add(who);
  }
}

function literalPrincipal(sid: SidSyntax): Principal | undefined {
  return sid.kind === 'sid-literal' ? principalFromSyntax(sid, noRealms) : undefined;
}
