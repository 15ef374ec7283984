/** New aliases: those that something refers to already, and the customary one. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Binding, Reference } from '../../../src/compiler/model.ts';
import { exampleOf } from './examples.ts';
import type { Proposal } from './proposal.ts';
import { plainText } from './snippet.ts';
import { withFreshNames } from './templates.ts';
import type { Typing } from './typing.ts';

/** Names for a new instance of a class. */
export function newAliasProposals(typing: Typing, className: string): readonly Proposal[] {
  const { catalog, compilation, view } = typing;
  const bindings = compilation.bindings.filter(({ instance }) => instance.file === view.source);
  const missing = bindings.flatMap((binding) =>
    endsOf(binding).flatMap(([end, base]) =>
      end.kind === 'undefined-alias' && catalog.isA(className, base) ? [end.node.name] : [],
    ),
  );
  const customary = exampleOf(className)?.alias ?? className.replace(/^_+/, '');
  const fresh = plainText(
    withFreshNames(['$', { text: customary, name: customary }], view.parsed.document),
  );
  return [
    ...missing.map((name) => aliasProposal(name, 'a binding refers to it', 1)),
    aliasProposal(fresh, undefined, 2),
  ];
}

function endsOf({ filter, consumer }: Binding): readonly (readonly [Reference<object>, string])[] {
  return [
    [filter, '__EventFilter'],
    [consumer, '__EventConsumer'],
  ];
}

function aliasProposal(label: string, detail: string | undefined, rank: number): Proposal {
  return { label, kind: CompletionItemKind.Variable, detail, rank };
}
