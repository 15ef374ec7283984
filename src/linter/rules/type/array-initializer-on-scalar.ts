import type { ArrayValue } from '../../../../grammar/mof/ast.ts';
import type { ValuePlace } from '../../../compiler/checker/value-problems.ts';
import { suggestion } from '../../fixes.ts';
import { type Finding, rule } from '../../rule.ts';
import { declarationOf, eachValueProblem, subjectText } from '../../value-findings.ts';
import { sampleReading } from '../../value-samples.ts';

export default rule({
  name: 'array-initializer-on-scalar',
  severity: 'error',
  group: 'type',
  summary: 'Braces make an array, and only a property that is declared with [] takes one.',
  why: 'mofcomp refuses the file. A property holds one value unless [] stands behind its name, and braces around a single value make an array of it all the same.',
  source: 'wmi-error-constants, mof-arrays',
  hresult: '0x8004400F',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Level = {7};
};
`,
    good: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Level = 7;
  Labels = {"cold"};
};
`,
  },
  check: eachValueProblem(['array-for-scalar'], ({ place, node }, report) => {
    report({
      file: place.file,
      at: node,
      message:
        `${subjectText(place)} and holds one value, so mofcomp refuses the array: ` +
        (node.elements.length === 1
          ? 'leave out the braces.'
          : 'write one value, or declare the property with [].'),
      related: declarationOf(place),
      ...fixesFor(place, node),
    });
  }),
});

/** Where there is one element, it is evident what is meant. */
function fixesFor({ file }: ValuePlace, node: ArrayValue): Pick<Finding, 'fixes'> {
  const [element, ...others] = node.elements;
  if (element === undefined || others.length > 0) return {};
  const text = file.text.slice(element.start, element.end);
  const edit = { file, start: node.start, end: node.end, text };
  return { fixes: [suggestion('Leave out the braces', edit)] };
}
