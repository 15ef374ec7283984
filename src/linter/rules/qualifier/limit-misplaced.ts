import type { ArraySuffix, QualifierList, TypeReference } from '../../../../grammar/mof/ast.ts';
import { type Limit, limitFault, limitsOf } from '../../../compiler/checker/limits.ts';
import { declaredType, elementText } from '../../../compiler/checker/value-type.ts';
import type { Related } from '../../../diagnostics/diagnostic.ts';
import { eachQualifierList, type Carrier } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'limit-misplaced',
  severity: 'error',
  group: 'qualifier',
  summary:
    'MinValue and MaxValue stand at numbers and within their range, MinLen and MaxLen at strings.',
  why: 'A limit of another sort, or one that the type cannot reach, means nothing and shows that the declaration is not what was intended.',
  source: 'standard-qualifiers, DSP0004 5.6.3',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [MaxLen(20)] uint8 Level;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [MaxValue(20)] uint8 Level;
};
`,
  },
  check: eachQualifierList(({ file, list, carrier }, report) => {
    const typed = typedPart(carrier);
    if (typed === undefined) return;
    const type = declaredType(typed.type, typed.array);
    const related: Related[] = [
      { file, start: typed.type.start, end: typed.type.end, message: 'the type stands here' },
    ];
    const limits = limitsOf({ qualifiers: list });
    const misplaced = limits.filter((limit) => limitFault(limit, type)?.kind === 'type');
    const [first, ...others] = misplaced;
    if (first !== undefined) {
      const names = misplaced.map(({ qualifier }) => qualifier.name.name).join(' and ');
      const [limit, they, them] =
        others.length === 0 ? ['limits', 'it means', 'it'] : ['limit', 'they mean', 'them'];
      report({
        file,
        at: first.qualifier,
        message: `${names} ${limit} ${subjects[first.measure]}, and this is a ${elementText(type)}, so that ${they} nothing here: leave ${them} out, or correct the type.`,
        related: [
          ...related,
          ...others.map(({ qualifier: { start, end } }) => ({
            file,
            start,
            end,
            message: 'the same here',
          })),
        ],
      });
    }
    for (const limit of limits) {
      const fault = limitFault(limit, type);
      if (fault?.kind !== 'range') continue;
      report({
        file,
        at: limit.qualifier,
        message: `A ${elementText(type)} holds ${fault.range.min} to ${fault.range.max}, so that ${limit.qualifier.name.name} ${limit.bound} is no limit: write one within that range, or choose a wider type.`,
        related,
      });
    }
  }),
});

const subjects: Readonly<Record<Limit['measure'], string>> = {
  value: 'a number',
  length: 'the length of a string',
};

interface TypedPart {
  readonly type: TypeReference;
  readonly array: ArraySuffix | undefined;
  readonly qualifiers: QualifierList | undefined;
}

/** What has a type; a method has that of what it returns. */
function typedPart(carrier: Carrier): TypedPart | undefined {
  switch (carrier.kind) {
    case 'property':
    case 'reference':
    case 'parameter':
      return carrier.node;
    case 'method': {
      const { returnType, returnArray, qualifiers } = carrier.node;
      return { type: returnType, array: returnArray, qualifiers };
    }
    default:
      return undefined;
  }
}
