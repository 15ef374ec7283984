import { describePrincipal } from '../../../security/principal.ts';
import { isBroad } from '../../../security/trustees.ts';
import { genericRights } from '../../../security/wmi-rights.ts';
import { enough } from '../../enough.ts';
import { suggestion } from '../../fixes.ts';
import {
  type DescriptorAce,
  effectiveAces,
  hasNoList,
  sddlTextOf,
} from '../../namespace-descriptors.ts';
import { placeIn, replaceIn } from '../../sddl-texts.ts';
import { decoupledProperties, sampleProvider } from '../../provider-samples.ts';
import { hostingOf, providersOf, providerText } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'decoupled-sd-open',
  severity: 'warning',
  group: 'provider',
  summary: 'Only trusted accounts may register as a decoupled provider.',
  why: 'Who may register as the provider raises its events, answers requests for its instances, and may see who asks.',
  source: '--win32provider, providing-events-securely',
  fixes: ['suggestion'],
  examples: {
    bad: sampleProvider({
      properties: decoupledProperties.map((line) =>
        line.startsWith('SecurityDescriptor')
          ? 'SecurityDescriptor = "O:BAG:BAD:(A;;0x1;;;WD)";'
          : line,
      ),
    }),
    good: sampleProvider({ properties: decoupledProperties }),
  },
  check: {
    compilation(compilation, report) {
      for (const provider of providersOf(compilation).providers) {
        if (hostingOf(provider)?.kind !== 'decoupled') continue;
        const setting = providerText(provider, 'SecurityDescriptor', compilation);
        const text = setting && sddlTextOf(setting);
        if (text === undefined) continue;
        if (hasNoList(text)) {
          report({
            file: text.file,
            at: text.value,
            message:
              'The SecurityDescriptor has no DACL, so that everybody may register as this provider and raise its events: list the accounts that may, as in D:(A;;0x1;;;BA).',
          });
          continue;
        }
        for (const { syntax, trustee } of enough(effectiveAces(text), isOpen)) {
          report({
            file: text.file,
            at: placeIn(text, syntax.trustee),
            message: `${describePrincipal(trustee)} may register as this provider, so that nearly any program can raise its events and answer for it: name the accounts that its program runs under, such as BA (BUILTIN\\Administrators).`,
            fixes: [
              suggestion(
                'Let Administrators register instead',
                replaceIn(text, syntax.trustee, 'BA'),
              ),
            ],
          });
        }
      }
    },
  },
});

/** The right that the documentation grants to those who may register. */
const registerRight = 0x1;

function isOpen({ effect, trustee, mask }: DescriptorAce): boolean {
  return effect === 'allow' && isBroad(trustee) && (mask & (registerRight | genericRights)) !== 0;
}
