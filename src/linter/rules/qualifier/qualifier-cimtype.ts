import { qualifierNamed } from '../../../compiler/checker/qualifiers.ts';
import { eachQualifierList } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'qualifier-cimtype',
  severity: 'error',
  group: 'qualifier',
  summary: 'The CIMTYPE qualifier is not written by hand.',
  why: 'mofcomp makes it from the type of the declaration, and refuses a file that sets it, even to the right type.',
  source: 'wmi-error-constants',
  hresult: '0x8004401A',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [CIMTYPE("uint8")] uint8 Level;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [Description("What was read")] uint8 Level;
};
`,
  },
  check: eachQualifierList(({ file, list }, report) => {
    const qualifier = qualifierNamed(list, 'cimtype');
    if (qualifier === undefined) return;
    report({
      file,
      at: qualifier,
      message:
        'mofcomp makes CIMTYPE from the type of the declaration and refuses it in the text: leave it out.',
    });
  }),
});
