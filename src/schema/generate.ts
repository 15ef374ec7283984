/**
 * Compiles the MOF files of this folder into known-classes.generated.ts, and those of windows/ into
 * windows-classes.generated.ts. Nothing of this is in the product: a test runs it, compares, and with `npm run schema`
 * writes anew.
 */
import type {
  ClassDeclaration,
  Document,
  Pragma,
  PropertyDeclaration,
  QualifierList,
  Value,
} from '../../grammar/mof/ast.ts';
import type {
  FixedQualifier,
  KnownClass,
  KnownProperty,
  KnownValue,
  WindowsClass,
} from './known-class.ts';

/**
 * The text of the generated module, before formatting.
 *
 * @param documents The trees of the schema's files, in the order in which their classes shall stand.
 */
export function generateKnownClasses(documents: readonly Document[]): string {
  const classes = documents.flatMap(placedClasses).map(compileClass);
  return [
    "/** Generated from this folder's MOF files by generate.ts; change them, not this. */",
    "import type { KnownClass } from './known-class.ts';",
    '',
    `export const knownClasses: readonly KnownClass[] = ${JSON.stringify(classes)};`,
    '',
  ].join('\n');
}

/** The text of the module of Windows's own classes, before formatting. */
export function generateWindowsClasses(documents: readonly Document[]): string {
  return [
    '/** Generated from windows/ by generate.ts; change its MOF files, not this. */',
    "import type { WindowsClass } from './known-class.ts';",
    '',
    `export const windowsClasses: readonly WindowsClass[] = ${JSON.stringify(windowsClassesOf(documents))};`,
    '',
  ].join('\n');
}

/** A class of a file, in the namespace of the last `#pragma namespace` before it. */
interface PlacedClass {
  readonly node: ClassDeclaration;
  readonly namespace: string | undefined;
}

function placedClasses(document: Document): readonly PlacedClass[] {
  let namespace: string | undefined;
  const classes: PlacedClass[] = [];
  for (const node of document.items) {
    if (node.kind === 'Pragma') namespace = namespaceOf(node) ?? namespace;
    if (node.kind === 'ClassDeclaration') classes.push({ node, namespace });
  }
  return classes;
}

function namespaceOf(pragma: Pragma): string | undefined {
  const [argument] = pragma.arguments ?? [];
  if (pragma.name.name !== 'namespace' || argument?.kind !== 'StringValue') return undefined;
  return argument.value.replace(/^\\\\\.\\/, '');
}

/** One entry for a class, in whatever number of namespaces it is declared; the declarations must agree. */
function windowsClassesOf(documents: readonly Document[]): readonly WindowsClass[] {
  const classes = new Map<string, WindowsClass>();
  for (const placed of documents.flatMap(placedClasses)) {
    const compiled = compileWindowsClass(placed);
    const earlier = classes.get(compiled.name);
    if (earlier !== undefined && shapeOf(earlier) !== shapeOf(compiled)) {
      throw new Error(`The declarations of ${compiled.name} in windows/ differ.`);
    }
    const namespaces = [...(earlier?.namespaces ?? []), ...compiled.namespaces];
    classes.set(compiled.name, { ...compiled, namespaces });
  }
  return [...classes.values()];
}

/** All of a class but where it is. */
function shapeOf(windowsClass: WindowsClass): string {
  return JSON.stringify({ ...windowsClass, namespaces: [] });
}

function compileWindowsClass({ node, namespace }: PlacedClass): WindowsClass {
  const { name, superclass, properties } = compileClass({ node, namespace });
  if (namespace === undefined) throw new Error(`${name} in windows/ has no namespace.`);
  const provider = textOf(node.qualifiers, 'Provider');
  return {
    name,
    ...(superclass === undefined ? {} : { superclass }),
    ...(provider === undefined ? {} : { provider }),
    ...flag('partial', has(node.qualifiers, 'Partial')),
    namespaces: [namespace],
    properties,
  };
}

function compileClass({ node, namespace }: PlacedClass): KnownClass {
  return {
    name: node.name.name,
    ...(node.superclass === undefined ? {} : { superclass: node.superclass.name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...flag('abstract', has(node.qualifiers, 'Abstract')),
    ...flag('singleton', has(node.qualifiers, 'Singleton')),
    ...flag('association', has(node.qualifiers, 'Association')),
    ...fixedQualifiers(node.qualifiers),
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
    ...flag('interval', textOf(node.qualifiers, 'SubType') === 'interval'),
    ...(node.defaultValue === undefined ? {} : { default: compileValue(node.defaultValue) }),
    ...fixedQualifiers(node.qualifiers),
  };
}

function fixedQualifiers(list: QualifierList | undefined): {
  readonly fixed?: readonly FixedQualifier[];
} {
  const fixed = (list?.qualifiers ?? [])
    .filter(({ flavors }) => flavors.some(({ name }) => name === 'DisableOverride'))
    .filter(({ name }) => name.name !== 'Abstract')
    .map(({ name, value }) => ({
      name: name.name,
      value: value === undefined ? true : compileValue(value),
    }));
  return fixed.length === 0 ? {} : { fixed };
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

/** The text of a qualifier whose value is one string. */
function textOf(qualifiers: QualifierList | undefined, name: string): string | undefined {
  const value = qualifiers?.qualifiers.find((qualifier) => qualifier.name.name === name)?.value;
  const sole = value?.kind === 'ArrayValue' ? value.elements[0] : value;
  return sole?.kind === 'StringValue' ? sole.value : undefined;
}
