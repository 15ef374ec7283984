import { besideAnotherMistake } from '../../carrier-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-lost-backslashes',
  severity: 'error',
  group: 'carrier',
  summary: 'A backslash in a string is written twice, and a quote has one before it.',
  why: 'A language that the text went through (a shell, Redis, C, Python) may take one level of escapes away. Then quotes end their strings too early, and namespaces and paths lose their separators.',
  source: 'strings',
  fixes: ['safe', 'suggestion'],
  examples: besideAnotherMistake({
    bad: String.raw`#pragma namespace("\\.\root\sample")

instance of Sample_Folder
{
  Path = "C:\data";
};
`,
    good: String.raw`#pragma namespace("\\\\.\\root\\sample")

instance of Sample_Folder
{
  Path = "C:\\data";
};
`,
  }),
  check: 'parser',
});
