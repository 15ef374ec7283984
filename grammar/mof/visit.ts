/** Walking the tree. */
import type { Node } from './ast.ts';

/** The nodes directly below a node, in source order. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'Document':
      return node.items;
    case 'Pragma':
      return [node.name, ...(node.arguments ?? [])];
    case 'Include':
      return present(node.path);
    case 'QualifierDeclaration':
      return [
        node.name,
        ...present(node.type, node.array, node.defaultValue),
        ...node.scopes,
        ...node.flavors,
      ];
    case 'ClassDeclaration':
      return [
        ...present(node.qualifiers),
        node.name,
        ...present(node.alias, node.superclass),
        ...node.members,
      ];
    case 'InstanceValue':
      return [node.className, ...present(node.alias), ...node.properties];
    case 'InstanceDeclaration':
      return [
        ...present(node.qualifiers),
        node.className,
        ...present(node.alias),
        ...node.properties,
      ];
    case 'PropertyDeclaration':
    case 'Parameter':
      return [
        ...present(node.qualifiers),
        node.type,
        node.name,
        ...present(node.array, node.defaultValue),
      ];
    case 'MethodDeclaration':
      return [
        ...present(node.qualifiers),
        node.returnType,
        ...present(node.returnArray),
        node.name,
        ...node.parameters,
      ];
    case 'PropertyAssignment':
      return [...present(node.qualifiers), node.name, ...present(node.value)];
    case 'TypeReference':
      return [node.name];
    case 'ArraySuffix':
      return present(node.size);
    case 'QualifierList':
      return node.qualifiers;
    case 'Qualifier':
      return [node.name, ...present(node.value), ...node.flavors];
    case 'UnsupportedDeclaration':
      return [node.keyword];
    case 'StringValue':
      return node.pieces;
    case 'ArrayValue':
      return node.elements;
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
