import { ancestorWith, eachClass, keysOf } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'singleton-with-key',
  severity: 'error',
  group: 'class',
  summary: 'A singleton has no key.',
  why: 'There is one instance of a singleton, so there is nothing to tell apart, and WMI refuses the class.',
  source: 'key-qualifier',
  examples: {
    bad: String.raw`[singleton]
class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};
`,
    good: String.raw`[singleton]
class Sample_Reading
{
  string Sensor;
  uint8 Level;
};
`,
  },
  check: eachClass((declared, report) => {
    const { symbol, info } = declared;
    if (!info.isSingleton) return;
    const holder =
      keysOf(info).length > 0
        ? info
        : ancestorWith(declared, (ancestor) => keysOf(ancestor).length > 0);
    if (holder === undefined) return;
    const [key = ''] = keysOf(holder);
    const place = info.properties.get(key.toLowerCase())?.declaration?.node;
    report({
      file: symbol.file,
      at: (holder === info ? place?.name : undefined) ?? symbol.node.name,
      message:
        `${info.name} is a singleton, which has one instance, and WMI refuses it with the key ${key}` +
        `${holder === info ? '' : `, which it inherits from ${holder.name}`}: leave out the key, or the singleton qualifier.`,
    });
  }),
});
