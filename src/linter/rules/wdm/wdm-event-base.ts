import { qualifierNamed } from '../../../compiler/checker/qualifiers.ts';
import { eachClass } from '../../classes.ts';
import { isDriverEvent } from '../../provided-classes.ts';
import { sampleEventBlock } from '../../wdm-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'wdm-event-base',
  severity: 'error',
  group: 'wdm',
  summary: 'An event class of a driver that derives from WMIEvent is not abstract.',
  why: 'A hierarchy of driver classes has one abstract base, and for events that is WMIEvent itself.',
  source: 'kernel/wmi-class-names-and-base-classes',
  examples: { bad: sampleEventBlock('abstract, '), good: sampleEventBlock('') },
  check: eachClass(({ symbol, info }, report) => {
    const { qualifiers, name } = symbol.node;
    const abstract = qualifierNamed(qualifiers, 'abstract');
    if (abstract === undefined || !info.isAbstract || !isDriverEvent(info.superclass)) return;
    report({
      file: symbol.file,
      at: abstract,
      message: `${name.name} derives from WMIEvent, which is the one abstract base that events of drivers may have: leave abstract out, and put what its subclasses share into it or into each of them.`,
    });
  }),
});
