import type { Pragma } from '../../../../grammar/mof/ast.ts';
import { administratorsArray } from '../../fixes.ts';
import { rule } from '../../rule.ts';
import { sampleSubscription } from '../../samples.ts';
import { partsOf } from '../../subscription-parts.ts';

/** A consumer of a class that may be anywhere; those of Windows have a rule of their own. */
const ownConsumer = `class Sample_Consumer : __EventConsumer
{
  [key] string Name;
};

instance of Sample_Consumer as $Consumer
{
  Name = "Service Consumer";
  CreatorSID = ${administratorsArray};
};`;

export default rule({
  name: 'subscription-namespace',
  severity: 'info',
  group: 'binding',
  summary: 'Permanent subscriptions belong in root\\subscription.',
  why: 'There the standard consumers are and there people look. EventNamespace of the filter says where the events come from.',
  source: 'implementing-cross-namespace-permanent-event-subscriptions',
  examples: {
    bad: sampleSubscription({
      pragmas: String.raw`#pragma autorecover
#pragma namespace("\\\\.\\root\\cimv2")`,
      consumer: ownConsumer,
    }),
    good: sampleSubscription(),
  },
  check: {
    compilation(compilation, report) {
      const seen = new Set<Pragma>();
      for (const { namespace } of partsOf(compilation)) {
        const { pragma, key, path } = namespace;
        if (pragma === undefined || key === 'root\\subscription' || seen.has(pragma.node)) continue;
        seen.add(pragma.node);
        report({
          file: pragma.file,
          at: pragma.node.arguments?.[0] ?? pragma.node,
          subject: pragma.node,
          message:
            `Parts of a subscription go to ${path}; the recommended place is root\\subscription, and EventNamespace of the ` +
            'filter says where the events come from: write "\\\\\\\\.\\\\root\\\\subscription" for them.',
        });
      }
    },
  },
});
