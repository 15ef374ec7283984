import { settingOf } from '../../consumer-properties.ts';
import { replaceValue, suggestion } from '../../fixes.ts';
import { hostedProperties, sampleProvider } from '../../provider-samples.ts';
import { eachProvider } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'provider-admin-first',
  severity: 'warning',
  group: 'provider',
  summary: 'A provider works in the security context of its client.',
  why: 'With InitializeAsAdminFirst the provider is initialized in the context of WMI, which has more rights than the client whose request it serves.',
  source: 'impersonating-a-client',
  fixes: ['suggestion'],
  examples: {
    bad: sampleProvider({ properties: [...hostedProperties, 'InitializeAsAdminFirst = TRUE;'] }),
    good: sampleProvider(),
  },
  check: eachProvider(({ instance }, report) => {
    const setting = settingOf(instance, 'InitializeAsAdminFirst');
    if (setting?.value?.kind !== 'BooleanValue' || !setting.value.value) return;
    const { file } = instance;
    report({
      file,
      at: setting.value,
      message:
        'The provider uses the security context of WMI and not that of the client, so that a client may get what it has no right to: write FALSE, or leave the property out.',
      fixes: [suggestion('Write FALSE', replaceValue(file, setting.value, 'FALSE'))],
    });
  }),
});
