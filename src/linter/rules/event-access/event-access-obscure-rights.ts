import type { RightSyntax } from '../../../../grammar/sddl/ast.ts';
import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { type AccessAce, eventAccessView } from '../../event-access.ts';
import { safeFix } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { formatHex } from '../../../security/wmi-rights.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-obscure-rights',
  severity: 'info',
  preset: 'strict',
  group: 'event-access',
  summary: 'The right to publish is written 0x80.',
  why: 'LO is the same bit under the name of a directory right (list object), and nobody reads "publish events" in it.',
  source: 'sdk-api/ne-iads-ads_rights_enum; SecAuthZ/ace-strings (derived)',
  fixes: ['safe'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;;LO;;;BA)'), good: sampleSubscription() },
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view === undefined) return;
      for (const { mask, syntax } of enough(view.aces, (ace) => listObject(ace) !== undefined)) {
        const token = listObject({ syntax }) ?? syntax.rights;
        report({
          file: view.text.file,
          at: placeIn(view.text, token),
          message:
            'LO is the directory right "list object", which happens to be the bit 0x80 (WBEM_RIGHT_PUBLISH). Write 0x80, as the documentation does.',
          subject: syntax,
          fixes: [
            safeFix(
              `Write ${formatHex(mask)}`,
              replaceIn(view.text, syntax.rights, formatHex(mask)),
            ),
          ],
        });
      }
    },
  },
});

function listObject({ syntax }: Pick<AccessAce, 'syntax'>): RightSyntax | undefined {
  return syntax.rights.items.find((item) => item.kind === 'right-token' && item.token === 'LO');
}
