/**
 * What is known about the classes of a run: from its own declarations first, then from the user's schema, then from
 * mofsec's own.
 */
import type { PropertyDeclaration, QualifierList } from '../../grammar/mof/ast.ts';
import { typeSpellings } from '../../grammar/mof/spellings.ts';
import type { ClassSymbol, Compilation } from '../compiler/model.ts';
import { allClasses, ANY_NAMESPACE } from '../compiler/schema.ts';
import { knownClass, knownProperty, propertiesOf } from '../schema/known-classes.ts';

/** A property as its class declares it. */
export interface PropertyShape {
  readonly name: string;
  /** A primitive type, `object` or a class. */
  readonly type: string;
  readonly isArray: boolean;
  readonly isReference: boolean;
  readonly isKey: boolean;
}

/** A class that the run or the user's schema declares. */
interface DeclaredClass {
  readonly symbol: ClassSymbol;
  /** By folded name. */
  readonly properties: ReadonlyMap<string, PropertyShape>;
}

/** The run's classes from one upwards, and the first class above them that the run does not declare. */
interface Lineage {
  readonly declared: readonly DeclaredClass[];
  readonly known: string;
}

/** No real hierarchy is as high; a circle of superclasses ends here too. */
const highestHierarchy = 100;

/** Looks up classes and properties by any spelling of their names. Namespaces are given by their keys. */
export class ClassShapes {
  /** By folded name within the key of the namespace; the first declaration counts. */
  readonly #namespaces = new Map<string, Map<string, DeclaredClass>>();
  /** Questions about one class come in a row. */
  #last: { readonly namespace: string; readonly className: string; readonly lineage: Lineage } = {
    namespace: '',
    className: '',
    lineage: { declared: [], known: '' },
  };

  constructor(compilation: Pick<Compilation, 'classes' | 'schema'>) {
    for (const symbol of allClasses(compilation)) {
      const declared =
        this.#namespaces.get(symbol.namespace.key) ?? new Map<string, DeclaredClass>();
      this.#namespaces.set(symbol.namespace.key, declared);
      const key = symbol.name.toLowerCase();
      if (!declared.has(key)) declared.set(key, { symbol, properties: shapesOf(symbol) });
    }
  }

  /** The name as mofsec's schema has it, or else as the run's first declaration has it. */
  className(namespace: string, name: string): string {
    return knownClass(name)?.name ?? this.#declared(namespace, name)?.symbol.name ?? name;
  }

  /** The property as the nearest class of the hierarchy declares it. */
  property(namespace: string, className: string, name: string): PropertyShape | undefined {
    const key = name.toLowerCase();
    const lineage = this.#lineage(namespace, className);
    for (const { properties } of lineage.declared) {
      const shape = properties.get(key);
      if (shape !== undefined) return shape;
    }
    return knownShape(lineage.known, key);
  }

  /** The name of a property as mofsec's schema has it, or else as the run's nearest declaration has it. */
  propertyName(namespace: string, className: string, name: string): string {
    const { known } = this.#lineage(namespace, className);
    return (
      knownProperty(known, name)?.name ?? this.property(namespace, className, name)?.name ?? name
    );
  }

  /** The keys of a class; `singleton` for one that has a single object; undefined for an unknown class. */
  keys(namespace: string, className: string): readonly PropertyShape[] | 'singleton' | undefined {
    const lineage = this.#lineage(namespace, className);
    const isKnown = knownClass(lineage.known) !== undefined;
    if (lineage.declared.length === 0 && !isKnown) return undefined;
    const isSingleton =
      knownClass(lineage.known)?.singleton === true ||
      lineage.declared.some(({ symbol }) => hasQualifier(symbol.node.qualifiers, 'singleton'));
    if (isSingleton) return 'singleton';
    const all = [
      ...lineage.declared.flatMap(({ properties }) => [...properties.values()]),
      ...propertiesOf(lineage.known).flatMap(({ name }) => knownShape(lineage.known, name) ?? []),
    ];
    const keys = new Map<string, PropertyShape>();
    for (const shape of all) {
      const key = shape.name.toLowerCase();
      if (shape.isKey && !keys.has(key)) keys.set(key, shape);
    }
    return [...keys.values()];
  }

  #lineage(namespace: string, className: string): Lineage {
    const last = this.#last;
    if (last.namespace === namespace && last.className === className) return last.lineage;
    const lineage = this.#findLineage(namespace, className);
    this.#last = { namespace, className, lineage };
    return lineage;
  }

  #findLineage(namespace: string, className: string): Lineage {
    const declared: DeclaredClass[] = [];
    let name = className;
    while (declared.length < highestHierarchy) {
      const found = this.#declared(namespace, name);
      if (found === undefined) break;
      declared.push(found);
      // A class that the run declares again is still the one of the schema.
      if (knownClass(name) !== undefined) break;
      const superclass = found.symbol.node.superclass?.name;
      if (superclass === undefined) return { declared, known: '' };
      name = superclass;
    }
    return { declared, known: name };
  }

  #declared(namespace: string, name: string): DeclaredClass | undefined {
    const key = name.toLowerCase();
    return (
      this.#namespaces.get(namespace)?.get(key) ?? this.#namespaces.get(ANY_NAMESPACE.key)?.get(key)
    );
  }
}

function knownShape(className: string, name: string): PropertyShape | undefined {
  const known = knownProperty(className, name);
  if (known === undefined) return undefined;
  return {
    name: known.name,
    type: known.type,
    isArray: known.array === true,
    isReference: known.reference === true,
    isKey: known.key === true,
  };
}

function shapesOf(symbol: ClassSymbol): ReadonlyMap<string, PropertyShape> {
  const shapes = new Map<string, PropertyShape>();
  for (const member of symbol.node.members) {
    if (member.kind === 'MethodDeclaration') continue;
    const key = member.name.name.toLowerCase();
    if (!shapes.has(key)) shapes.set(key, shapeOf(member));
  }
  return shapes;
}

function shapeOf(node: PropertyDeclaration): PropertyShape {
  const type = node.type.name.name;
  return {
    name: node.name.name,
    type: typeSpellings.get(type.toLowerCase()) ?? type,
    isArray: node.array !== undefined,
    isReference: node.type.isReference,
    isKey: hasQualifier(node.qualifiers, 'key'),
  };
}

/** Present with whatever value, as Windows 8 and later take `Key` (mofcomp.md). */
function hasQualifier(list: QualifierList | undefined, name: string): boolean {
  return list?.qualifiers.some((qualifier) => qualifier.name.name.toLowerCase() === name) ?? false;
}
