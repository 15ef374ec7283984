import { numberOf } from '../../consumer-properties.ts';
import { hostedProperties, sampleProvider } from '../../provider-samples.ts';
import { eachProvider, isInfrastructureVersion, providerSetting } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'provider-impersonation-peruser',
  severity: 'info',
  group: 'provider',
  summary: 'A provider that impersonates its clients is initialized for each of them.',
  why: 'ImpersonationLevel 1 belongs together with PerUserInitialization TRUE: else the provider is initialized once, for the first client.',
  source: 'impersonating-a-client',
  examples: {
    bad: sampleProvider({ properties: [...hostedProperties, 'ImpersonationLevel = 1;'] }),
    good: sampleProvider({
      properties: [...hostedProperties, 'ImpersonationLevel = 1;', 'PerUserInitialization = TRUE;'],
    }),
  },
  check: eachProvider((provider, report, compilation) => {
    const { instance } = provider;
    const level = numberOf(instance, 'ImpersonationLevel');
    if (level?.number !== 1n) return;
    if (isInfrastructureVersion(numberOf(instance, 'Version')?.number)) return;
    const perUser = providerSetting(provider, 'PerUserInitialization', compilation);
    if (perUser.kind === 'unknown') return;
    if (
      perUser.kind === 'value' &&
      !(perUser.value.kind === 'BooleanValue' && !perUser.value.value)
    )
      return;
    report({
      file: instance.file,
      at: perUser.kind === 'value' ? perUser.value : level.value,
      message:
        'ImpersonationLevel 1 says that the provider impersonates its clients, but it is initialized only once for all of them: write PerUserInitialization = TRUE.',
    });
  }),
});
