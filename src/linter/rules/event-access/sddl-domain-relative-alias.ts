import type { SidAliasSyntax } from '../../../../grammar/sddl/ast.ts';
import { needsDomain } from '../../../security/trustees.ts';
import { aliasMeaning } from '../../../security/well-known-sids.ts';
import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { sidsOf } from '../../sddl-aces.ts';
import { placeIn, wellFormedTexts } from '../../sddl-texts.ts';

export default rule({
  name: 'sddl-domain-relative-alias',
  severity: 'warning',
  group: 'event-access',
  summary: 'A security descriptor does without aliases that only a domain gives a meaning.',
  why: 'On a machine outside a domain Windows refuses the whole text (error 1337, ERROR_INVALID_SID), not only the ACE.',
  source: "behaviour of Windows's SDDL converter",
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;;0x80;;;DA)'), good: sampleSubscription() },
  check: {
    compilation(compilation, report) {
      for (const text of wellFormedTexts(compilation)) {
        const found = sidsOf(text.syntax).filter(
          (sid): sid is SidAliasSyntax => sid.kind === 'sid-alias' && needsDomain(sid.alias),
        );
        const [first] = found;
        if (first === undefined) continue;
        const aliases = [...new Set(found.map(({ alias }) => alias))];
        const names = aliases.map((alias) => `${alias} (${aliasMeaning(alias)?.known.name ?? ''})`);
        report({
          file: text.file,
          at: placeIn(text, first),
          message: `${names.join(', ')} ${aliases.length === 1 ? 'exists' : 'exist'} in a domain only; on a machine outside one Windows refuses the whole descriptor (error 1337). Write BA (BUILTIN\\Administrators), to which Domain Admins belong on members of a domain, or the full SID.`,
          related: enough(found.slice(1)).map((sid) => ({
            file: text.file,
            ...placeIn(text, sid),
            message: `${sid.alias} again needs the domain`,
          })),
        });
      }
    },
  },
});
