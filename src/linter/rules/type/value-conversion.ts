import type { Value } from '../../../../grammar/mof/ast.ts';
import {
  valueNouns,
  type ValuePlace,
  type ValueProblem,
} from '../../../compiler/checker/value-problems.ts';
import { replaceValue, safeFix } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { declarationOf, eachValueProblem, spelling, subjectText } from '../../value-findings.ts';
import { sampleReading } from '../../value-samples.ts';

export default rule({
  name: 'value-conversion',
  severity: 'warning',
  group: 'type',
  summary: 'A value is written in the notation of its type.',
  why: 'mofcomp asks only whether a value can be made into the type, so "TRUE" may pass for a boolean and 23 for a string; other compilers refuse it, and a reader is misled.',
  source: 'wmi-error-constants, mof-data-types, numbers',
  fixes: ['safe'],
  examples: {
    bad: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Active = "TRUE";
};
`,
    good: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Active = TRUE;
};
`,
  },
  check: eachValueProblem(['conversion'], (problem, report) => {
    const { place, node } = problem;
    const text = notationFor(problem);
    report({
      file: place.file,
      at: node,
      message:
        `${subjectText(place)} and ${spelling(place, node)} is ${valueNouns[node.kind]}, which must be converted first, ` +
        `and only some compilers do that: write ${text ?? 'the value in the notation of the type'}.`,
      related: declarationOf(place),
      ...(text !== undefined && {
        fixes: [safeFix(`Write ${text}`, replaceValue(place.file, node, text))],
      }),
    });
  }),
});

type Conversion = Extract<ValueProblem, { readonly kind: 'conversion' }>;

/** The same value as its type writes it. */
function notationFor({ place, node, text }: Conversion): string | undefined {
  const { type } = place;
  if (type.kind !== 'primitive') return undefined;
  if (type.name === 'string') return quoted(place, node);
  if (type.name === 'boolean') {
    if (node.kind === 'IntegerValue') return node.value === 0n ? 'FALSE' : 'TRUE';
    return text?.toUpperCase();
  }
  if (node.kind === 'BooleanValue') return node.value ? '1' : '0';
  return type.name === 'char16' ? undefined : text;
}

function quoted({ file }: ValuePlace, node: Value): string | undefined {
  switch (node.kind) {
    case 'IntegerValue':
      return `"${node.value}"`;
    case 'BooleanValue':
      return node.value ? '"TRUE"' : '"FALSE"';
    case 'CharValue':
      return node.raw === '"' ? undefined : `"${node.raw}"`;
    default:
      return `"${file.text.slice(node.start, node.end)}"`;
  }
}
