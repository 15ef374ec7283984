import { rule } from '../../rule.ts';

export default rule({
  name: 'alias-undefined',
  severity: 'error',
  group: 'alias',
  summary: 'An alias that is used must be defined in the same file, before or after.',
  why: 'The compiler replaces the alias by the path of its object, and without one it has nothing to put there.',
  source: 'creating-an-alias',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`instance of Sample_Link
{
  Name = "a";
  Target = $Missing;
};
`,
    moreBad: [
      `instance of Sample_Link
{
  Name = "a";
  Target = $Readng;
};

instance of Sample_Reading as $Reading
{
  Sensor = "north";
};
`,
    ],
    good: String.raw`instance of Sample_Link
{
  Name = "a";
  Target = $Reading;
};

instance of Sample_Reading as $Reading
{
  Sensor = "north";
};
`,
  },
  check: 'binder',
});
