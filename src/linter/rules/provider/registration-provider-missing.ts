import { sampleProvider, sampleRegistration } from '../../provider-samples.ts';
import { eachRegistration } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'registration-provider-missing',
  severity: 'error',
  group: 'provider',
  summary: 'A registration names its provider.',
  why: 'Provider is the key of every registration, and WMI refuses one that has none or that leads nowhere.',
  source: 'wmi-error-constants, registering-a-provider',
  hresult: '0x80041012',
  examples: {
    bad: sampleProvider({
      registration: `${sampleRegistration}\n\ninstance of __MethodProviderRegistration\n{\n};`,
    }),
    good: sampleProvider(),
  },
  supersedes: ['key-missing'],
  check: eachRegistration(({ object, instance, provider }, report) => {
    const { file, node } = instance;
    switch (provider.kind) {
      case 'absent':
      case 'null':
        report({
          file,
          at: provider.kind === 'null' ? provider.node : node.className,
          subject: object,
          message:
            'The registration does not say whose it is, and Provider is its key, so WMI refuses it: write Provider = $Alias with the alias of the provider.',
        });
        break;
      case 'invalid-path':
        report({
          file,
          at: provider.node,
          subject: object,
          message: `Provider leads to no provider: ${provider.message} Write Provider = $Alias, or a path such as "__Win32Provider.Name=\\"...\\"".`,
        });
        break;
      default:
    }
  }),
});
