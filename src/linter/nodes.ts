/** The nodes of a file by their kinds: one walk for all rules that look at the syntax. */
import type { Document, Node, NodeKind } from '../../grammar/mof/ast.ts';
import { walk } from '../../grammar/mof/visit.ts';

type NodeOf<Kind extends NodeKind> = Extract<Node, { readonly kind: Kind }>;

const nodesByKind = new WeakMap<Document, ReadonlyMap<NodeKind, readonly Node[]>>();

/** All nodes of a kind, in the order of the text. */
export function nodesOf<Kind extends NodeKind>(
  document: Document,
  kind: Kind,
): readonly NodeOf<Kind>[] {
  let nodes = nodesByKind.get(document);
  if (nodes === undefined) nodesByKind.set(document, (nodes = collect(document)));
  // The list of a kind has nodes of that kind alone.
  return (nodes.get(kind) ?? []) as readonly NodeOf<Kind>[];
}

function collect(document: Document): ReadonlyMap<NodeKind, readonly Node[]> {
  const nodes = new Map<NodeKind, Node[]>();
  walk(document, (node) => {
    const list = nodes.get(node.kind);
    if (list === undefined) nodes.set(node.kind, [node]);
    else list.push(node);
  });
  return nodes;
}
