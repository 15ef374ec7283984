import { replaceValue, suggestion } from '../../fixes.ts';
import { decoupledClsid, guid } from '../../guids.ts';
import { decoupledProperties, sampleProvider } from '../../provider-samples.ts';
import { eachProvider, hostingOf, providerText } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'decoupled-wrong-clsid',
  severity: 'warning',
  group: 'provider',
  summary: 'A decoupled provider has the CLSID that WMI gives to all of them.',
  why: 'WMI reaches a decoupled provider through its own object, which the samples of the documentation name with the remark that it must not be changed.',
  source: 'ProvReg.mof of the Windows classic samples',
  fixes: ['suggestion'],
  examples: {
    bad: sampleProvider({
      properties: decoupledProperties.map((line) =>
        line.startsWith('CLSID') ? 'CLSID = "{11111111-2222-3333-4444-555555555555}";' : line,
      ),
    }),
    good: sampleProvider({ properties: decoupledProperties }),
  },
  check: eachProvider((provider, report, compilation) => {
    if (hostingOf(provider)?.kind !== 'decoupled') return;
    const text = providerText(provider, 'CLSID', compilation);
    if (text === undefined || !guid.test(text.value.value)) return;
    if (text.value.value.toUpperCase() === decoupledClsid) return;
    report({
      file: text.file,
      at: text.value,
      message: `A decoupled provider is reached through WMI's own object and not through one of the vendor's: write ${decoupledClsid}.`,
      fixes: [
        suggestion(
          "Write WMI's own CLSID",
          replaceValue(text.file, text.value, JSON.stringify(decoupledClsid)),
        ),
      ],
    });
  }),
});
