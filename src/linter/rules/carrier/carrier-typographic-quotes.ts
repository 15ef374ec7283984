import { besideAnotherMistake } from '../../carrier-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-typographic-quotes',
  severity: 'error',
  group: 'carrier',
  summary: 'Strings stand in straight quotes.',
  why: 'Word processors and web pages replace straight quotes by typographic ones. mofcomp stops at them.',
  source: 'strings',
  hresult: '0x8004400A',
  fixes: ['safe', 'suggestion'],
  examples: besideAnotherMistake({
    bad: `instance of Sample_Reading
{
  Sensor = “north”;
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
