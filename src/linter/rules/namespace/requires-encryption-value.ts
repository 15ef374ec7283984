import { qualifierNamed, soleValue } from '../../../compiler/checker/qualifiers.ts';
import { isUnknown } from '../../../compiler/checker/value-problems.ts';
import { eachQualifierList } from '../../classes.ts';
import { replaceValue, suggestion } from '../../fixes.ts';
import { sampleEncryption } from '../../namespace-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'requires-encryption-value',
  severity: 'error',
  group: 'namespace',
  summary: 'RequiresEncryption is TRUE or FALSE.',
  why: 'The qualifier is a boolean. Of another type it does not make WMI ask for encryption.',
  source: 'requiring-an-encrypted-connection-to-a-namespace',
  fixes: ['suggestion'],
  examples: {
    bad: sampleEncryption('RequiresEncryption("yes")'),
    good: sampleEncryption('RequiresEncryption(TRUE)'),
  },
  check: eachQualifierList(({ file, list }, report) => {
    const qualifier = qualifierNamed(list, 'requiresencryption');
    const value = soleValue(qualifier?.value);
    if (value === undefined || value.kind === 'BooleanValue' || isUnknown(value)) return;
    report({
      file,
      at: value,
      message:
        'RequiresEncryption is a boolean, and WMI asks for no encryption for another value: write RequiresEncryption(TRUE).',
      fixes: [suggestion('Write TRUE', replaceValue(file, value, 'TRUE'))],
    });
  }),
});
