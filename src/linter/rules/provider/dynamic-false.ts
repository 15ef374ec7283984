import { hasFlag, qualifierNamed } from '../../../compiler/checker/qualifiers.ts';
import { eachClass } from '../../classes.ts';
import { suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'dynamic-false',
  severity: 'error',
  group: 'provider',
  summary: 'Dynamic is TRUE or absent.',
  why: 'The qualifier must be TRUE where it is used: a class is static by not having it.',
  source: 'dynamic-qualifier',
  fixes: ['suggestion'],
  examples: {
    bad: `[Dynamic(FALSE), Provider("Sample Provider")]
class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};
`,
    good: `[Dynamic, Provider("Sample Provider")]
class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};
`,
  },
  check: eachClass(({ symbol }, report) => {
    const { qualifiers } = symbol.node;
    const dynamic = qualifierNamed(qualifiers, 'dynamic');
    if (dynamic?.value === undefined || hasFlag(qualifiers, 'dynamic')) return;
    report({
      file: symbol.file,
      at: dynamic,
      subject: symbol,
      message: `Dynamic must be TRUE, and a static class does not have it: write Dynamic for a class whose instances are provided, or leave it out.`,
      fixes: [
        suggestion('Write Dynamic', {
          file: symbol.file,
          start: dynamic.name.end,
          end: dynamic.value.end + (symbol.file.text[dynamic.value.end] === ')' ? 1 : 0),
          text: '',
        }),
      ],
    });
  }),
});
