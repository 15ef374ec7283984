import type { Binding, InstanceSymbol } from '../../../compiler/model.ts';
import { sampleWithoutSids } from '../../creator-sid-samples.ts';
import { classNameOf, isSet, partsJoinedBy, type SidHolder } from '../../creator-sids.ts';
import { addProperty, administratorsArray, suggestion } from '../../fixes.ts';
import { isWhole } from '../../readable.ts';
import { type Report, rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-absent',
  severity: 'info',
  group: 'creator-sid',
  summary: 'A subscription says who its creator is.',
  why: 'Without CreatorSID WMI decides. The SID of the user who compiled the file has been seen; if that is a domain account, the consumer fails while the machine is off the network.',
  source: 'receiving-events-securely; values seen on real machines',
  fixes: ['suggestion'],
  examples: { bad: sampleWithoutSids, good: sampleSubscription() },
  check: {
    binding(binding, report) {
      const parts = partsJoinedBy(binding);
      if (leadsSomewhere(binding) && parts.every(({ creatorSid }) => !isSet(creatorSid))) {
        reportParts(binding.instance, parts, report);
      }
    },
    filter: reportAlone,
    consumer: reportAlone,
  },
});

/** True when nothing is wrong with either end, though its object may be declared elsewhere. */
function leadsSomewhere({ filter, consumer }: Binding): boolean {
  return [filter, consumer].every(
    ({ kind }) => kind === 'alias' || kind === 'path' || kind === 'dangling-path',
  );
}

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
  if (!parts.every((part) => isWhole(part.instance))) return;
  const edits = parts
    .filter(({ creatorSid }) => creatorSid.kind === 'absent')
    .map((part) => addProperty(part.instance, `CreatorSID = ${administratorsArray};`));
  const where =
    parts.length > 1
      ? `No part of this subscription ${parts.length === 3 ? '' : 'that is declared here '}has a CreatorSID`
      : 'There is no CreatorSID here';
  report({
    file: instance.file,
    at: classNameOf(instance),
    message:
      `${where}, so WMI chooses one: on real machines, the SID of whoever compiles the file. If that is a domain account, the ` +
      'consumer fails while the machine is off the network. Write the SID of BUILTIN\\Administrators on all three parts.',
    ...(edits.length === parts.length && {
      fixes: [suggestion('Set the SID of BUILTIN\\Administrators', ...edits)],
    }),
  });
}
