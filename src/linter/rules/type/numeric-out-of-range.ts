import type { ValueProblem } from '../../../compiler/checker/value-problems.ts';
import { integerRange } from '../../../compiler/checker/value-type.ts';
import { rule } from '../../rule.ts';
import { declarationOf, eachValueProblem, spelling, subjectText } from '../../value-findings.ts';
import { sampleReading } from '../../value-samples.ts';

export default rule({
  name: 'numeric-out-of-range',
  severity: 'error',
  group: 'type',
  summary: 'A number is within the range of its type.',
  why: 'mofcomp refuses a number that the type cannot hold: a uint8 ends at 255, and unsigned types have no negative numbers.',
  source: 'wmi-error-constants, mof-data-types',
  hresult: '0x8004401D',
  examples: {
    bad: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Level = 256;
};
`,
    good: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Level = 255;
};
`,
  },
  check: eachValueProblem(['range'], (problem, report) => {
    const { place, node, range } = problem;
    const wider = widerType(problem);
    report({
      file: place.file,
      at: node,
      message:
        `${subjectText(place)}, which holds ${range.min} to ${range.max}, and ${spelling(place, node)} is outside, so ` +
        `mofcomp refuses the file: write a number in that range${wider === undefined ? '' : `, or declare a ${wider}`}.`,
      related: declarationOf(place),
    });
  }),
});

const types = [
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'sint8',
  'sint16',
  'sint32',
  'sint64',
] as const;

/** The next type of the same sort that holds the value of a default. */
function widerType({
  place,
  node,
}: Extract<ValueProblem, { readonly kind: 'range' }>): string | undefined {
  const { owner, type } = place;
  if (owner.kind !== 'class' || type.kind !== 'primitive' || node.kind !== 'IntegerValue')
    return undefined;
  const sort = node.value < 0n ? 's' : type.name[0];
  return types.find((name) => {
    const range = integerRange(name);
    return (
      name[0] === sort && range !== undefined && node.value >= range.min && node.value <= range.max
    );
  });
}
