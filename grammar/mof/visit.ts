/** Walking the tree. */
import type { Node } from './ast.ts';

/** Calls `visit` for the nodes directly below a node, in source order. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  switch (node.kind) {
    case 'Document':
      return visitEach(node.items, visit);
    case 'Pragma':
      visit(node.name);
      return visitEach(node.arguments ?? [], visit);
    case 'Include':
      return visitSome(node.path, visit);
    case 'QualifierDeclaration':
      visit(node.name);
      visitSome(node.type, visit);
      visitSome(node.array, visit);
      visitSome(node.defaultValue, visit);
      visitEach(node.scopes, visit);
      return visitEach(node.flavors, visit);
    case 'ClassDeclaration':
      visitSome(node.qualifiers, visit);
      visit(node.name);
      visitSome(node.alias, visit);
      visitSome(node.superclass, visit);
      return visitEach(node.members, visit);
    case 'InstanceValue':
      visit(node.className);
      visitSome(node.alias, visit);
      return visitEach(node.properties, visit);
    case 'InstanceDeclaration':
      visitSome(node.qualifiers, visit);
      visit(node.className);
      visitSome(node.alias, visit);
      return visitEach(node.properties, visit);
    case 'PropertyDeclaration':
    case 'Parameter':
      visitSome(node.qualifiers, visit);
      visit(node.type);
      visit(node.name);
      visitSome(node.array, visit);
      return visitSome(node.defaultValue, visit);
    case 'MethodDeclaration':
      visitSome(node.qualifiers, visit);
      visit(node.returnType);
      visitSome(node.returnArray, visit);
      visit(node.name);
      return visitEach(node.parameters, visit);
    case 'PropertyAssignment':
      visitSome(node.qualifiers, visit);
      visit(node.name);
      return visitSome(node.value, visit);
    case 'TypeReference':
      return visit(node.name);
    case 'ArraySuffix':
      return visitSome(node.size, visit);
    case 'QualifierList':
      return visitEach(node.qualifiers, visit);
    case 'Qualifier':
      visit(node.name);
      visitSome(node.value, visit);
      return visitEach(node.flavors, visit);
    case 'UnsupportedDeclaration':
      return visit(node.keyword);
    case 'StringValue':
      return visitEach(node.pieces, visit);
    case 'ArrayValue':
      return visitEach(node.elements, visit);
    case 'PreprocessorLine':
    case 'Identifier':
    case 'Alias':
    case 'StringPiece':
    case 'CharValue':
    case 'IntegerValue':
    case 'RealValue':
    case 'BooleanValue':
    case 'NullValue':
    case 'NameValue':
  }
}

function visitSome(child: Node | undefined, visit: (child: Node) => void): void {
  if (child !== undefined) visit(child);
}

function visitEach(children: readonly Node[], visit: (child: Node) => void): void {
  for (const child of children) visit(child);
}

/** The nodes directly below a node, in source order. */
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
