import { eachClass, isMethod } from '../../classes.ts';
import { duplicateFindings } from '../../duplicate-names.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'parameter-duplicate',
  severity: 'error',
  group: 'method',
  summary: 'A method declares a parameter once.',
  why: 'Parameters are told apart by their names, so that one of the two is lost.',
  source: 'wmi-error-constants',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint32 Reset([in] string Reason, [in] uint8 reason);
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint32 Reset([in] string Reason, [in] uint8 Code);
};
`,
  },
  check: eachClass(({ symbol }, report) => {
    for (const { parameters } of symbol.node.members.filter(isMethod)) {
      const names = parameters.map(({ name }) => name);
      for (const finding of duplicateFindings(symbol.file, names, 'parameter')) report(finding);
    }
  }),
});
