import type { TypeReference } from '../../../../grammar/mof/ast.ts';
import { intendedType } from '../../../compiler/checker/value-type.ts';
import { suggestion } from '../../fixes.ts';
import { eachClass, isMethod } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'type-misspelt',
  severity: 'warning',
  group: 'type',
  summary: 'A type is one of MOF, or a class.',
  why: 'mofcomp takes any other word for the name of a class, so that an int is an embedded object and holds no number.',
  source: 'mof-data-types',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  int32 Level;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  sint32 Level;
};
`,
  },
  check: eachClass(({ symbol, checked: { table } }, report) => {
    const { file } = symbol;
    for (const type of symbol.node.members.flatMap(typesOf)) {
      const { name, start, end } = type.name;
      const meant = intendedType(name);
      if (meant === undefined || type.isReference || table.declares(name)) continue;
      report({
        file,
        at: type.name,
        message: `${name} is no type of MOF, so mofcomp takes it for a class whose objects are embedded here: write ${meant}.`,
        fixes: [suggestion(`Write ${meant}`, { file, start, end, text: meant })],
      });
    }
  }),
});

type Member = Parameters<typeof isMethod>[0];

function typesOf(member: Member): readonly TypeReference[] {
  return isMethod(member)
    ? [member.returnType, ...member.parameters.map(({ type }) => type)]
    : [member.type];
}
