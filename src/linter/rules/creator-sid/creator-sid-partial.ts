import { headOf, isSet, partsOfSubscription } from '../../creator-sids.ts';
import { withoutSid } from '../../creator-sid-samples.ts';
import { addProperty, suggestion } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleBinding, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-partial',
  severity: 'warning',
  group: 'creator-sid',
  summary: 'CreatorSID is set on all three parts of a subscription, or on none.',
  why: 'Where it is missing WMI fills in the SID of the compiling user or of Administrators. Both have been seen, and either may differ from the SID on the other parts; then the subscription does not work.',
  source: 'receiving-events-securely; derived with values seen on real machines',
  examples: {
    bad: sampleSubscription({ binding: withoutSid(sampleBinding()) }),
    good: sampleSubscription(),
  },
  check: {
    subscription(subscription, report) {
      const parts = partsOfSubscription(subscription);
      const model = parts.find(({ creatorSid }) => isSet(creatorSid));
      if (model === undefined || model.creatorSid.kind === 'absent') return;
      const { assignment } = model.creatorSid;
      const { file: modelFile } = model.instance;
      for (const { creatorSid, instance, kind } of parts) {
        if (isSet(creatorSid) || instance.node.incomplete === true) continue;
        const text = `CreatorSID = ${modelFile.text.slice((assignment.value ?? assignment).start, (assignment.value ?? assignment).end)};`;
        const copy =
          creatorSid.kind === 'null'
            ? {
                file: instance.file,
                start: creatorSid.assignment.start,
                end: creatorSid.assignment.end,
                text,
              }
            : addProperty(instance, text);
        report({
          file: instance.file,
          at: creatorSid.kind === 'null' ? creatorSid.assignment : headOf(instance),
          message:
            `The ${model.kind} sets CreatorSID and this ${kind} does not. WMI then fills in the compiling user or ` +
            'Administrators (both have been seen), and the subscription works only if that happens to be the same ' +
            'SID: set it on all three parts.',
          related: [
            {
              file: modelFile,
              start: assignment.start,
              end: assignment.end,
              message: `set on the ${model.kind}`,
            },
          ],
          fixes: [suggestion(`Set the ${model.kind}'s CreatorSID here too`, copy)],
        });
      }
    },
  },
});
