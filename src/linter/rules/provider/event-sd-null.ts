import type { Identifier } from '../../../../grammar/mof/ast.ts';
import { checkedOf } from '../../../compiler/checker/checker.ts';
import { nodesOf } from '../../nodes.ts';
import { sampleAlarm, subscribeDescriptor } from '../../provider-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'event-sd-null',
  severity: 'info',
  preset: 'strict',
  group: 'provider',
  summary: 'The descriptor of an event that is to be kept from some is not NULL.',
  why: 'An event whose SECURITY_DESCRIPTOR is NULL can be received by anyone who may subscribe.',
  source: 'providing-events-securely',
  examples: {
    bad: sampleAlarm('NULL'),
    good: sampleAlarm(subscribeDescriptor),
  },
  check: {
    compilation(compilation, report) {
      if (compilation.files.every(({ document }) => nodesOf(document, 'NullValue').length === 0))
        return;
      const { objects, table } = checkedOf(compilation);
      for (const { instance, node, info, isEmbedded } of objects) {
        if (isEmbedded || info === undefined) continue;
        const assignment = node.properties.find(({ name }) => isDescriptor(name));
        if (assignment?.value?.kind !== 'NullValue') continue;
        if (table.derives(info, '__Event', instance) !== true) continue;
        report({ file: instance.file, at: assignment.value, message: advice });
      }
      for (const symbol of compilation.classes) {
        if (table.derives(table.infoOf(symbol), '__Event', symbol) !== true) continue;
        const property = symbol.node.members.find(({ name }) => isDescriptor(name));
        if (property?.kind !== 'PropertyDeclaration') continue;
        if (property.defaultValue?.kind !== 'NullValue') continue;
        report({ file: symbol.file, at: property.defaultValue, message: advice });
      }
    },
  },
});

const advice =
  'Anyone who may subscribe receives an event whose SECURITY_DESCRIPTOR is NULL: if its content is not for everybody, give it the bytes of a descriptor that grants 0x40 (WBEM_RIGHT_SUBSCRIBE) to those who may see it.';

function isDescriptor({ name }: Identifier): boolean {
  return name.toLowerCase() === 'security_descriptor';
}
