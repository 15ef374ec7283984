import { besideAnotherMistake } from '../../carrier-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-markdown',
  severity: 'error',
  group: 'carrier',
  summary: 'The text is free of Markdown.',
  why: 'What is copied out of a Markdown text has fences around it, stars around words that were bold, and a backslash before each underscore. None of it is MOF.',
  source: 'strings',
  hresult: '0x8004400A',
  fixes: ['safe', 'suggestion'],
  examples: besideAnotherMistake({
    bad: String.raw`instance of Sample\_Reading
{
  Sensor = "north";
};
`,
    good: `instance of Sample_Reading
{
  Sensor = "north";
};
`,
  }),
  check: 'parser',
});
