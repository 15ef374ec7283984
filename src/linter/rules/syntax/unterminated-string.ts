import { rule } from '../../rule.ts';

export default rule({
  name: 'unterminated-string',
  severity: 'error',
  group: 'syntax',
  summary: 'A string must end with a quotation mark.',
  why: 'Without it the rest of the text is part of the string, and mofcomp refuses the file.',
  source: 'strings',
  hresult: '0x8004400A',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`instance of Sample_Reading
{
  Sensor = "north;
  Value = 5;
};
`,
    good: String.raw`instance of Sample_Reading
{
  Sensor = "north";
  Value = 5;
};
`,
  },
  check: 'parser',
});
