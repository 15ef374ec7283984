import { decoupledProperties, sampleProvider } from '../../provider-samples.ts';
import { eachProvider, hostingOf, lacks } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'decoupled-sd-missing',
  severity: 'info',
  group: 'provider',
  summary: 'A decoupled provider says who may register as it.',
  why: 'Without a SecurityDescriptor only Local System, Network Service and Local Service may, and a program that a person starts is refused.',
  source: '--win32provider, providing-events-securely',
  examples: {
    bad: sampleProvider({
      properties: decoupledProperties.filter((line) => !line.startsWith('SecurityDescriptor')),
    }),
    good: sampleProvider({ properties: decoupledProperties }),
  },
  check: eachProvider((provider, report, compilation) => {
    if (hostingOf(provider)?.kind !== 'decoupled') return;
    if (!lacks(provider, 'SecurityDescriptor', compilation)) return;
    const { file, node, properties } = provider.instance;
    report({
      file,
      at: properties.get('securitydescriptor') ?? node.className,
      subject: provider.instance,
      message:
        'The decoupled provider has no SecurityDescriptor, so that only Local System, Network Service and Local Service may register as it. If its program runs under another account, write who may, as in "O:BAG:BAD:(A;;0x1;;;BA)".',
    });
  }),
});
