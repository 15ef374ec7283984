import { qualifierNamed } from '../../../compiler/checker/qualifiers.ts';
import { eachQualifierList } from '../../classes.ts';
import { suggestion } from '../../fixes.ts';
import { sampleBlock } from '../../wdm-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wdm-sizeis-scalar',
  severity: 'error',
  group: 'wdm',
  summary: 'WmiSizeIs stands at arrays only.',
  why: 'It names the item that holds the number of elements, and a single value has none.',
  source: 'kernel/wmi-property-qualifiers',
  fixes: ['suggestion'],
  examples: {
    bad: sampleBlock({
      items: [
        '[key, read] string InstanceName;',
        '[read] boolean Active;',
        '[WmiDataId(1), read] uint32 Count;',
        '[WmiDataId(2), WmiSizeIs("Count"), read] uint32 Levels;',
      ],
    }),
    good: sampleBlock({
      items: [
        '[key, read] string InstanceName;',
        '[read] boolean Active;',
        '[WmiDataId(1), read] uint32 Count;',
        '[WmiDataId(2), WmiSizeIs("Count"), read] uint32 Levels[];',
      ],
    }),
  },
  check: eachQualifierList(({ file, list, carrier }, report) => {
    if (carrier.kind !== 'property' || carrier.node.array !== undefined) return;
    const qualifier = qualifierNamed(list, 'wmisizeis');
    if (qualifier === undefined) return;
    const { name } = carrier.node;
    report({
      file,
      at: qualifier,
      message: `${name.name} is a single value, and WmiSizeIs tells how many elements an array has: write ${name.name}[], or leave WmiSizeIs out.`,
      fixes: [
        suggestion(`Write ${name.name}[]`, { file, start: name.end, end: name.end, text: '[]' }),
      ],
    });
  }),
});
