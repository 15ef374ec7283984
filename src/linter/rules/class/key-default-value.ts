import { eachClass } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'key-default-value',
  severity: 'info',
  preset: 'strict',
  group: 'class',
  summary: 'A key has no default.',
  why: 'A key tells instances apart, and a default gives all of them the same one.',
  source: 'key-qualifier',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor = "north";
  uint8 Level;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};
`,
  },
  check: eachClass(({ symbol, info }, report) => {
    for (const { name, hasDefault, declaration } of info.keys) {
      const value = declaration?.node.defaultValue;
      if (!hasDefault || value === undefined) continue;
      report({
        file: symbol.file,
        at: value,
        message: `${name} is a key, and with a default every instance that does not set it is the same one: leave the default out.`,
      });
    }
  }),
});
