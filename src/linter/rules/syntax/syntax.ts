import { rule } from '../../rule.ts';
import { badSyntax } from '../../syntax-samples.ts';

export default rule({
  name: 'syntax',
  severity: 'error',
  group: 'syntax',
  summary: 'The text must be MOF.',
  why: 'mofcomp stops at the first syntax error, with exit code 3, and stores nothing of the file.',
  source: 'wmi-error-constants',
  hresults: [
    '0x80044001',
    '0x80044002',
    '0x80044003',
    '0x80044004',
    '0x80044005',
    '0x80044006',
    '0x80044007',
    '0x80044008',
    '0x80044009',
    '0x8004400A',
    '0x8004400C',
    '0x80044012',
    '0x80044014',
    '0x80044018',
    '0x80044022',
    '0x80044029',
    '0x8004402D',
    '0x80044030',
  ],
  fixes: ['safe', 'suggestion'],
  examples: {
    bad: String.raw`instance Sample_Reading
{
  Sensor = "north";
};
`,
    moreBad: badSyntax,
    good: String.raw`instance of Sample_Reading
{
  Sensor = "north";
};
`,
  },
  check: 'parser',
});
