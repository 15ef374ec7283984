import type { Value } from '../../../../grammar/mof/ast.ts';
import { soleValue } from '../../../compiler/checker/qualifiers.ts';
import { isUnknown, valueNouns } from '../../../compiler/checker/value-problems.ts';
import {
  declaredType,
  integerRange,
  typeText,
  type ValueType,
} from '../../../compiler/checker/value-type.ts';
import type { CompilationUnit, QualifierSymbol } from '../../../compiler/model.ts';
import { eachQualifierList } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'qualifier-type',
  severity: 'error',
  group: 'qualifier',
  summary: 'The value of a qualifier is of the type that the qualifier has.',
  why: 'A qualifier of another type is not found by those who look for it: key("yes") makes no key, and WMI refuses it where it knows the type.',
  source: 'standard-wmi-qualifiers, standard-qualifiers',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [Description(5)] uint8 Level;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [Description("What was read")] uint8 Level;
};
`,
  },
  check: eachQualifierList(({ file, unit, list }, report) => {
    const declared = declaredTypes(unit);
    for (const qualifier of list.qualifiers) {
      const key = qualifier.name.name.toLowerCase();
      const declaration = declared.get(key);
      const wanted = declaration === undefined ? knownTypes.get(key) : sortOf(declaration.type);
      const { value } = qualifier;
      if (wanted === undefined || value === undefined || fits(value, wanted)) continue;
      const type = declaration === undefined ? wanted : typeText(declaration.type);
      report({
        file,
        at: value,
        subject: value,
        message: `${qualifier.name.name} is a qualifier of type ${type}, and this is ${valueNouns[value.kind]}, so nobody who looks for the qualifier understands it: write ${advice[wanted]}.`,
        ...(declaration !== undefined && {
          related: [
            {
              file: declaration.symbol.file,
              start: declaration.symbol.node.start,
              end: declaration.symbol.node.end,
              message: 'the qualifier is declared here',
            },
          ],
        }),
      });
    }
  }),
});

/** As much of a type as can be told from a value. */
type Sort = 'boolean' | 'string' | 'number';

const advice: Readonly<Record<Sort, string>> = {
  boolean: 'TRUE, or the name alone',
  string: 'text in double quotes',
  number: 'a number',
};

interface DeclaredQualifier {
  readonly symbol: QualifierSymbol;
  readonly type: ValueType;
}

const declaredByUnit = new WeakMap<CompilationUnit, ReadonlyMap<string, DeclaredQualifier>>();

function declaredTypes(unit: CompilationUnit): ReadonlyMap<string, DeclaredQualifier> {
  let declared = declaredByUnit.get(unit);
  if (declared === undefined) {
    declared = new Map(
      unit.declarations.flatMap((symbol) => {
        if (symbol.kind !== 'qualifier' || symbol.node.type === undefined) return [];
        const type = declaredType(symbol.node.type, symbol.node.array);
        return [[symbol.node.name.name.toLowerCase(), { symbol, type }] as const];
      }),
    );
    declaredByUnit.set(unit, declared);
  }
  return declared;
}

function sortOf(type: ValueType): Sort | undefined {
  if (type.kind !== 'primitive') return undefined;
  if (type.name === 'string' || type.name === 'boolean') return type.name;
  return integerRange(type.name) === undefined ? undefined : 'number';
}

const known: Readonly<Record<Sort, string>> = {
  boolean: `abstract aggregate aggregation association dynamic dynprops embeddedobject hiperf in indication key
    not_null optional out read required singleton static terminal weak write`,
  string: `deprecated description displayname embeddedinstance mappingstrings modelcorrespondence override
    provider subtype units`,
  number: 'maxlen maxvalue minlen minvalue',
};

const knownTypes: ReadonlyMap<string, Sort> = new Map(
  (['boolean', 'string', 'number'] as const).flatMap((sort) =>
    known[sort].split(/\s+/).map((name) => [name, sort] as const),
  ),
);

/** Numbers in quotes can be made into numbers; what a list holds is judged one by one. */
function fits(whole: Value, wanted: Sort): boolean {
  const value = soleValue(whole) ?? whole;
  if (value.kind === 'ArrayValue') {
    return value.elements.every((element) => fits(element, wanted));
  }
  if (value.kind === 'NullValue' || isUnknown(value)) return true;
  switch (wanted) {
    case 'boolean':
      return value.kind === 'BooleanValue' || value.kind === 'IntegerValue';
    case 'string':
      return value.kind === 'StringValue' || value.kind === 'CharValue';
    case 'number':
      return (
        value.kind === 'IntegerValue' ||
        value.kind === 'RealValue' ||
        (value.kind === 'StringValue' && /^\s*[+-]?[0-9]/.test(value.value))
      );
  }
}
