import { rule } from '../../rule.ts';

export default rule({
  name: 'syntax',
  severity: 'error',
  group: 'syntax',
  summary: 'The text must be MOF.',
  why: 'mofcomp stops at the first syntax error, with exit code 3, and stores nothing of the file.',
  source: 'wmi-error-constants',
  examples: {
    bad: String.raw`instance __EventFilter
{
  Name = "Service Filter";
};
`,
    good: String.raw`#pragma namespace("\\\\.\\root\\sample")

class Sample_Reading
{
  [key] string Sensor;
  uint32 Value;
};
`,
  },
  check: 'parser',
});
