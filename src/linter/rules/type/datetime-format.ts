import { rule } from '../../rule.ts';
import { declarationOf, eachValueProblem, subjectText } from '../../value-findings.ts';
import { sampleReading } from '../../value-samples.ts';

export default rule({
  name: 'datetime-format',
  severity: 'error',
  group: 'type',
  summary:
    'A datetime is 25 characters: yyyymmddHHMMSS.mmmmmm, a sign and the offset from UTC in minutes, or an interval.',
  why: 'mofcomp cannot make another text into a datetime.',
  source: 'date-and-time-format, interval-format, strings',
  hresult: '0x80044015',
  examples: {
    bad: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Taken = "2025-01-01";
};
`,
    good: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Taken = "20250101000000.000000+000";
};
`,
  },
  check: eachValueProblem(['datetime'], ({ place, node, fault }, report) => {
    const example =
      place.property?.isInterval === true
        ? '"00000000000500.000000:000" for five minutes'
        : '"20250131120000.000000+000", or "00000000000500.000000:000" for an interval of five minutes';
    report({
      file: place.file,
      at: node,
      message: `${subjectText(place)}, and this text is none, because ${fault}, so mofcomp refuses the file: write for example ${example}.`,
      related: declarationOf(place),
    });
  }),
});
