import { besideAnotherMistake } from '../../carrier-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-escaped-text',
  severity: 'error',
  group: 'carrier',
  summary: 'The text is free of the escapes of other languages.',
  why: "A MOF text that is copied out of the source of a program still has that language's escapes: a backslash, a backtick or a second quote before each quote, \\n for each line break, two braces for one. mofcomp stops at the first of them.",
  source: 'strings',
  hresult: '0x8004400A',
  fixes: ['safe', 'suggestion'],
  examples: besideAnotherMistake({
    bad: String.raw`instance of Sample_Reading
{
  Sensor = \"north\";
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
