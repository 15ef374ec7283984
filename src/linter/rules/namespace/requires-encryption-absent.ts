import { qualifierNamed } from '../../../compiler/checker/qualifiers.ts';
import { describePrincipal } from '../../../security/principal.ts';
import { isBroad } from '../../../security/trustees.ts';
import { acesIn, namespaceDescriptors } from '../../namespace-descriptors.ts';
import { sampleNamespace } from '../../namespace-samples.ts';
import { isWellFormed, placeIn } from '../../sddl-texts.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'requires-encryption-absent',
  severity: 'info',
  preset: 'strict',
  group: 'namespace',
  summary: 'A namespace that is open to other machines asks for encrypted connections.',
  why: 'Otherwise what its providers return may cross the network in the clear, as the client pleases.',
  source: 'securing-your-provider, requiring-an-encrypted-connection-to-a-namespace',
  examples: {
    bad: sampleNamespace('O:BAG:BAD:(A;CI;0x33;;;BA)'),
    good: sampleNamespace('O:BAG:BAD:(A;CI;0x13;;;BA)'),
  },
  check: {
    compilation(compilation, report) {
      const isEncrypted = compilation.instances.some(
        ({ node }) => qualifierNamed(node.qualifiers, 'requiresencryption') !== undefined,
      );
      if (isEncrypted) return;
      for (const text of namespaceDescriptors(compilation)) {
        if (!isWellFormed(text)) continue;
        const ace = acesIn(text).find(
          ({ effect, mask, trustee }) =>
            effect === 'allow' && (mask & remoteAccess) !== 0 && !isBroad(trustee),
        );
        if (ace === undefined) continue;
        report({
          file: text.file,
          at: placeIn(text, ace.syntax.rights),
          message: `${describePrincipal(ace.trustee)} may reach the namespace from other machines, and nothing asks them for encryption: if its data is sensitive, add [RequiresEncryption(TRUE)] instance of __SystemSecurity { }; under its #pragma namespace.`,
        });
      }
    },
  },
});

const remoteAccess = 0x20;
