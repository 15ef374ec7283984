import type { RightSyntax } from '../../../../grammar/sddl/ast.ts';
import { formatHex, publishRight } from '../../../security/wmi-rights.ts';
import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { type AccessAce, eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-foreign-rights',
  severity: 'warning',
  group: 'event-access',
  summary: 'EventAccess has no rights of files, registry keys or integrity labels.',
  why: 'They are bit patterns that mean something else to WMI: FA contains 0x80 by chance, KA does not.',
  source: 'SecAuthZ/ace-strings; event-security-constants (derived)',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;;FA;;;BA)'), good: sampleSubscription() },
  supersedes: ['event-access-extra-bits'],
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view === undefined) return;
      const { text } = view;
      for (const { mask, syntax } of enough(view.aces, isForeign)) {
        const foreign = syntax.rights.items.find((item) => familyOf(item) !== undefined);
        if (foreign?.kind !== 'right-token') continue;
        report({
          file: text.file,
          at: placeIn(text, foreign),
          message: `${foreign.token} is a right of ${familyOf(foreign) ?? ''}; to WMI the mask is just ${formatHex(mask)}, which ${(mask & publishRight) === 0 ? 'lacks' : 'holds, by chance,'} the right to publish. Write 0x80 (WBEM_RIGHT_PUBLISH).`,
          subject: syntax,
          fixes: [
            suggestion('Grant 0x80 (WBEM_RIGHT_PUBLISH)', replaceIn(text, syntax.rights, '0x80')),
          ],
        });
      }
    },
  },
});

function isForeign({ syntax }: AccessAce): boolean {
  return syntax.rights.items.some((item) => familyOf(item) !== undefined);
}

/** What sort of object a right was named for; undefined for rights that are at home everywhere. */
function familyOf(item: RightSyntax): string | undefined {
  if (item.kind !== 'right-token') return undefined;
  switch (item.info.family) {
    case 'file':
      return 'files';
    case 'registry':
      return 'registry keys';
    case 'label':
      return 'integrity labels';
    case 'directory':
    case 'generic':
    case 'standard':
      return undefined;
  }
}
