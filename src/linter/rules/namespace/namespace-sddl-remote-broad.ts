import { describePrincipal } from '../../../security/principal.ts';
import { isBroad } from '../../../security/trustees.ts';
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
  name: 'namespace-sddl-remote-broad',
  severity: 'warning',
  group: 'namespace',
  summary: 'No broad group may reach a namespace from another machine.',
  why: 'With WBEM_REMOTE_ACCESS everybody on the network who can log on reaches the namespace and its providers.',
  source: 'namespace-access-rights-constants; access-to-wmi-namespaces',
  examples: { bad: sampleNamespace('O:BAG:BAD:(A;CI;0x33;;;WD)'), good: sampleNamespace() },
  check: eachNamespaceDescriptor((text, report) => {
    if (hasNoList(text)) return;
    for (const ace of enough(acesIn(text), isTooMuch)) {
      const { rights } = ace.syntax;
      report({
        file: text.file,
        at: placeIn(text, rights.items.length === 0 ? ace.syntax : rights),
        subject: ace.syntax,
        message: `${describePrincipal(ace.trustee)} may reach the namespace from other machines (WBEM_REMOTE_ACCESS, 0x20): leave that bit out, or name the accounts that need it.`,
      });
    }
  }),
});

const remoteAccess = 0x20;

function isTooMuch({ effect, trustee, mask, syntax }: DescriptorAce): boolean {
  return (
    effect === 'allow' &&
    syntax.condition === undefined &&
    isBroad(trustee) &&
    (mask & remoteAccess) !== 0
  );
}
