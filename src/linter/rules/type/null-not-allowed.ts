import { rule } from '../../rule.ts';
import { declarationOf, eachValueProblem } from '../../value-findings.ts';
import { sampleReading } from '../../value-samples.ts';

export default rule({
  name: 'null-not-allowed',
  severity: 'error',
  group: 'type',
  summary: 'A key, and a property that is declared with not_null or indexed, has a value.',
  why: 'WMI refuses an instance with NULL there. NULL is no value, and not 0 or an empty text either.',
  source: 'wmi-error-constants, key-qualifier',
  hresult: '0x80041028',
  examples: {
    bad: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = NULL;
  Level = NULL;
};
`,
    good: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Level = NULL;
};
`,
  },
  check: eachValueProblem(['null'], ({ place, node, why }, report) => {
    const reason = why === 'key' ? 'is a key' : `is declared with ${why}`;
    report({
      file: place.file,
      at: node,
      message: `${place.name} ${reason}, and WMI refuses NULL there: write a value.`,
      related: declarationOf(place),
    });
  }),
});
