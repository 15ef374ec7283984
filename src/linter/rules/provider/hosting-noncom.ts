import { replaceValue, suggestion } from '../../fixes.ts';
import { decoupledProperties, sampleProvider } from '../../provider-samples.ts';
import { eachHostingText } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'hosting-noncom',
  severity: 'error',
  group: 'provider',
  summary: 'A decoupled provider is hosted by Decoupled:Com.',
  why: 'Decoupled:NonCom is for internal use only and is not supported.',
  source: 'provider-hosting-and-security',
  fixes: ['suggestion'],
  examples: {
    bad: sampleProvider({
      properties: decoupledProperties.map((line) =>
        line.startsWith('HostingModel') ? 'HostingModel = "Decoupled:NonCom";' : line,
      ),
    }),
    good: sampleProvider({ properties: decoupledProperties }),
  },
  check: eachHostingText(({ file, value, hosting }, report) => {
    if (hosting.kind !== 'non-com') return;
    report({
      file,
      at: value,
      message:
        'Decoupled:NonCom is for internal use of Windows and is not supported for other providers: write Decoupled:Com.',
      fixes: [suggestion('Write Decoupled:Com', replaceValue(file, value, '"Decoupled:Com"'))],
    });
  }),
});
