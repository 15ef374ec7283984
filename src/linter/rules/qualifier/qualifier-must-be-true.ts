import { qualifierNamed, soleValue } from '../../../compiler/checker/qualifiers.ts';
import { eachQualifierList } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'qualifier-must-be-true',
  severity: 'error',
  group: 'qualifier',
  summary: 'Singleton and DynProps are TRUE, or they are left out.',
  why: 'WMI allows no other value: what is no singleton and has no dynamic properties does not have the qualifier.',
  source: 'standard-wmi-qualifiers',
  examples: {
    bad: String.raw`[Singleton(FALSE)]
class Sample_Reading
{
  [key] string Sensor;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
};
`,
  },
  check: eachQualifierList(({ file, list }, report) => {
    for (const name of ['singleton', 'dynprops']) {
      const qualifier = qualifierNamed(list, name);
      const value = soleValue(qualifier?.value);
      if (qualifier === undefined || value?.kind !== 'BooleanValue' || value.value) continue;
      const written = qualifier.name.name;
      report({
        file,
        at: qualifier,
        message: `${written} can only be TRUE, and WMI does not allow ${written}(FALSE): leave the qualifier out.`,
      });
    }
  }),
});
