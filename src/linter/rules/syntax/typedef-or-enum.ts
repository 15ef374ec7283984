import { rule } from '../../rule.ts';

export default rule({
  name: 'typedef-or-enum',
  severity: 'error',
  group: 'syntax',
  summary: 'WMI has neither enumerations nor type definitions nor structures.',
  why: 'mofcomp refuses them. The values of a property are listed with the qualifiers ValueMap and Values instead.',
  source: 'wmi-error-constants',
  hresult: '0x8004400D',
  examples: {
    bad: String.raw`enum Sample_State { Idle, Busy };
`,
    good: String.raw`class Sample_Device
{
  [key] string Name;
  [ValueMap{"0", "1"}, Values{"Idle", "Busy"}] uint32 State;
};
`,
  },
  check: 'parser',
});
