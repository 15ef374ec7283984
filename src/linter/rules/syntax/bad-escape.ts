import { rule } from '../../rule.ts';

export default rule({
  name: 'bad-escape',
  severity: 'warning',
  group: 'syntax',
  summary: 'A backslash in a string must begin an escape sequence that MOF has.',
  why:
    'MOF has \\b \\t \\n \\f \\r \\" \\\' \\\\ and \\x with one to four digits. What mofcomp makes of others is not documented, ' +
    'and a path such as C:\\data loses its backslash or turns into something else.',
  source: 'strings',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`instance of Sample_Folder
{
  Path = "C:\data";
};
`,
    good: String.raw`instance of Sample_Folder
{
  Path = "C:\\data";
};
`,
  },
  check: 'parser',
});
