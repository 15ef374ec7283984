import type { DatetimeReading } from '../../../compiler/checker/datetime.ts';
import { replaceValue, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { declarationOf, eachValueProblem } from '../../value-findings.ts';

export default rule({
  name: 'interval-format',
  severity: 'warning',
  group: 'type',
  summary: 'An interval is ddddddddHHMMSS.mmmmmm:000, in digits only.',
  why: 'Another style, or a point in time where an interval is declared, is not what WMI reads as a length of time.',
  source: 'interval-format',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
  string Labels[];
  boolean Active;
  [SubType("interval")] datetime Pause;
};

instance of Sample_Reading
{
  Sensor = "north";
  Pause = "00000000000500.000000:***";
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
  string Labels[];
  boolean Active;
  [SubType("interval")] datetime Pause;
};

instance of Sample_Reading
{
  Sensor = "north";
  Pause = "00000000000500.000000:000";
};
`,
  },
  check: eachValueProblem(['interval'], ({ place, node, reading }, report) => {
    const { file } = place;
    const literal = reading.kind === 'loose-interval' ? `"${reading.canonical}"` : undefined;
    report({
      file,
      at: node,
      message: `${faultText(place.name, reading)}: write ${literal ?? 'for example "00000000000500.000000:000" for five minutes'}.`,
      related: declarationOf(place),
      ...(literal !== undefined && {
        fixes: [suggestion(`Write ${literal}`, replaceValue(file, node, literal))],
      }),
    });
  }),
});

function faultText(
  name: string,
  reading: Exclude<DatetimeReading, { readonly kind: 'invalid' }>,
): string {
  return reading.kind === 'loose-interval'
    ? `WMI writes an interval as ddddddddHHMMSS.mmmmmm:000, and this is not so, because ${reading.fault}`
    : `${name} is declared with SubType("interval"), and this is a point in time`;
}
