import type { InstanceSymbol } from '../../../compiler/model.ts';
import { sampleWithoutSids } from '../../creator-sid-samples.ts';
import { type SidHolder, headOf, isSet, partsOfSubscription } from '../../creator-sids.ts';
import { addProperty, administratorsArray, suggestion } from '../../fixes.ts';
import { type Report, rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-absent',
  severity: 'info',
  group: 'creator-sid',
  summary: 'A subscription says who its creator is.',
  why: 'Without CreatorSID WMI decides. The SID of the user who compiled the file has been seen; if that is a domain account, the consumer fails while the machine is off the network.',
  source: 'receiving-events-securely; values seen on real machines',
  examples: { bad: sampleWithoutSids, good: sampleSubscription() },
  check: {
    subscription(subscription, report) {
      const parts = partsOfSubscription(subscription);
      if (parts.every(({ creatorSid }) => !isSet(creatorSid))) {
        reportParts(subscription.binding.instance, parts, report);
      }
    },
    filter: reportAlone,
    consumer: reportAlone,
  },
});

/** A part that no binding of the run names. */
function reportAlone(holder: SidHolder, report: Report): void {
  const unbound = holder.kind !== 'binding' && holder.bindings.length === 0;
  // What is called a consumer by its name only may have no such property.
  const certain = holder.kind !== 'consumer' || holder.standardClass !== undefined;
  if (unbound && certain && !isSet(holder.creatorSid)) {
    reportParts(holder.instance, [holder], report);
  }
}

function reportParts(instance: InstanceSymbol, parts: readonly SidHolder[], report: Report): void {
  if (parts.some((part) => part.instance.node.incomplete === true)) return;
  const edits = parts
    .filter(({ creatorSid }) => creatorSid.kind === 'absent')
    .map((part) => addProperty(part.instance, `CreatorSID = ${administratorsArray};`));
  const where =
    parts.length > 1
      ? 'No part of this subscription has a CreatorSID'
      : 'There is no CreatorSID here';
  report({
    file: instance.file,
    at: headOf(instance),
    message:
      `${where}, so WMI chooses one. The compiling user has been seen; a domain account makes the consumer fail ` +
      'while the machine is off the network. Write the SID of BUILTIN\\Administrators on all three parts.',
    ...(edits.length === parts.length && {
      fixes: [suggestion('Set the SID of BUILTIN\\Administrators', ...edits)],
    }),
  });
}
