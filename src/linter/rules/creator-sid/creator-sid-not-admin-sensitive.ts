import { describeSid } from '../../../security/well-known-sids.ts';
import { sampleWithSid } from '../../creator-sid-samples.ts';
import { creatorsOf, otherPlaces, unfitFor, writeAdministrators } from '../../creator-sids.ts';
import { rule } from '../../rule.ts';
import { commandLineConsumer, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'creator-sid-not-admin-sensitive',
  severity: 'error',
  group: 'creator-sid',
  summary:
    'The creator of a script or command line consumer must be one that can be a local administrator.',
  why: 'ActiveScriptEventConsumer and CommandLineEventConsumer do not work unless their creator is a member of the local Administrators group. WMI checks it when an event arrives, so the file compiles and nothing ever happens.',
  source: 'binding-an-event-filter-with-a-logical-consumer; receiving-events-securely',
  fixes: ['suggestion'],
  examples: {
    bad: sampleWithSid('{1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0}', { consumer: commandLineConsumer }),
    good: sampleSubscription({ consumer: commandLineConsumer }),
  },
  check: {
    compilation(compilation, report) {
      for (const creator of creatorsOf(compilation)) {
        if (unfitFor(creator) !== 'sensitive') continue;
        const { arrays } = creator;
        const shown = arrays.find(({ holder }) => holder.kind === 'consumer') ?? arrays[0];
        report({
          file: shown.holder.instance.file,
          at: shown.value,
          message: `The creator is ${describeSid(creator.sid)}, which is never a local administrator, and ${creator.consumerClass ?? 'this consumer'} does nothing for any other creator. Write the SID of BUILTIN\\Administrators on filter, consumer and binding.`,
          subject: creator,
          related: otherPlaces(arrays, shown),
          fixes: [writeAdministrators(arrays)],
        });
      }
    },
  },
});
