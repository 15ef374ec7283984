import type { Binding, InstanceSymbol } from '../../../compiler/model.ts';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import { type BindingEnd, endsOf, instanceHead } from '../../binding-ends.ts';
import { rule } from '../../rule.ts';
import { sampleBinding, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'binding-prefer-alias',
  severity: 'info',
  preset: 'strict',
  group: 'binding',
  summary: 'An object of the same file is referred to by its alias.',
  why: 'The compiler checks an alias. A path is a string that nobody checks, and that a renamed filter leaves behind.',
  source: 'references',
  fixes: ['suggestion'],
  examples: {
    bad: sampleSubscription({
      binding: sampleBinding(
        '',
        String.raw`  Filter = "__EventFilter.Name=\"Service Filter\"";
  Consumer = $Consumer;
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};`,
      ),
    }),
    good: sampleSubscription(),
  },
  check: {
    binding(binding, report) {
      for (const end of endsOf(binding)) {
        const target = neighbour(binding, end);
        if (target === undefined || end.reference.kind !== 'path') continue;
        const { node } = end.reference;
        const alias = target.node.alias?.name;
        report({
          file: binding.instance.file,
          at: node,
          message:
            'This object is in the same file, and nobody checks a path: ' +
            (alias === undefined
              ? `write "as $" and a name behind its class, and that alias here.`
              : `write ${alias}.`),
          related: [instanceHead(target, 'the object')],
          ...(alias !== undefined && { fixes: [fixOf(binding, node, alias)] }),
        });
      }
    },
  },
});

/** The object of an end that is a path, in the same file and namespace, where an alias could be written. */
function neighbour({ instance }: Binding, { reference }: BindingEnd): InstanceSymbol | undefined {
  if (reference.kind !== 'path' || !isLocal(reference.path.server?.text)) return undefined;
  const target = reference.target.instance;
  return target.unit === instance.unit && target.namespace.key === instance.namespace.key
    ? target
    : undefined;
}

function isLocal(server: string | undefined): boolean {
  return server === undefined || server === '.' || server.toLowerCase() === 'localhost';
}

/** A judgement, because the stored reference changes its spelling, and with it the key of the binding. */
function fixOf(
  { instance: { file } }: Binding,
  { start, end }: { readonly start: number; readonly end: number },
  alias: string,
): Fix {
  return {
    title: `Write ${alias}`,
    safety: 'suggestion',
    edits: [{ file, start, end, text: alias }],
  };
}
