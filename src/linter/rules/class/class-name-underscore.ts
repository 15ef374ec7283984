import { eachClass } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'class-name-underscore',
  severity: 'warning',
  group: 'class',
  summary: 'The name of a class neither begins nor ends with an underscore.',
  why: "WMI's rules for class names ask for a letter first and forbid the underscore at either end.",
  source: 'creating-a-base-class',
  examples: {
    bad: String.raw`class _Reading
{
  [key] string Sensor;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
};
`,
  },
  check: eachClass(({ symbol }, report) => {
    const { name, file, node } = symbol;
    if (name.startsWith('__') || !/^_|_$/.test(name)) return;
    const end = name.startsWith('_') ? 'begins' : 'ends';
    report({
      file,
      at: node.name,
      message: `${name} ${end} with an underscore, which WMI's rules for class names forbid: write the name without it.`,
    });
  }),
});
