import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-line-marks',
  severity: 'error',
  group: 'carrier',
  summary: 'No line begins with a number or a mark of a listing.',
  why: 'Listings number their lines, mail and Markdown quote with >, patches mark new lines with +. mofcomp takes all of that for part of the text.',
  source: 'creating-an-instance-using-mof',
  hresult: '0x8004400A',
  fixes: ['safe', 'suggestion'],
  examples: {
    bad: `1: instance of Sample_Reading
2: {
3:   Sensor = "north";
4: };
`,
    moreBad: [
      `1: instance of Sample_Reading
2: {
3:   Sensor = ;
4: };
5: instance of Sample_Reading
6: {
7:   Sensor = "south";
8: };
`,
    ],
    good: `instance of Sample_Reading
{
  Sensor = "north";
};
`,
  },
  check: 'parser',
});
