import type { Identifier, TypeReference } from '../../../../grammar/mof/ast.ts';
import { checkedOf } from '../../../compiler/checker/checker.ts';
import { declaredType, intendedType, isVoid } from '../../../compiler/checker/value-type.ts';
import type { SourceFile } from '../../../text/source-file.ts';
import { eachClass, isMethod } from '../../classes.ts';
import { type Report, rule } from '../../rule.ts';

export default rule({
  name: 'type-unsupported',
  severity: 'error',
  group: 'type',
  summary: 'A property, a parameter or a qualifier is declared with a type that it can have.',
  why: 'void is what a method returns that returns nothing, and a qualifier holds no objects. mofcomp refuses such a type.',
  source: 'mof-data-types, DSP0004 5.6.1, wmi-error-constants',
  hresult: '0x8004400B',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  void Level;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};
`,
  },
  check: {
    ...eachClass(({ symbol: { node, file } }, report) => {
      for (const member of node.members) {
        for (const { type, name } of isMethod(member) ? member.parameters : [member])
          reportVoid(file, type, name, report);
      }
    }),
    unit({ declarations }, report, compilation) {
      const { table } = checkedOf(compilation);
      for (const declaration of declarations) {
        if (declaration.kind !== 'qualifier' || !table.isReadable(declaration)) continue;
        const { type, array, name } = declaration.node;
        if (type === undefined) continue;
        if (declaredType(type, array).kind === 'primitive') continue;
        report({
          file: declaration.file,
          at: type,
          message: `${name.name} is declared as a qualifier of type ${type.name.name}, and a qualifier holds text, numbers, TRUE or FALSE, or an array of them: declare it as ${intendedType(type.name.name) ?? 'string, boolean or a number'}, or write one of the flavors.`,
        });
      }
    },
  },
});

function reportVoid(file: SourceFile, type: TypeReference, name: Identifier, report: Report): void {
  if (!isVoid(declaredType(type, undefined))) return;
  report({
    file,
    at: type.name,
    message: `void is no type of values, so mofcomp refuses ${name.name}: write the type of its value, such as uint32 or string.`,
  });
}
