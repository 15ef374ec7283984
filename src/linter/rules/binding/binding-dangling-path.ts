import { comparableNamespace, keyText } from '../../../../grammar/object-path/comparison.ts';
import type { ObjectPath } from '../../../../grammar/object-path/parser.ts';
import { suggest } from '../../../../grammar/mof/suggest.ts';
import type { Compilation, InstanceSymbol } from '../../../compiler/model.ts';
import { describe, endsOf, instanceHead } from '../../binding-ends.ts';
import { isStockPath } from '../../known-good.ts';
import { rule } from '../../rule.ts';
import { sampleBinding, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'binding-dangling-path',
  severity: 'warning',
  group: 'binding',
  summary:
    'The path of a filter or a consumer should lead to an object of the files that are compiled together.',
  why:
    'A reference is a string that nobody checks: when the object is not there, WMI stores the binding and delivers ' +
    'nothing.',
  source: 'wmi-object-path-requirements, references',
  examples: {
    bad: sampleSubscription({
      binding: sampleBinding(
        '',
        String.raw`  Filter = "__EventFilter.Name=\"Services Filter\"";
  Consumer = $Consumer;
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};`,
      ),
    }),
    good: sampleSubscription(),
  },
  check: {
    binding(binding, report, compilation) {
      const { instance } = binding;
      for (const { property, reference } of endsOf(binding)) {
        if (reference.kind !== 'dangling-path') continue;
        const { node, path } = reference;
        const namespace = path.namespace?.text ?? instance.namespace.path;
        if (isStockPath(path, instance)) continue;
        const near = nearest(path, property, compilation);
        report({
          file: instance.file,
          at: node,
          message:
            `No file here creates the ${path.className.text} that this path names in ${comparableNamespace(namespace)}, and WMI does not ` +
            `check it, so the binding delivers nothing where the object is missing: ${adviceFor(near, property)}`,
          ...(near !== undefined && {
            related: [instanceHead(near, `${describe(near)} in ${near.namespace.path}`)],
          }),
        });
      }
    },
  },
});

function adviceFor(near: InstanceSymbol | undefined, property: string): string {
  return near === undefined
    ? `declare it, or name one that exists on the machine.`
    : `did you mean the ${property.toLowerCase()} ${describe(near)} in ${near.namespace.path}?`;
}

function nameIn({ keys }: ObjectPath): string {
  const [key] = keys;
  return key === undefined ? '' : keyText(key.value);
}

/** Comparing with more candidates would take longer than the advice is worth. */
const MAX_CANDIDATES = 200;

function nearest(
  path: ObjectPath,
  property: 'Filter' | 'Consumer',
  { filters, consumers }: Compilation,
): InstanceSymbol | undefined {
  const key = path.keys[0]?.name?.text.toLowerCase() ?? 'name';
  if (key !== 'name') return undefined;
  const candidates = property === 'Filter' ? filters : consumers;
  if (candidates.length > MAX_CANDIDATES) return undefined;
  const named = new Map(
    candidates.flatMap(({ name, instance }) =>
      name === undefined ? [] : [[name, instance] as const],
    ),
  );
  const wanted = nameIn(path);
  const same = [...named.keys()].find((name) => name.toLowerCase() === wanted.toLowerCase());
  const name = same ?? suggest(wanted, named.keys());
  return name === undefined ? undefined : named.get(name);
}
