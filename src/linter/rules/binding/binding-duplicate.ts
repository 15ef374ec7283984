import { comparableKey } from '../../../../grammar/object-path/comparison.ts';
import type { Binding, EventConsumer, EventFilter, Reference } from '../../../compiler/model.ts';
import { instanceHead } from '../../binding-ends.ts';
import { rule } from '../../rule.ts';
import { sampleBinding, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'binding-duplicate',
  severity: 'warning',
  group: 'binding',
  summary: 'A filter and a consumer are bound once.',
  why:
    'Filter and Consumer are the keys of a binding: the second one replaces the first, with whatever it sets otherwise, ' +
    'or, where its references are spelt otherwise, the event may be delivered twice.',
  source: '--filtertoconsumerbinding (derived from its keys)',
  examples: {
    bad: sampleSubscription({ binding: `${sampleBinding()}\n\n${sampleBinding()}` }),
    good: sampleSubscription(),
  },
  check: {
    compilation({ bindings }, report) {
      const numberOf = numbering();
      const first = new Map<string, Binding>();
      for (const binding of bindings) {
        const ends = [
          endKey(binding, binding.filter, numberOf),
          endKey(binding, binding.consumer, numberOf),
        ];
        if (ends.includes(undefined)) continue;
        const key = [binding.instance.namespace.key, ...ends].join('\n');
        const earlier = first.get(key);
        if (earlier === undefined) {
          first.set(key, binding);
        } else if (earlier.instance.node !== binding.instance.node) {
          const { file, node } = binding.instance;
          report({
            file,
            at: node.className,
            message:
              'Another binding has the same Filter and the same Consumer, which are its key, so one of the two is in vain: ' +
              'keep one.',
            related: [instanceHead(earlier.instance, 'the first binding')],
          });
        }
      }
    },
  },
});

/** Equal for two ends that lead to one object; undefined for an end that leads nowhere. */
function endKey(
  { instance }: Binding,
  reference: Reference<EventFilter | EventConsumer>,
  numberOf: (node: object) => number,
): string | undefined {
  switch (reference.kind) {
    case 'alias':
    case 'path':
      return `#${numberOf(reference.target.instance.node)}`;
    case 'dangling-path':
      return comparableKey(reference.path, {
        namespace: instance.namespace.path,
        soleKey: 'Name',
        isLocalServer: () => true,
      });
    default:
      return undefined;
  }
}

function numbering(): (node: object) => number {
  const numbers = new Map<object, number>();
  return (node) => {
    const known = numbers.get(node);
    if (known !== undefined) return known;
    numbers.set(node, numbers.size);
    return numbers.size - 1;
  };
}
