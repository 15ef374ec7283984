import { numberOf } from '../../consumer-properties.ts';
import { hostedProperties, sampleProvider } from '../../provider-samples.ts';
import { eachProvider, isInfrastructureVersion } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'provider-version-value',
  severity: 'warning',
  group: 'provider',
  summary: 'Version of a provider is 1 or 2.',
  why: 'It is the version of the rules that WMI checks the registration by and not the version of the vendor.',
  source: '--win32provider',
  examples: {
    bad: sampleProvider({ properties: [...hostedProperties, 'Version = 5;'] }),
    good: sampleProvider(),
  },
  check: eachProvider(({ instance }, report) => {
    const setting = numberOf(instance, 'Version');
    if (
      setting === undefined ||
      setting.number === 1n ||
      setting.number === 2n ||
      isInfrastructureVersion(setting.number)
    )
      return;
    report({
      file: instance.file,
      at: setting.value,
      message: `Version is 1 or 2, by which WMI checks the registration, and not the version of the provider itself; ${setting.number} is neither. Write 2 for the stricter checks, or leave it out.`,
    });
  }),
});
