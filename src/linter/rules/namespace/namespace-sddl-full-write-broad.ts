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
  name: 'namespace-sddl-full-write-broad',
  severity: 'warning',
  group: 'namespace',
  summary: 'No broad group may write classes and instances to a namespace.',
  why: 'Whoever has FULL_WRITE in any namespace can create cross-namespace subscriptions for data of a namespace where they have no access.',
  source: 'securing-your-provider',
  examples: { bad: sampleNamespace('O:BAG:BAD:(A;CI;0x1F;;;AU)'), good: sampleNamespace() },
  supersedes: ['namespace-sddl-remote-broad'],
  check: eachNamespaceDescriptor((text, report) => {
    if (hasNoList(text)) return;
    for (const ace of enough(acesIn(text), isTooMuch)) {
      const { rights } = ace.syntax;
      report({
        file: text.file,
        at: placeIn(text, rights.items.length === 0 ? ace.syntax : rights),
        subject: ace.syntax,
        message: `${describePrincipal(ace.trustee)} may write classes and instances (WBEM_FULL_WRITE_REP, 0x4), and with that create subscriptions that reach into other namespaces: grant 0x3 (WBEM_ENABLE, WBEM_METHOD_EXECUTE) instead.`,
      });
    }
  }),
});

const fullWrite = 0x4;

function isTooMuch({ effect, trustee, mask, syntax }: DescriptorAce): boolean {
  return (
    effect === 'allow' &&
    syntax.condition === undefined &&
    isBroad(trustee) &&
    (mask & fullWrite) !== 0
  );
}
