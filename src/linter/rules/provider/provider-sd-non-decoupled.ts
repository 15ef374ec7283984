import { settingOf } from '../../consumer-properties.ts';
import { suggestion } from '../../fixes.ts';
import { hostedProperties, sampleProvider } from '../../provider-samples.ts';
import { eachProvider, hostingOf } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'provider-sd-non-decoupled',
  severity: 'info',
  group: 'provider',
  summary: 'Only a decoupled provider has a SecurityDescriptor.',
  why: 'WMI reads it only to decide who may register as a decoupled provider; on any other provider it protects nothing.',
  source: '--win32provider',
  fixes: ['suggestion'],
  examples: {
    bad: sampleProvider({
      properties: [...hostedProperties, 'SecurityDescriptor = "O:BAG:BAD:(A;;0x1;;;BA)";'],
    }),
    good: sampleProvider(),
  },
  check: eachProvider((provider, report) => {
    const { instance, hosting } = provider;
    if (hosting !== 'default' && hostingOf(provider)?.kind !== 'host') return;
    const assignment = settingOf(instance, 'SecurityDescriptor');
    if (assignment === undefined || assignment.value?.kind !== 'StringValue') return;
    report({
      file: instance.file,
      at: assignment,
      message:
        'SecurityDescriptor has no effect here: WMI uses it only for decoupled providers, and who may reach this one is decided by the namespace and by the provider itself. Remove it.',
      fixes: [
        suggestion('Remove the property', {
          file: instance.file,
          start: assignment.start,
          end: assignment.end,
          text: '',
        }),
      ],
    });
  }),
});
