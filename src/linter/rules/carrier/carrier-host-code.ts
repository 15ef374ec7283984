import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-host-code',
  severity: 'error',
  group: 'carrier',
  summary: 'A file holds MOF, and not the program or the commands around it.',
  why: 'mofcomp reads the quotes of a here-string, the lines of a batch file and the commands of a console as MOF and stops at them.',
  source: 'mofcomp',
  hresult: '0x8004400A',
  fixes: ['safe', 'suggestion'],
  examples: {
    bad: `$text = @"
instance of Sample_Reading
{
  Sensor = "north";
};
"@
`,
    moreBad: [
      `C:\\> mofcomp reading.mof
instance of Sample_Reading
{
  Sensor = "north";
};
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
