import { eachClass, isMethod } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'method-array-return',
  severity: 'error',
  group: 'method',
  summary: 'A method returns one value.',
  why: 'mofcomp refuses the class. Several values come back in an [out] parameter, which may be an array.',
  source: 'wmi-error-constants',
  hresult: '0x80044026',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint32[] Levels();
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint32 Levels([out] uint32 Values[]);
};
`,
  },
  check: eachClass(({ symbol }, report) => {
    for (const { name, returnType, returnArray } of symbol.node.members.filter(isMethod)) {
      if (returnArray === undefined) continue;
      report({
        file: symbol.file,
        at: { start: returnType.start, end: returnArray.end },
        message: `${name.name} returns an array, and mofcomp refuses that: give the array back in an [out] parameter.`,
      });
    }
  }),
});
