import type { CompilationUnit } from '../../../compiler/model.ts';
import { carries, eachClass, isDmtf, isMethod } from '../../classes.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'method-parameter-direction',
  severity: 'error',
  group: 'method',
  summary: 'A parameter of a method is [in], [out] or both.',
  why: 'WMI hands over what goes into a method in one object and what comes out in another, so mofcomp refuses a parameter that does not say where it belongs.',
  source: 'wmi-error-constants',
  hresult: '0x80044027',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint32 Reset(string Reason);
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint32 Reset([in] string Reason);
};
`,
  },
  check: eachClass(({ symbol }, report) => {
    if (hasDirectionByDefault(symbol.unit) || isDmtf(symbol)) return;
    const { file } = symbol;
    for (const { parameters } of symbol.node.members.filter(isMethod)) {
      for (const { name, type, qualifiers } of parameters) {
        if (carries(qualifiers, 'in') || carries(qualifiers, 'out') || type.incomplete === true)
          continue;
        const first = qualifiers?.qualifiers[0];
        report({
          file,
          at: name,
          message: `${name.name} is neither [in] nor [out], and mofcomp refuses the method: write which it is.`,
          fixes: [
            first === undefined
              ? suggestion('Write [in]', {
                  file,
                  start: type.start,
                  end: type.start,
                  text: '[in] ',
                })
              : suggestion('Write in', {
                  file,
                  start: first.start,
                  end: first.start,
                  text: 'in, ',
                }),
          ],
        });
      }
    }
  }),
});

const defaults = new WeakMap<CompilationUnit, boolean>();

/** DMTF declares `Qualifier In : boolean = true`, so that every parameter has it. */
function hasDirectionByDefault(unit: CompilationUnit): boolean {
  let holds = defaults.get(unit);
  if (holds === undefined) {
    holds = unit.declarations.some(
      (declaration) =>
        declaration.kind === 'qualifier' &&
        declaration.node.name.name.toLowerCase() === 'in' &&
        declaration.node.defaultValue?.kind === 'BooleanValue' &&
        declaration.node.defaultValue.value,
    );
    defaults.set(unit, holds);
  }
  return holds;
}
