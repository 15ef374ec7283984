import { typeText } from '../../../compiler/checker/value-type.ts';
import { eachClass } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'key-bad-type',
  severity: 'error',
  group: 'class',
  summary: 'A key is an integer, a boolean, a string, a datetime, a character or a reference.',
  why: 'Arrays, real numbers and embedded objects cannot be compared as the key of an instance must be, and WMI refuses the class.',
  source: 'key-qualifier',
  hresult: '0x8004101F',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] real64 Position;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Position;
};
`,
  },
  check: eachClass(({ symbol, info }, report) => {
    for (const { name, type, declaration } of info.keys) {
      if (declaration === undefined) continue;
      const isBad =
        type.isArray ||
        type.kind === 'object' ||
        (type.kind === 'primitive' && type.name.startsWith('real'));
      if (!isBad) continue;
      const { node } = declaration;
      report({
        file: symbol.file,
        at: { start: node.type.start, end: node.array?.end ?? node.name.end },
        message: `${name} is ${/^[aeio]/.test(typeText(type)) ? 'an' : 'a'} ${typeText(type)}, which cannot be a key, and WMI refuses the class: use a string or an integer as the key.`,
      });
    }
  }),
});
