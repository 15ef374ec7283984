import { eachClass, isProperty } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'too-many-properties',
  severity: 'error',
  group: 'class',
  summary: 'A class has at most 1,024 properties.',
  why: 'WMI stores no more in one class.',
  source: 'creating-a-base-class',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
${Array.from({ length: 1024 }, (_, i) => `  uint8 Level${i};\n`).join('')}};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};
`,
  },
  check: eachClass(({ symbol }, report) => {
    const properties = symbol.node.members.filter(isProperty);
    const excess = properties[MAX_PROPERTIES];
    if (excess === undefined) return;
    report({
      file: symbol.file,
      at: excess.name,
      message: `${symbol.name} has ${properties.length} properties, this is number ${MAX_PROPERTIES + 1}, and WMI stores ${MAX_PROPERTIES} at most: divide the class.`,
    });
  }),
});

const MAX_PROPERTIES = 1024;
