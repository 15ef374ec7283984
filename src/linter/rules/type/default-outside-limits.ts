import { limitFinding } from '../../limit-findings.ts';
import { rule } from '../../rule.ts';
import { eachChecked } from '../../value-findings.ts';

export default rule({
  name: 'default-outside-limits',
  severity: 'error',
  group: 'type',
  summary: 'A default keeps to the MinValue, MaxValue, MinLen and MaxLen beside it.',
  why: 'A declaration that contradicts itself cannot be right either way.',
  source: 'standard-qualifiers, DSP0004 5.6.3',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [MaxValue(100)] uint8 Level = 120;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [MaxValue(100)] uint8 Level = 100;
};
`,
  },
  check: eachChecked(
    ({ beyondLimits }) => beyondLimits,
    (beyond, report) => {
      if (beyond.place.owner.kind === 'class')
        report(limitFinding(beyond, 'and the declaration contradicts itself'));
    },
  ),
});
