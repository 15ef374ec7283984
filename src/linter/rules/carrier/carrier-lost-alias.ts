import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-lost-alias',
  severity: 'error',
  group: 'carrier',
  summary: 'An alias and the references to it keep their dollar sign and their name.',
  why: 'Shells, Perl, PHP and PowerShell take $Name in double quotes for a variable and put its value there, which is nothing. What is left is "as" without a name, and a binding that binds nothing.',
  source: 'creating-an-alias',
  hresult: '0x80044019',
  fixes: ['safe', 'suggestion'],
  examples: {
    bad: `instance of Sample_Reading as
{
  Sensor = "north";
};
`,
    moreBad: [
      `instance of Sample_Reading as North
{
  Sensor = "north";
};
`,
    ],
    good: `instance of Sample_Reading as $North
{
  Sensor = "north";
};
instance of Sample_Report
{
  Name = "north";
  Reading = $North;
};
`,
  },
  check: 'parser',
});
