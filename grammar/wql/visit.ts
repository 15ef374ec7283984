/** Walking the tree. */
import type { Node } from './ast.ts';

/** Calls `visit` for the nodes directly below a node, in source order but for clauses that stand in the wrong one. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  switch (node.kind) {
    case 'SelectQuery':
      visitSome(node.selection, visit);
      visitSome(node.className, visit);
      visitSome(node.within, visit);
      visitSome(node.where, visit);
      return visitSome(node.group, visit);
    case 'RelationQuery':
      visitSome(node.path, visit);
      return visitEach(node.conditions, visit);
    case 'RelationCondition':
      visit(node.name);
      return visitSome(node.value, visit);
    case 'PropertyList':
      return visitEach(node.properties, visit);
    case 'PropertyPath':
      return visitEach(node.names, visit);
    case 'WithinClause':
      return visitSome(node.interval, visit);
    case 'WhereClause':
    case 'HavingClause':
    case 'ParenthesizedExpression':
      return visitSome(node.expression, visit);
    case 'GroupClause':
      visitSome(node.within, visit);
      visitSome(node.by, visit);
      return visitSome(node.having, visit);
    case 'LogicalExpression':
      return visitEach(node.operands, visit);
    case 'NotExpression':
    case 'NullTest':
      return visitSome(node.operand, visit);
    case 'Comparison':
      visitSome(node.left, visit);
      visitSome(node.operator, visit);
      return visitSome(node.right, visit);
    case 'IsaTest':
      visitSome(node.operand, visit);
      return visitSome(node.className, visit);
    case 'BracedPath':
    case 'Identifier':
    case 'AllProperties':
    case 'Operator':
    case 'StringLiteral':
    case 'IntegerLiteral':
    case 'RealLiteral':
    case 'BooleanLiteral':
    case 'NullLiteral':
  }
}

function visitSome(child: Node | undefined, visit: (child: Node) => void): void {
  if (child !== undefined) visit(child);
}

function visitEach(children: readonly Node[], visit: (child: Node) => void): void {
  for (const child of children) visit(child);
}

/** The nodes directly below a node, in the same order. */
export function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  forEachChild(node, (child) => children.push(child));
  return children;
}

/** Calls `visit` for a node and all nodes below it, parents first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  const descend = (current: Node): void => {
    visit(current);
    forEachChild(current, descend);
  };
  descend(node);
}
