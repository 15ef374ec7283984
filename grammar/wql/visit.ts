/** Walking the tree. */
import type { Node } from './ast.ts';

/** The nodes directly below a node, in source order but for clauses that stand in the wrong one. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'SelectQuery':
      return present(node.selection, node.className, node.within, node.where, node.group);
    case 'RelationQuery':
      return [...present(node.path), ...node.conditions];
    case 'RelationCondition':
      return present(node.name, node.value);
    case 'PropertyList':
      return node.properties;
    case 'PropertyPath':
      return node.names;
    case 'WithinClause':
      return present(node.interval);
    case 'WhereClause':
    case 'HavingClause':
    case 'ParenthesizedExpression':
      return present(node.expression);
    case 'GroupClause':
      return present(node.within, node.by, node.having);
    case 'LogicalExpression':
      return node.operands;
    case 'NotExpression':
    case 'NullTest':
      return present(node.operand);
    case 'Comparison':
      return present(node.left, node.operator, node.right);
    case 'IsaTest':
      return present(node.operand, node.className);
    case 'BracedPath':
    case 'Identifier':
    case 'AllProperties':
    case 'Operator':
    case 'StringLiteral':
    case 'IntegerLiteral':
    case 'RealLiteral':
    case 'BooleanLiteral':
    case 'NullLiteral':
      return [];
  }
}

function present(...nodes: readonly (Node | undefined)[]): readonly Node[] {
  return nodes.filter((node) => node !== undefined);
}

/** Calls `visit` for a node and all nodes below it, parents first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of childrenOf(node)) walk(child, visit);
}
