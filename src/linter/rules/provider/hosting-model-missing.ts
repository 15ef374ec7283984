import { hostedProperties, sampleProvider } from '../../provider-samples.ts';
import { eachProvider } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'hosting-model-missing',
  severity: 'info',
  group: 'provider',
  summary: 'A provider says how it is hosted.',
  why: 'Without a HostingModel it is NetworkServiceHostOrSelfHost: the provider shares a process with others, and one that is not found there may be started as its own. Those who read the file cannot see which was meant.',
  source: 'provider-hosting-and-security',
  examples: {
    bad: sampleProvider({
      properties: hostedProperties.filter((line) => !line.startsWith('HostingModel')),
    }),
    good: sampleProvider(),
  },
  check: eachProvider(({ instance, hosting }, report) => {
    if (hosting !== 'default') return;
    const { file, node, properties } = instance;
    report({
      file,
      at: properties.get('hostingmodel') ?? node.className,
      subject: instance,
      message:
        'The provider has no HostingModel, so that WMI takes NetworkServiceHostOrSelfHost. Say what is meant: LocalServiceHost is recommended for services, NetworkServiceHost for others, Decoupled:Com for a program that registers itself.',
    });
  }),
});
