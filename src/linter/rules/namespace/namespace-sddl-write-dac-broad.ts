import { describePrincipal } from '../../../security/principal.ts';
import { isBroad } from '../../../security/trustees.ts';
import { describeMask } from '../../../security/wmi-rights.ts';
import { enough } from '../../enough.ts';
import {
  acesIn,
  type DescriptorAce,
  eachNamespaceDescriptor,
  hasNoList,
} from '../../namespace-descriptors.ts';
import { sampleNamespace } from '../../namespace-samples.ts';
import { placeIn } from '../../sddl-texts.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'namespace-sddl-write-dac-broad',
  severity: 'warning',
  group: 'namespace',
  summary: 'No broad group may change the security of a namespace.',
  why: 'Whoever has WRITE_DAC or WRITE_OWNER can give themselves every other right. The sample of the documentation does grant it to Everyone.',
  source:
    'setting-namespace-security-when-the-namespace-is-created; namespace-access-rights-constants (derived)',
  examples: { bad: sampleNamespace('O:BAG:BAD:(A;CI;0x60003;;;WD)'), good: sampleNamespace() },
  supersedes: ['namespace-sddl-full-write-broad', 'namespace-sddl-remote-broad'],
  check: eachNamespaceDescriptor((text, report) => {
    if (hasNoList(text)) return;
    for (const ace of enough(acesIn(text), isTooMuch)) {
      const { rights } = ace.syntax;
      report({
        file: text.file,
        at: placeIn(text, rights.items.length === 0 ? ace.syntax : rights),
        subject: ace.syntax,
        message: `${describePrincipal(ace.trustee)} may rewrite the security of the namespace (${describeMask(ace.mask, 'namespace').text}) and so get every right in it: leave out WRITE_DAC (0x40000), WRITE_OWNER (0x80000) and GENERIC_ALL, as in 0x20003.`,
      });
    }
  }),
});

const takeover = 0x40000 | 0x80000 | 0x10000000;

function isTooMuch({ effect, trustee, mask, syntax }: DescriptorAce): boolean {
  return (
    effect === 'allow' &&
    syntax.condition === undefined &&
    isBroad(trustee) &&
    (mask & takeover) !== 0
  );
}
