import { eachClass } from '../../classes.ts';
import { isDriverEvent, isEmbeddedOnly, isOfDriver } from '../../provided-classes.ts';
import { sampleBlock } from '../../wdm-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wdm-instance-name',
  severity: 'error',
  group: 'wdm',
  summary: 'A class of a driver has [key] string InstanceName and boolean Active.',
  why: 'WMI fills them in for every data block; only classes that are embedded in others go without.',
  source: 'kernel/required-items-in-wmi-classes',
  examples: {
    bad: sampleBlock({ items: ['[WmiDataId(1), read] uint32 Level;'] }),
    good: sampleBlock(),
  },
  supersedes: ['class-without-key'],
  check: eachClass((declared, report) => {
    const { symbol, info, checked } = declared;
    if (!isOfDriver(symbol) || info.isAbstract || isEmbeddedOnly(declared)) return;
    if (!checked.table.isWhole(info, symbol) && !isDriverEvent(info.superclass)) return;
    const has = (name: string): boolean => checked.table.property(info, name, symbol) !== undefined;
    const instanceName = checked.table.property(info, 'InstanceName', symbol);
    const missing = [
      ...(instanceName === undefined ? ['[key, read] string InstanceName;'] : []),
      ...(has('Active') ? [] : ['[read] boolean Active;']),
    ];
    const { file, node } = symbol;
    if (missing.length > 0) {
      report({
        file,
        at: node.name,
        subject: symbol,
        message: `${node.name.name} is a class of a driver, and WMI needs its instances to have ${missing.length === 2 ? 'InstanceName and Active' : missing[0]?.includes('Active') === true ? 'Active' : 'InstanceName'}: add ${missing.join(' ')}`,
      });
    } else if (instanceName?.declaration !== undefined && !instanceName.isKey) {
      report({
        file: instanceName.declaration.file,
        at: instanceName.declaration.node.name,
        subject: symbol,
        message: `InstanceName is what WMI tells the instances of ${node.name.name} apart by: write [key, read] before it.`,
      });
    }
  }),
});
