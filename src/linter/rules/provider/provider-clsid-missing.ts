import { decoupledClsid } from '../../guids.ts';
import { hostedProperties, sampleProvider } from '../../provider-samples.ts';
import { eachProvider, hostingOf, lacks } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'provider-clsid-missing',
  severity: 'error',
  group: 'provider',
  summary: 'A provider has a CLSID.',
  why: 'It is by this identifier that WMI creates the object that provides.',
  source: '--win32provider',
  examples: {
    bad: sampleProvider({
      properties: hostedProperties.filter((line) => !line.startsWith('CLSID')),
    }),
    good: sampleProvider(),
  },
  check: eachProvider((provider, report, compilation) => {
    const { instance } = provider;
    const hosting = hostingOf(provider);
    if (hosting?.kind === 'non-com' || !lacks(provider, 'CLSID', compilation)) return;
    const { file, node, properties } = instance;
    report({
      file,
      at: properties.get('clsid') ?? node.className,
      subject: instance,
      message:
        hosting?.kind === 'decoupled'
          ? `The provider has no CLSID, so WMI cannot create it: write CLSID = "${decoupledClsid}", which all decoupled providers have.`
          : 'The provider has no CLSID, so WMI cannot create it: write the GUID of its COM class, as in CLSID = "{...}".',
    });
  }),
});
