import { rule } from '../../rule.ts';

export default rule({
  name: 'array-trailing-comma',
  severity: 'error',
  group: 'syntax',
  summary: 'No comma stands behind the last element of an array.',
  why: 'mofcomp expects a further element there and refuses the file.',
  source: 'mof-arrays, wmi-error-constants',
  hresult: '0x80044004',
  fixes: ['safe'],
  examples: {
    bad: String.raw`instance of Sample_Series
{
  Name = "north";
  Values = {1, 2, };
};
`,
    good: String.raw`instance of Sample_Series
{
  Name = "north";
  Values = {1, 2};
};
`,
  },
  check: 'parser',
});
