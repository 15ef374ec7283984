import { suggest } from '../../../../grammar/mof/suggest.ts';
import { replaceValue, suggestion } from '../../fixes.ts';
import { hostedProperties, sampleProvider } from '../../provider-samples.ts';
import { eachHostingText } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'hosting-model-unknown',
  severity: 'error',
  group: 'provider',
  summary: 'HostingModel is one of the documented texts.',
  why: 'WMI does not load a provider of which it does not know how to host it.',
  source: 'provider-hosting-and-security',
  fixes: ['suggestion'],
  examples: {
    bad: sampleProvider({
      properties: hostedProperties.map((line) =>
        line.startsWith('HostingModel') ? 'HostingModel = "LocalSystem";' : line,
      ),
    }),
    good: sampleProvider(),
  },
  check: eachHostingText(({ file, value, hosting }, report) => {
    if (hosting.kind !== 'other') return;
    const meant = intended(value.value);
    report({
      file,
      at: value,
      message: `${value.value.length <= 80 ? JSON.stringify(value.value) : 'The text'} is no hosting model, so WMI cannot load the provider: write ${meant ?? 'NetworkServiceHost, LocalServiceHost, LocalSystemHost, SelfHost (each perhaps with :Group) or Decoupled:Com'}.`,
      ...(meant !== undefined && {
        fixes: [suggestion(`Write ${meant}`, replaceValue(file, value, JSON.stringify(meant)))],
      }),
    });
  }),
});

const models = [
  'NetworkServiceHost',
  'NetworkServiceHostOrSelfHost',
  'LocalServiceHost',
  'LocalSystemHost',
  'LocalSystemHostOrSelfHost',
  'SelfHost',
  'Decoupled:Com',
];

/** The account alone, and the whole word with a slip. */
function intended(text: string): string | undefined {
  const written = text.trim();
  const account = models.find((model) => model.toLowerCase() === `${written.toLowerCase()}host`);
  if (account !== undefined) return account;
  return /^decoupled$/iu.test(written) ? 'Decoupled:Com' : suggest(written, models);
}
