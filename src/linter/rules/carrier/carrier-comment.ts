import { besideAnotherMistake } from '../../carrier-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-comment',
  severity: 'error',
  group: 'carrier',
  summary: 'Comments start with // or stand between /* and */.',
  why: 'Languages that MOF travels in have other comments: # in PowerShell, Python and shells, a single quote in VBScript, -- in SQL. mofcomp takes # for a preprocessor command and stops at the others.',
  source: 'creating-a-comment, -pragma',
  hresult: '0x8004400A',
  hresults: ['0x80044012'],
  fixes: ['safe', 'suggestion'],
  examples: besideAnotherMistake({
    bad: `# The reading of the north wall.
instance of Sample_Reading
{
  Sensor = "north";
};
`,
    moreBad: [
      `-- The reading of the north wall.
instance of Sample_Reading
{
  Sensor = "north";
};
`,
    ],
    good: `// The reading of the north wall.
instance of Sample_Reading
{
  Sensor = "north";
};
`,
  }),
  check: 'parser',
});
