import { besideAnotherMistake } from '../../carrier-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-invisible-characters',
  severity: 'error',
  group: 'carrier',
  summary: 'No invisible characters stand between words.',
  why: 'Web pages, word processors and chat programs put characters without width between others. Nobody sees them, and mofcomp stops at them, or takes a name for another one.',
  source: 'wmi-error-constants',
  hresult: '0x8004400A',
  fixes: ['safe', 'suggestion'],
  examples: besideAnotherMistake({
    bad: `instance of Sample_Reading
{
  Sensor\u200b = "north";
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
