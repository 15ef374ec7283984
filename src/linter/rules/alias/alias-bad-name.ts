import { rule } from '../../rule.ts';

export default rule({
  name: 'alias-bad-name',
  severity: 'error',
  group: 'alias',
  summary: 'An alias is a dollar sign with a name behind it.',
  why: 'mofcomp refuses others. The name follows the rules for names of classes: it begins with a letter.',
  source: 'creating-an-alias, wmi-error-constants',
  hresults: ['0x80044016', '0x80044019'],
  fixes: ['safe'],
  examples: {
    bad: String.raw`instance of Sample_Reading as $1st
{
  Sensor = "north";
};
`,
    moreBad: [
      `instance of Sample_Report
{
  Name = "a";
  Reading = instance of Sample_Reading as First { Sensor = "north"; };
};
`,
    ],
    good: String.raw`instance of Sample_Reading as $First
{
  Sensor = "north";
};
`,
  },
  check: 'parser',
});
