import { targetOf } from '../../../compiler/subscriptions.ts';
import type { Binding, InstanceSymbol } from '../../../compiler/model.ts';
import { describe, instanceHead } from '../../binding-ends.ts';
import { rule } from '../../rule.ts';
import { sampleBinding, sampleConsumer, sampleFilter, sampleSubscription } from '../../samples.ts';

const elsewhere = String.raw`#pragma autorecover
#pragma namespace("\\\\.\\root\\cimv2")`;
const home = String.raw`#pragma namespace("\\\\.\\root\\subscription")`;

export default rule({
  name: 'binding-filter-consumer-namespace',
  severity: 'warning',
  group: 'binding',
  summary: 'The filter, the consumer and the binding are in one namespace.',
  why:
    'Events of other namespaces are what EventNamespace of the filter is for. References across namespaces are supported ' +
    'in a limited way only.',
  source:
    'implementing-cross-namespace-permanent-event-subscriptions, declaring-an-association-class',
  examples: {
    bad: sampleSubscription({
      pragmas: elsewhere,
      filter: sampleFilter,
      consumer: `${home}\n\n${sampleConsumer}`,
      binding: sampleBinding(
        '',
        String.raw`  Filter = "\\\\.\\root\\cimv2:__EventFilter.Name=\"Service Filter\"";
  Consumer = $Consumer;
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};`,
      ),
    }),
    good: sampleSubscription(),
  },
  check: {
    binding(binding, report) {
      const strangers = strangersTo(binding);
      const [stranger] = strangers;
      if (stranger === undefined) return;
      const { instance } = binding;
      report({
        file: instance.file,
        at: stranger.node,
        message:
          `${describe(stranger.instance)} is in ${stranger.instance.namespace.path} and the binding in ${instance.namespace.path}; WMI has ` +
          'only limited support for references across namespaces: put the filter, the consumer and the binding into ' +
          'root\\subscription, and say with EventNamespace of the filter where the events come from.',
        related: strangers.map(({ instance: part }) =>
          instanceHead(part, `in ${part.namespace.path}`),
        ),
      });
    },
  },
});

interface Stranger {
  readonly node: { readonly start: number; readonly end: number };
  readonly instance: InstanceSymbol;
}

/** The ends in another namespace than the binding; none when one of them is an alias, of which alias-other-namespace speaks. */
function strangersTo({ instance, filter, consumer }: Binding): readonly Stranger[] {
  const strangers: Stranger[] = [];
  for (const reference of [filter, consumer]) {
    const target = targetOf<{ readonly instance: InstanceSymbol }>(reference)?.instance;
    if (target === undefined || target.namespace.key === instance.namespace.key) continue;
    if (reference.kind === 'alias') return [];
    if (reference.kind === 'path') strangers.push({ node: reference.node, instance: target });
  }
  return strangers;
}
