/** Walking the tree. */
import type { Node } from './ast.ts';

/** Calls `visit` for the nodes directly below a node, in source order. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  const some = (child: Node | undefined): void => {
    if (child !== undefined) visit(child);
  };
  const each = (children: readonly Node[]): void => {
    for (const child of children) visit(child);
  };
  switch (node.kind) {
    case 'Document':
      return each(node.items);
    case 'Pragma':
      visit(node.name);
      return each(node.arguments ?? []);
    case 'Include':
      return some(node.path);
    case 'QualifierDeclaration':
      visit(node.name);
      some(node.type);
      some(node.array);
      some(node.defaultValue);
      each(node.scopes);
      return each(node.flavors);
    case 'ClassDeclaration':
      some(node.qualifiers);
      visit(node.name);
      some(node.alias);
      some(node.superclass);
      return each(node.members);
    case 'InstanceValue':
      visit(node.className);
      some(node.alias);
      return each(node.properties);
    case 'InstanceDeclaration':
      some(node.qualifiers);
      visit(node.className);
      some(node.alias);
      return each(node.properties);
    case 'PropertyDeclaration':
    case 'Parameter':
      some(node.qualifiers);
      visit(node.type);
      visit(node.name);
      some(node.array);
      return some(node.defaultValue);
    case 'MethodDeclaration':
      some(node.qualifiers);
      visit(node.returnType);
      some(node.returnArray);
      visit(node.name);
      return each(node.parameters);
    case 'PropertyAssignment':
      some(node.qualifiers);
      visit(node.name);
      return some(node.value);
    case 'TypeReference':
      return visit(node.name);
    case 'ArraySuffix':
      return some(node.size);
    case 'QualifierList':
      return each(node.qualifiers);
    case 'Qualifier':
      visit(node.name);
      some(node.value);
      return each(node.flavors);
    case 'UnsupportedDeclaration':
      return visit(node.keyword);
    case 'StringValue':
      return each(node.pieces);
    case 'ArrayValue':
      return each(node.elements);
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

/** The nodes directly below a node, in source order. */
export function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  forEachChild(node, (child) => children.push(child));
  return children;
}

/** Calls `visit` for a node and all nodes below it, parents first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  forEachChild(node, (child) => walk(child, visit));
}
