import { limitFinding } from '../../limit-findings.ts';
import { rule } from '../../rule.ts';
import { eachChecked } from '../../value-findings.ts';

export default rule({
  name: 'value-outside-limits',
  severity: 'warning',
  group: 'type',
  summary: 'A value keeps to the MinValue, MaxValue, MinLen and MaxLen of its property.',
  why: 'WMI does not enforce these qualifiers, but whoever reads the property relies on them.',
  source: 'standard-qualifiers, DSP0004 5.6.3',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [MaxValue(100)] uint8 Level;
};

instance of Sample_Reading
{
  Sensor = "north";
  Level = 120;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [MaxValue(100)] uint8 Level;
};

instance of Sample_Reading
{
  Sensor = "north";
  Level = 100;
};
`,
  },
  check: eachChecked(
    ({ beyondLimits }) => beyondLimits,
    (beyond, report) => {
      if (beyond.place.owner.kind === 'instance')
        report(
          limitFinding(
            beyond,
            'WMI stores it all the same, and whoever relies on the class is misled',
          ),
        );
    },
  ),
});
