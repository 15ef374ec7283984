import { rule } from '../../rule.ts';

export default rule({
  name: 'flavor-unknown',
  severity: 'error',
  group: 'syntax',
  summary: 'A word behind the colon of a qualifier must be a flavor.',
  why:
    'WMI knows Amended, DisableOverride, EnableOverride, NotToInstance, NotToSubClass, Restricted, ToInstance and ' +
    'ToSubClass, and mofcomp refuses other words.',
  source: 'qualifier-flavors, wmi-error-constants',
  hresult: '0x80044022',
  fixes: ['safe'],
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [Description("What was read") : ToInstances] uint32 Value;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [Description("What was read") : ToInstance] uint32 Value;
};
`,
  },
  check: 'parser',
});
