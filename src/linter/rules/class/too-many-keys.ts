import { eachClass } from '../../classes.ts';
import { rule } from '../../rule.ts';

const MAX_KEYS = 256;

export default rule({
  name: 'too-many-keys',
  severity: 'error',
  group: 'class',
  summary: 'A class has at most 256 keys.',
  why: 'WMI takes no more, those that are inherited included.',
  source: 'creating-a-class',
  examples: {
    bad: String.raw`class Sample_Reading
{
${Array.from({ length: MAX_KEYS + 1 }, (_, i) => `  [key] string Part${i};\n`).join('')}};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};
`,
  },
  check: eachClass(({ symbol, info, checked: { table } }, report) => {
    const parent = table.parentOf(info, symbol);
    const inherited = new Set(
      (parent === undefined ? [] : table.keysOf(parent, symbol)).map(({ name }) =>
        name.toLowerCase(),
      ),
    );
    const own = info.keys.filter(({ name }) => !inherited.has(name.toLowerCase()));
    const excess = own[Math.max(0, MAX_KEYS - inherited.size)]?.declaration;
    if (excess === undefined) return;
    report({
      file: symbol.file,
      at: excess.node.name,
      message: `${symbol.name} has ${inherited.size + own.length} keys, this is number ${Math.max(MAX_KEYS, inherited.size) + 1}, and WMI takes ${MAX_KEYS} at most: leave out the key qualifier where the others tell the instances apart.`,
    });
  }),
});
