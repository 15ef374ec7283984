import { qualifierNamed } from '../../../compiler/checker/qualifiers.ts';
import { eachQualifierList } from '../../classes.ts';
import { suggestion } from '../../fixes.ts';
import { sampleBlock } from '../../wdm-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wdm-timestamp-width',
  severity: 'error',
  group: 'wdm',
  summary: 'WmiTimeStamp stands at items of 64 bits only.',
  why: 'The time is a count of 100 nanoseconds since 1601 and does not fit into less.',
  source: 'kernel/wmi-property-qualifiers',
  fixes: ['suggestion'],
  examples: {
    bad: sampleBlock({
      items: [
        '[key, read] string InstanceName;',
        '[read] boolean Active;',
        '[WmiDataId(1), WmiTimeStamp, read] uint32 Taken;',
      ],
    }),
    good: sampleBlock({
      items: [
        '[key, read] string InstanceName;',
        '[read] boolean Active;',
        '[WmiDataId(1), WmiTimeStamp, read] uint64 Taken;',
      ],
    }),
  },
  check: eachQualifierList(({ file, list, carrier }, report) => {
    if (carrier.kind !== 'property') return;
    const qualifier = qualifierNamed(list, 'wmitimestamp');
    const { type, name } = carrier.node;
    const written = type.name.name;
    if (
      qualifier === undefined ||
      !/^(?:[us]int(?:8|16|32)|boolean|char16|real32)$/iu.test(written)
    )
      return;
    report({
      file,
      at: type,
      message: `${name.name} is a time stamp, a count of 100 nanoseconds since 1601, which ${written} cannot hold: write uint64.`,
      fixes: [
        suggestion('Write uint64', { file, start: type.start, end: type.end, text: 'uint64' }),
      ],
    });
  }),
});
