/** Values, qualifiers and properties as JSON. */
import type {
  Alias,
  IntegerValue,
  PropertyAssignment,
  QualifierList,
  RealValue,
  Span,
  StringValue,
  Value,
} from '../../grammar/mof/ast.ts';
import { typeSpellings } from '../../grammar/mof/spellings.ts';
import { parseObjectPath, type ObjectPath } from '../../grammar/object-path/parser.ts';
import { ClassHierarchy } from '../compiler/class-hierarchy.ts';
import type { ClassSymbol, Compilation, InstanceSymbol } from '../compiler/model.ts';
import { PathIndex } from '../compiler/path-index.ts';
import { allClasses } from '../compiler/schema.ts';
import { qualifierSpellings } from '../schema/spellings.ts';
import type { SourceFile } from '../text/source-file.ts';
import { ClassShapes, type PropertyShape } from './class-shapes.ts';
import type {
  JsonAlias,
  JsonBigInteger,
  JsonEmbedded,
  JsonLocation,
  JsonObjectPath,
  JsonPath,
  JsonProperty,
  JsonQualifier,
  JsonTarget,
  JsonValue,
} from './json-document.ts';
import { realLiteral } from './literals.ts';
import { namespaceSpellings } from './namespace-spellings.ts';
import { ObjectPaths } from './object-paths.ts';
import { canonicalFlavors } from './qualifier-words.ts';

/** What a value belongs to: its names are looked up in that place. */
export type Owner = Pick<InstanceSymbol, 'file' | 'namespace' | 'unit'>;

/** Turns the parts of declarations into JSON, with the references of the whole run at hand. */
export class JsonValues {
  readonly shapes: ClassShapes;
  readonly paths: ObjectPaths;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly #index: PathIndex;
  readonly #classes: ReadonlyMap<ClassSymbol, number>;
  readonly #instances: ReadonlyMap<InstanceSymbol, number>;

  constructor(compilation: Compilation) {
    const { classes, instances } = compilation;
    this.shapes = new ClassShapes(compilation);
    this.namespaces = namespaceSpellings(compilation);
    this.paths = new ObjectPaths(this.shapes, this.namespaces);
    this.#index = new PathIndex(instances, new ClassHierarchy(allClasses(compilation)));
    this.#classes = indexOf(classes);
    this.#instances = indexOf(instances);
  }

  /** The place of an instance in the document's list. */
  instance(instance: InstanceSymbol): number {
    return this.#instances.get(instance) ?? -1;
  }

  qualifiers(list: QualifierList | undefined, owner?: Owner): readonly JsonQualifier[] {
    return (list?.qualifiers ?? []).map(({ name, value, flavors }) => ({
      name: qualifierSpellings.get(name.name.toLowerCase()) ?? name.name,
      value: value === undefined ? true : this.value(value, owner),
      ...(flavors.length > 0 && { flavors: canonicalFlavors(flavors) }),
    }));
  }

  properties(
    className: string,
    properties: readonly PropertyAssignment[],
    owner: Owner,
  ): readonly JsonProperty[] {
    return properties.map((property) => this.#property(className, property, owner));
  }

  #property(className: string, node: PropertyAssignment, owner: Owner): JsonProperty {
    const namespace = owner.namespace.key;
    const shape = this.shapes.property(namespace, className, node.name.name);
    const value = node.value === undefined ? {} : { value: this.value(node.value, owner, shape) };
    return {
      name: this.shapes.propertyName(namespace, className, node.name.name),
      ...(shape !== undefined && {
        type: this.#typeName(shape.type, namespace),
        ...(shape.isArray && { array: true }),
        ...(shape.isReference && { reference: true }),
      }),
      ...(node.qualifiers !== undefined && {
        qualifiers: this.qualifiers(node.qualifiers, owner),
      }),
      ...value,
      location: locationOf(owner.file, node),
    };
  }

  #typeName(type: string, namespace: string): string {
    return typeSpellings.has(type) ? type : this.shapes.className(namespace, type);
  }

  /** @param shape The property that has the value; a string in a reference is a path. */
  value(value: Value, owner?: Owner, shape?: Pick<PropertyShape, 'isReference'>): JsonValue {
    switch (value.kind) {
      case 'StringValue':
        return shape?.isReference === true ? this.#path(value, owner) : value.value;
      case 'CharValue':
        return { kind: 'char', value: value.value };
      case 'IntegerValue':
        return integer(value);
      case 'RealValue':
        return real(value);
      case 'BooleanValue':
        return value.value;
      case 'NullValue':
        return null;
      case 'NameValue':
        return { kind: 'name', value: value.name };
      case 'Alias':
        return this.#alias(value, owner);
      case 'ArrayValue':
        return value.elements.map((element) => this.value(element, owner, shape));
      case 'InstanceValue':
        return owner === undefined ? null : this.#embedded(value, owner);
    }
  }

  #embedded(
    { className, properties }: Extract<Value, { readonly kind: 'InstanceValue' }>,
    owner: Owner,
  ): JsonEmbedded {
    return {
      kind: 'instance',
      className: this.shapes.className(owner.namespace.key, className.name),
      properties: this.properties(className.name, properties, owner),
    };
  }

  #alias({ name }: Alias, owner: Owner | undefined): JsonAlias {
    const symbol = owner?.unit.aliases.get(name.toLowerCase());
    return symbol === undefined
      ? { kind: 'alias', value: name }
      : { kind: 'alias', value: symbol.name, target: this.#target(symbol.target) };
  }

  #path({ value }: StringValue, owner: Owner | undefined): JsonPath {
    const result = parseObjectPath(value);
    if (result.kind === 'invalid') return { kind: 'path', value };
    const { path } = result;
    const target = owner && this.#index.find(path, owner.namespace.path, owner.unit);
    return {
      kind: 'path',
      value,
      path: jsonPath(path),
      ...(target !== undefined && { target: this.#target(target) }),
    };
  }

  #target(symbol: ClassSymbol | InstanceSymbol): JsonTarget {
    const path = this.paths.of(symbol);
    const index = symbol.kind === 'class' ? this.#classes.get(symbol) : this.#instances.get(symbol);
    return { kind: symbol.kind, index: index ?? -1, ...(path !== undefined && { path }) };
  }
}

/** Where a node stands. */
export function locationOf(file: SourceFile, { start, end }: Span): JsonLocation {
  return { file: file.path, start, end, ...file.positionAt(start) };
}

/** A number up to 2^53 - 1, and beyond as text. */
export function integer({ value }: Pick<IntegerValue, 'value'>): number | JsonBigInteger {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : { kind: 'integer', value: value.toString() };
}

function real({ value, raw }: RealValue): JsonValue {
  const isNumber = Number.isFinite(value) && !Object.is(value, -0);
  return { kind: 'real', value: isNumber ? value : realLiteral(value, raw) };
}

function jsonPath(path: ObjectPath): JsonObjectPath {
  return {
    kind: path.kind,
    ...(path.server !== undefined && { server: path.server.text }),
    ...(path.namespace !== undefined && { namespace: path.namespace.text }),
    className: path.className.text,
    keys: path.keys.map(({ name, value }) => ({
      ...(name !== undefined && { name: name.text }),
      value: value.kind === 'integer' ? integer(value) : value.value,
    })),
  };
}

function indexOf<T>(items: readonly T[]): ReadonlyMap<T, number> {
  return new Map(items.map((item, i) => [item, i]));
}
