import type { ArrayValue } from '../../../../grammar/mof/ast.ts';
import type { TextEdit } from '../../../diagnostics/diagnostic.ts';
import { withoutSid } from '../../creator-sid-samples.ts';
import { classNameOf, isSet, partsJoinedBy, type SidHolder } from '../../creator-sids.ts';
import { addProperty, suggestion } from '../../fixes.ts';
import { isWhole } from '../../readable.ts';
import { rule } from '../../rule.ts';
import { sampleBinding, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-partial',
  severity: 'warning',
  group: 'creator-sid',
  summary: 'CreatorSID is set on all three parts of a subscription, or on none.',
  why: 'Where it is missing WMI fills in the SID of the compiling user or of Administrators. Both have been seen, and either may differ from the SID on the other parts; then the subscription does not work.',
  source: 'receiving-events-securely; derived with values seen on real machines',
  fixes: ['suggestion'],
  examples: {
    bad: sampleSubscription({ binding: withoutSid(sampleBinding()) }),
    good: sampleSubscription(),
  },
  check: {
    binding(binding, report) {
      const parts = partsJoinedBy(binding);
      const model =
        parts.find(({ creatorSid }) => creatorSid.kind === 'sid') ??
        parts.find(({ creatorSid }) => isSet(creatorSid));
      if (model === undefined || model.creatorSid.kind === 'absent') return;
      const { assignment } = model.creatorSid;
      for (const part of parts) {
        const { creatorSid, instance, kind } = part;
        if (isSet(creatorSid) || !isWhole(instance)) continue;
        report({
          file: instance.file,
          at: creatorSid.kind === 'null' ? creatorSid.assignment : classNameOf(instance),
          message:
            `The ${model.kind} sets CreatorSID and this ${kind} does not. WMI then fills in the compiling user or ` +
            'Administrators (both have been seen), and the subscription works only if that happens to be the same ' +
            'SID: set it on all three parts.',
          related: [
            {
              file: model.instance.file,
              start: assignment.start,
              end: assignment.end,
              message: `set on the ${model.kind}`,
            },
          ],
          ...(model.creatorSid.kind === 'sid' && {
            fixes: [
              suggestion(
                `Set the ${model.kind}'s CreatorSID here too`,
                copyTo(part, model, model.creatorSid.value),
              ),
            ],
          }),
        });
      }
    },
  },
});

function copyTo(
  { creatorSid, instance }: SidHolder,
  model: SidHolder,
  { start, end }: ArrayValue,
): TextEdit {
  const text = `CreatorSID = ${model.instance.file.text.slice(start, end)};`;
  return creatorSid.kind === 'null'
    ? {
        file: instance.file,
        start: creatorSid.assignment.start,
        end: creatorSid.assignment.end,
        text,
      }
    : addProperty(instance, text);
}
