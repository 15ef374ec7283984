import { eachClass } from '../../classes.ts';
import { dataIdsOf, isOfDriver } from '../../provided-classes.ts';
import { sampleBlock } from '../../wdm-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wdm-extra-key',
  severity: 'error',
  group: 'wdm',
  summary: 'Only InstanceName is a key in a class of a driver.',
  why: 'WMI tells the instances of a data block apart by this name and by nothing else.',
  source: 'kernel/wmi-property-qualifiers',
  examples: {
    bad: sampleBlock({
      items: [
        '[key, read] string InstanceName;',
        '[read] boolean Active;',
        '[key, WmiDataId(1), read] uint32 Level;',
      ],
    }),
    good: sampleBlock(),
  },
  check: eachClass(({ symbol, info }, report) => {
    if (!isOfDriver(symbol) && dataIdsOf(symbol).length === 0) return;
    for (const { name, declaration } of info.keys) {
      if (name.toLowerCase() === 'instancename' || declaration === undefined) continue;
      report({
        file: symbol.file,
        at: declaration.node.name,
        message: `In a class of a driver only InstanceName may be a key, because that is how WMI tells its instances apart: take key away from ${name}.`,
      });
    }
  }),
});
