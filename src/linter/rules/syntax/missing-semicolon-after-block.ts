import { rule } from '../../rule.ts';

export default rule({
  name: 'missing-semicolon-after-block',
  severity: 'error',
  group: 'syntax',
  summary: 'A class and an instance end with }; and not with } alone.',
  why: 'mofcomp refuses the file. Samples that are widely copied lack the semicolon.',
  source: 'creating-an-instance-using-mof, wmi-error-constants',
  hresult: '0x80044002',
  hresults: ['0x80044029'],
  fixes: ['safe'],
  examples: {
    bad: String.raw`instance of Sample_Reading
{
  Sensor = "north";
}
`,
    moreBad: [
      `class Sample_Reading
{
  [key] string Sensor;
}
`,
    ],
    good: String.raw`instance of Sample_Reading
{
  Sensor = "north";
};
`,
  },
  check: 'parser',
});
