import type { Qualifier } from '../../../../grammar/mof/ast.ts';
import { eachQualifierList } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'qualifier-duplicate',
  severity: 'error',
  group: 'qualifier',
  summary: 'A qualifier stands once in a list.',
  why: 'mofcomp refuses the second one. Names are compared without regard to case.',
  source: 'wmi-error-constants',
  hresult: '0x80044021',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [Description("a"), description("b")] uint8 Level;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [Description("What was read")] uint8 Level;
};
`,
  },
  check: eachQualifierList(({ file, list }, report) => {
    const first = new Map<string, Qualifier>();
    for (const qualifier of list.qualifiers) {
      const { name } = qualifier;
      const key = name.name.toLowerCase();
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, qualifier);
      else if (key !== '') {
        report({
          file,
          at: name,
          message: `${name.name} stands in this list a second time, and mofcomp refuses the file: keep one of the two.`,
          related: [
            {
              file,
              start: earlier.name.start,
              end: earlier.name.end,
              message: 'given here first',
            },
          ],
        });
      }
    }
  }),
});
