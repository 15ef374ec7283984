import type { ValueProblem } from '../../../compiler/checker/value-problems.ts';
import { valueNouns } from '../../../compiler/checker/value-problems.ts';
import { elementText, intendedType } from '../../../compiler/checker/value-type.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { declarationOf, eachValueProblem, subjectText } from '../../value-findings.ts';
import { sampleReading } from '../../value-samples.ts';

export default rule({
  name: 'property-type',
  severity: 'error',
  group: 'type',
  summary: 'A value is of the type that its property, parameter or qualifier is declared with.',
  why: 'mofcomp makes a value into the type that is declared where it can, and refuses the file where it cannot, as with a word for a number.',
  source: 'wmi-error-constants, mof-data-types',
  hresult: '0x80044015',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Level = "high";
};
`,
    moreBad: [
      `${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Labels = "cold";
};
`,
    ],
    good: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Level = 7;
};
`,
  },
  check: eachValueProblem(['type', 'scalar-for-array'], (problem, report) => {
    const { place, node } = problem;
    const fix = fixFor(problem);
    report({
      file: place.file,
      at: node,
      subject: problem,
      message:
        `${subjectText(place)}, and ${valueNouns[node.kind]} cannot be made into one, so mofcomp refuses the file: ` +
        `${adviceFor(problem)}.`,
      related: declarationOf(place),
      ...(fix !== undefined && { fixes: [fix] }),
    });
  }),
});

type TypeProblem = Extract<ValueProblem, { readonly kind: 'type' | 'scalar-for-array' }>;

function adviceFor({ kind, place }: TypeProblem): string {
  const { type } = place;
  if (kind === 'scalar-for-array') return 'write the value in braces';
  switch (type.kind) {
    case 'reference':
      return `write the alias or the path of ${objectText(type.className)}`;
    case 'object': {
      const meant = type.className === undefined ? undefined : intendedType(type.className);
      if (meant !== undefined) return `declare ${place.name} as ${meant}`;
      return `write "instance of ${type.className ?? 'ClassName'} { ... }"`;
    }
    case 'primitive':
      return examples[type.name.replace(/[0-9]+$/, '')] ?? `write a ${elementText(type)}`;
  }
}

/** What to write for a type, without its size. */
const examples: Readonly<Record<string, string>> = {
  uint: 'write a number, such as 10',
  sint: 'write a number, such as -10',
  real: 'write a number, such as 2.5',
  boolean: 'write TRUE or FALSE',
  string: 'write text in double quotes',
  char: "write one character in single quotes, such as 'a'",
  datetime: 'write a string such as "20250131120000.000000+000"',
};

function objectText(className: string | undefined): string {
  return className === undefined ? 'an object' : `an instance of ${className}`;
}

/** A single value only lacks its braces. */
function fixFor({ kind, place, node }: TypeProblem): Fix | undefined {
  if (kind !== 'scalar-for-array') return undefined;
  const { file } = place;
  return suggestion(
    'Put braces around the value',
    { file, start: node.start, end: node.start, text: '{' },
    { file, start: node.end, end: node.end, text: '}' },
  );
}
