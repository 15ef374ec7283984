import { besideAnotherMistake } from '../../carrier-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-lost-blanks',
  severity: 'error',
  group: 'carrier',
  summary: 'Keywords are separated by blanks.',
  why: 'Where lines are joined or tags are stripped from a web page, blanks get lost, and neither #pragmanamespace nor instanceof means anything. Texts in quotes have then lost theirs too, which no compiler sees.',
  source: 'creating-an-instance-using-mof, -pragma',
  hresult: '0x8004400A',
  fixes: ['safe', 'suggestion'],
  examples: besideAnotherMistake({
    bad: String.raw`#pragmanamespace("\\\\.\\root\\sample")

instanceof Sample_Reading
{
  Sensor = "north";
};
`,
    good: String.raw`#pragma namespace("\\\\.\\root\\sample")

instance of Sample_Reading
{
  Sensor = "north";
};
`,
  }),
  check: 'parser',
});
