import { eachClass, isMethod } from '../../classes.ts';
import { duplicateFindings } from '../../duplicate-names.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'method-duplicate',
  severity: 'error',
  group: 'method',
  summary: 'A class declares a method once.',
  why: 'WMI knows a method by its name alone, whatever its parameters, and there is no telling which of the two is meant.',
  source: 'wmi-error-constants',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint32 Reset();
  uint32 reset([in] string Reason);
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint32 Reset([in, optional] string Reason);
};
`,
  },
  check: eachClass(({ symbol }, report) => {
    const names = symbol.node.members.filter(isMethod).map(({ name }) => name);
    for (const finding of duplicateFindings(symbol.file, names, 'method')) report(finding);
  }),
});
