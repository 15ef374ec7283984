import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-placeholder',
  severity: 'error',
  group: 'carrier',
  summary: 'No placeholder stands where MOF belongs.',
  why: 'A generator was to replace <name>, {{name}}, @NAME@ or ${name}, or an author left something out with three dots. mofcomp stops there.',
  source: 'wmi-error-constants',
  hresult: '0x8004400A',
  examples: {
    bad: `instance of Sample_<Kind>
{
  Sensor = "north";
};
`,
    good: `instance of Sample_Reading
{
  Sensor = "north";
};
`,
  },
  check: 'parser',
});
