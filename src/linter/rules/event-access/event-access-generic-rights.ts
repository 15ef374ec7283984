import { genericRights, publishRight } from '../../../security/wmi-rights.ts';
import { enough } from '../../enough.ts';
import { sampleWithAccess } from '../../event-access-samples.ts';
import { eventAccessView } from '../../event-access.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';

export default rule({
  name: 'event-access-generic-rights',
  severity: 'warning',
  group: 'event-access',
  summary: 'EventAccess grants 0x80, not a generic right.',
  why: 'GA, GR, GW and GX do not contain 0x80 (WBEM_RIGHT_PUBLISH), and no page of the documentation says that WMI maps them to it.',
  source: 'sdk-api/nf-securitybaseapi-accesscheck; SecAuthZ/ace-strings (derived)',
  fixes: ['suggestion'],
  examples: { bad: sampleWithAccess('O:BAG:BAD:(A;;GA;;;BA)'), good: sampleSubscription() },
  supersedes: ['sddl-mask-not-hexadecimal'],
  check: {
    filter(filter, report) {
      const view = eventAccessView(filter);
      if (view === undefined) return;
      const { text } = view;
      const generic = enough(
        view.aces,
        ({ mask }) => (mask & genericRights) !== 0 && (mask & publishRight) === 0,
      );
      for (const { syntax } of generic) {
        report({
          file: text.file,
          at: placeIn(text, syntax.rights),
          message:
            'Generic rights do not contain 0x80 (WBEM_RIGHT_PUBLISH), and nothing documents that WMI maps them to it, so probably no event is delivered. Write 0x80.',
          subject: syntax,
          fixes: [
            suggestion('Grant 0x80 (WBEM_RIGHT_PUBLISH)', replaceIn(text, syntax.rights, '0x80')),
          ],
        });
      }
    },
  },
});
