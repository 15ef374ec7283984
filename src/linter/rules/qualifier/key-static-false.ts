import type { Qualifier } from '../../../../grammar/mof/ast.ts';
import { qualifierNamed, soleValue } from '../../../compiler/checker/qualifiers.ts';
import { eachQualifierList } from '../../classes.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'key-static-false',
  severity: 'warning',
  group: 'qualifier',
  summary: 'The qualifiers key and static are left out where they do not hold.',
  why: 'Since Windows 8 mofcomp takes them for true where they are present, whatever their value.',
  source: 'mofcomp, registering-a-provider',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [key(FALSE)] uint8 Level;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};
`,
  },
  check: eachQualifierList(({ file, list }, report) => {
    for (const name of ['key', 'static']) {
      const qualifier = qualifierNamed(list, name);
      if (qualifier === undefined || !isFalse(qualifier)) continue;
      const written = qualifier.name.name;
      report({
        file,
        at: qualifier,
        message: `Since Windows 8 mofcomp takes ${written} for true where it is present, whatever its value, so ${written}(FALSE) means the opposite of what it says: leave the qualifier out.`,
        ...(list.qualifiers.length === 1 && {
          fixes: [
            suggestion(`Leave out [${written}(FALSE)]`, {
              file,
              start: list.start,
              end: list.end,
              text: '',
            }),
          ],
        }),
      });
    }
  }),
});

function isFalse(qualifier: Qualifier): boolean {
  const value = soleValue(qualifier.value);
  return value?.kind === 'BooleanValue' && !value.value;
}
