import { besideAnotherMistake } from '../../carrier-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'carrier-html',
  severity: 'error',
  group: 'carrier',
  summary: 'The text is free of entities and tags of HTML and XML.',
  why: 'The source of a web page or of an XML file has &quot; for a quote and &lt; for a sign. MOF has no entities, so that mofcomp stops at the first one outside of a string, and inside of a string it stays what it is.',
  source: 'strings',
  hresult: '0x8004400A',
  fixes: ['safe', 'suggestion'],
  examples: besideAnotherMistake({
    bad: `instance of Sample_Reading
{
  Sensor = &quot;north&quot;;
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
