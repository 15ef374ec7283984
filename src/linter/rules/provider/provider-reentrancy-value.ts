import { numberOf } from '../../consumer-properties.ts';
import { hostedProperties, sampleProvider } from '../../provider-samples.ts';
import { eachProvider } from '../../providers.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'provider-reentrancy-value',
  severity: 'error',
  group: 'provider',
  summary: 'InitializationReentrancy is 0, 1 or 2.',
  why: 'WMI knows these three: initialized one at a time by CLSID, by namespace, or without such order. It has no meaning for another number.',
  source: '--win32provider',
  examples: {
    bad: sampleProvider({ properties: [...hostedProperties, 'InitializationReentrancy = 3;'] }),
    good: sampleProvider(),
  },
  check: eachProvider(({ instance }, report) => {
    const setting = numberOf(instance, 'InitializationReentrancy');
    if (setting === undefined || (setting.number >= 0n && setting.number <= 2n)) return;
    report({
      file: instance.file,
      at: setting.value,
      message: `InitializationReentrancy is 0, 1 or 2, and ${setting.number} has no meaning: write 0, by which all providers of one CLSID are initialized one after the other.`,
    });
  }),
});
