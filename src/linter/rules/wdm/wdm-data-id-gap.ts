import { eachClass } from '../../classes.ts';
import { dataIdsOf } from '../../provided-classes.ts';
import { sampleBlock } from '../../wdm-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wdm-data-id-gap',
  severity: 'error',
  group: 'wdm',
  summary: 'The items of a data block are numbered from 1 without a gap.',
  why: 'WmiDataId is the order in which the driver packs the items; with a gap or a number twice WMI cannot take the block apart.',
  source: 'kernel/wmi-property-qualifiers',
  examples: {
    bad: sampleBlock({
      items: [
        '[key, read] string InstanceName;',
        '[read] boolean Active;',
        '[WmiDataId(1), read] uint32 Level;',
        '[WmiDataId(3), read] uint32 Limit;',
      ],
    }),
    good: sampleBlock(),
  },
  check: eachClass(({ symbol }, report) => {
    const ids = dataIdsOf(symbol);
    if (ids.length === 0 || ids.some(({ id }) => id === undefined)) return;
    const seen = new Set<bigint>();
    for (const { qualifier, id } of ids) {
      if (id === undefined) continue;
      if (seen.has(id)) {
        report({
          file: symbol.file,
          at: qualifier,
          subject: symbol,
          message: `Two items of ${symbol.name} have the number ${id}, so WMI cannot tell where in the block each is: number the items 1, 2, 3 and so on.`,
        });
        return;
      }
      seen.add(id);
    }
    const wrong = ids.find(({ id }) => id !== undefined && (id < 1n || id > BigInt(ids.length)));
    if (wrong === undefined) return;
    let expected = 1n;
    while (seen.has(expected)) expected++;
    report({
      file: symbol.file,
      at: wrong.qualifier,
      subject: symbol,
      message: `No item of ${symbol.name} has the number ${expected}, and WmiDataId must count from 1 without a gap, because it is the order of the items in the block: number the items 1, 2, 3 and so on.`,
    });
  }),
});
