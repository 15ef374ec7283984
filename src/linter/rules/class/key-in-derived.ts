import { ancestorWith, eachClass, keysOf } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'key-in-derived',
  severity: 'error',
  group: 'class',
  summary: 'A class derived from one that has keys adds none.',
  why: 'The keys are settled by the class that has the first ones, and WMI refuses another in a class below.',
  source: 'key-qualifier',
  hresult: '0x8004101F',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};

class Sample_Detail : Sample_Reading
{
  [key] string Part;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};

class Sample_Detail : Sample_Reading
{
  string Part;
};
`,
  },
  check: eachClass((declared, report) => {
    const { symbol, info, checked } = declared;
    const { keys } = info;
    if (keys.length === 0) return;
    const ancestor = ancestorWith(declared, (candidate) => keysOf(candidate).length > 0);
    const parent = checked.table.parentOf(info, symbol);
    if (ancestor === undefined || parent === undefined) return;
    const inherited = new Set(
      checked.table.keysOf(parent, symbol).map(({ name }) => name.toLowerCase()),
    );
    for (const { name, declaration } of keys) {
      if (declaration === undefined || inherited.has(name.toLowerCase())) continue;
      report({
        file: symbol.file,
        at: declaration.node.name,
        message: `${info.name} inherits the key ${keysOf(ancestor).join(', ')} of ${ancestor.name}, and WMI refuses another one: leave out the key qualifier of ${name}.`,
        ...(ancestor.symbol !== undefined && {
          related: [
            {
              file: ancestor.symbol.file,
              start: ancestor.symbol.node.name.start,
              end: ancestor.symbol.node.name.end,
              message: 'the keys are declared in this class',
            },
          ],
        }),
      });
    }
  }),
});
