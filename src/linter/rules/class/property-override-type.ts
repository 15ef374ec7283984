import { isSameType, typeText } from '../../../compiler/checker/value-type.ts';
import { eachClass } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'property-override-type',
  severity: 'error',
  group: 'class',
  summary: 'A property that a class declares anew has the type that it inherits.',
  why: 'A subclass can change the default and the qualifiers of a property, but not its type, and WMI refuses the class.',
  source: 'creating-a-derived-class',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};

class Sample_Detail : Sample_Reading
{
  string Level;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};

class Sample_Detail : Sample_Reading
{
  uint8 Level = 1;
};
`,
  },
  check: eachClass(({ symbol, info, checked: { table } }, report) => {
    const parent = table.parentOf(info, symbol);
    if (parent === undefined) return;
    for (const { name, type, carries, declaration } of info.properties.values()) {
      const inherited = table.property(parent, name, symbol);
      if (inherited === undefined || declaration === undefined || carries !== undefined) continue;
      if (isSameType(type, inherited.type) || inherited.carries !== undefined) continue;
      const { node } = declaration;
      const earlier = inherited.declaration;
      report({
        file: symbol.file,
        at: { start: node.type.start, end: node.array?.end ?? node.name.end },
        message:
          `${name} is inherited as ${typeText(inherited.type)} and declared here as ${typeText(type)}, and WMI refuses to ` +
          'change the type of a property: write the inherited type, or choose another name.',
        ...(earlier !== undefined && {
          related: [
            {
              file: earlier.file,
              start: earlier.node.type.start,
              end: earlier.node.array?.end ?? earlier.node.name.end,
              message: 'inherited from here',
            },
          ],
        }),
      });
    }
  }),
});
