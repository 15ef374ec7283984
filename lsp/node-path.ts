/** Which nodes stand at a place. */
import type { Document, Node, NodeKind } from '../grammar/mof/ast.ts';
import { childrenOf } from '../grammar/mof/visit.ts';

/**
 * The nodes around an offset, the document first and the smallest last. A node also has the offset right behind it,
 * where the cursor stands after typing it; where two nodes touch, the one that begins there is meant.
 */
export function nodePathAt(document: Document, offset: number): readonly Node[] {
  const path: Node[] = [document];
  let next: Node | undefined = document;
  while (next !== undefined) {
    next = childAt(next, offset);
    if (next !== undefined) path.push(next);
  }
  return path;
}

/** The children may be many: an item is found by bisection, as they stand in the order of the text. */
function childAt(node: Node, offset: number): Node | undefined {
  const children = childrenOf(node);
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const child = children[low - 1];
  if (child !== undefined && offset <= child.end) return child;
  return undefined;
}

/** The innermost node of a kind in a path. */
export function innermost<Kind extends NodeKind>(
  path: readonly Node[],
  ...kinds: readonly Kind[]
): Extract<Node, { readonly kind: Kind }> | undefined {
  return path.findLast((node): node is Extract<Node, { readonly kind: Kind }> =>
    kinds.some((kind) => kind === node.kind),
  );
}
