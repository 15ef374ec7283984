/**
 * Compiles the MOF files of this folder into known-classes.generated.ts. Nothing of this is in the product: a test
 * runs it, compares, and with `vitest --update` writes anew.
 */
import type {
  ClassDeclaration,
  Document,
  Pragma,
  PropertyDeclaration,
  QualifierList,
  Value,
} from '../../grammar/mof/ast.ts';
import type { KnownClass, KnownProperty, KnownValue } from './known-class.ts';

/**
 * The text of the generated module, before formatting.
 *
 * @param documents The trees of the schema's files, in the order in which their classes shall stand.
 */
export function generateKnownClasses(documents: readonly Document[]): string {
  const classes = documents.flatMap(classesOf);
  return [
    "/** Generated from this folder's MOF files by generate.ts; change them, not this. */",
    "import type { KnownClass } from './known-class.ts';",
    '',
    `export const knownClasses: readonly KnownClass[] = ${JSON.stringify(classes)};`,
    '',
  ].join('\n');
}

/** The classes that a file declares, each in the namespace of the last `#pragma namespace` before it. */
function classesOf(document: Document): readonly KnownClass[] {
  let namespace: string | undefined;
  const classes: KnownClass[] = [];
  for (const item of document.items) {
    if (item.kind === 'Pragma') namespace = namespaceOf(item) ?? namespace;
    if (item.kind === 'ClassDeclaration') classes.push(compileClass(item, namespace));
  }
  return classes;
}

function namespaceOf(pragma: Pragma): string | undefined {
  const [argument] = pragma.arguments ?? [];
  if (pragma.name.name !== 'namespace' || argument?.kind !== 'StringValue') return undefined;
  return argument.value.replace(/^\\\\\.\\/, '');
}

function compileClass(node: ClassDeclaration, namespace: string | undefined): KnownClass {
  return {
    name: node.name.name,
    ...(node.superclass === undefined ? {} : { superclass: node.superclass.name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...flag('abstract', has(node.qualifiers, 'Abstract')),
    ...flag('singleton', has(node.qualifiers, 'Singleton')),
    ...flag('association', has(node.qualifiers, 'Association')),
    properties: node.members.flatMap((member) =>
      member.kind === 'PropertyDeclaration' ? [compileProperty(member)] : [],
    ),
  };
}

function compileProperty(node: PropertyDeclaration): KnownProperty {
  return {
    name: node.name.name,
    type: node.type.name.name,
    ...flag('array', node.array !== undefined),
    ...flag('reference', node.type.isReference),
    ...flag('key', has(node.qualifiers, 'Key')),
    ...flag('notNull', has(node.qualifiers, 'Not_Null')),
    ...flag('template', has(node.qualifiers, 'Template')),
    ...(node.defaultValue === undefined ? {} : { default: compileValue(node.defaultValue) }),
  };
}

function compileValue(value: Value): KnownValue {
  return value.kind === 'ArrayValue' ? value.elements.map(compileScalar) : compileScalar(value);
}

function compileScalar(value: Value): string | number | boolean {
  if (value.kind === 'IntegerValue') return Number(value.value);
  if (value.kind === 'StringValue' || value.kind === 'BooleanValue') return value.value;
  throw new Error(`The schema's defaults have no place for a ${value.kind}.`);
}

function flag<Name extends string>(name: Name, holds: boolean): { readonly [N in Name]?: true } {
  return holds ? ({ [name]: true } as { readonly [N in Name]?: true }) : {};
}

function has(qualifiers: QualifierList | undefined, name: string): boolean {
  return qualifiers?.qualifiers.some((qualifier) => qualifier.name.name === name) ?? false;
}
