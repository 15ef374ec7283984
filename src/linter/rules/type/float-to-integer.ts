import { replaceValue, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { declarationOf, eachValueProblem, spelling, subjectText } from '../../value-findings.ts';
import { sampleReading } from '../../value-samples.ts';

export default rule({
  name: 'float-to-integer',
  severity: 'warning',
  group: 'type',
  summary: 'An integer property is given an integer.',
  why: 'mofcomp rounds a real number without a word, and what is stored is not what the file says.',
  source: 'compiling-mof-code-with-floating-point-values',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Level = 8.6;
};
`,
    good: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Level = 9;
};
`,
  },
  check: eachValueProblem(['fraction'], ({ place, node }, report) => {
    const rounded = String(Math.round(node.value));
    report({
      file: place.file,
      at: node,
      message:
        `${subjectText(place)}, and mofcomp rounds ${spelling(place, node)} to an integer without a word: write ${rounded}, ` +
        'or declare the property as a real32.',
      related: declarationOf(place),
      fixes: [suggestion(`Write ${rounded}`, replaceValue(place.file, node, rounded))],
    });
  }),
});
