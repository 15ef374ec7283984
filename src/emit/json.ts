/** A compilation as JSON; json-document.ts and mofsec.schema.json describe it. */
import type {
  ArraySuffix,
  ClassDeclaration,
  MethodDeclaration,
  Parameter,
  PropertyDeclaration,
  TypeReference,
} from '../../grammar/mof/ast.ts';
import { pragmaSpellings, typeSpellings } from '../../grammar/mof/spellings.ts';
import type {
  Binding,
  ClassSymbol,
  Compilation,
  CreatorSid,
  Declaration,
  EventAccess,
  EventConsumer,
  EventFilter,
  InstanceSymbol,
  PragmaSymbol,
  QualifierSymbol,
  Reference,
} from '../compiler/model.ts';
import { safeJson } from '../diagnostics/escape.ts';
import { qualifierSpellings } from '../schema/spellings.ts';
import { sidInWords } from './creator-sid.ts';
import type {
  JsonBinding,
  JsonBindingEnd,
  JsonClass,
  JsonClassProperty,
  JsonConsumer,
  JsonCreatorSid,
  JsonDocument,
  JsonEventAccess,
  JsonFilter,
  JsonInstance,
  JsonMethod,
  JsonParameter,
  JsonPragma,
  JsonQualifierDeclaration,
} from './json-document.ts';
import { jsonText } from './json-text.ts';
import { integer, JsonValues, locationOf, type Owner } from './json-values.ts';
import { canonicalFlavors, canonicalScopes } from './qualifier-words.ts';

export type * from './json-document.ts';

/** How the JSON is written. */
export interface JsonOptions {
  /** On one line, without blanks; by default it is laid out for people. */
  readonly compact?: boolean;
}

/** A compilation as JSON text. The same compilation gives the same bytes. */
export function emitJson(compilation: Compilation, { compact = false }: JsonOptions = {}): string {
  const document = jsonDocument(compilation);
  return compact ? `${safeJson(document)}\n` : jsonText(document);
}

/** A compilation as the data that {@link emitJson} writes. */
export function jsonDocument(compilation: Compilation): JsonDocument {
  return new JsonEmitter(compilation).document();
}

class JsonEmitter {
  readonly #compilation: Compilation;
  readonly #values: JsonValues;
  readonly #filters: ReadonlyMap<EventFilter, number>;
  readonly #consumers: ReadonlyMap<EventConsumer, number>;
  readonly #bindings: ReadonlyMap<Binding, number>;

  constructor(compilation: Compilation) {
    this.#compilation = compilation;
    this.#values = new JsonValues(compilation);
    this.#filters = new Map(compilation.filters.map((filter, i) => [filter, i]));
    this.#consumers = new Map(compilation.consumers.map((consumer, i) => [consumer, i]));
    this.#bindings = new Map(compilation.bindings.map((binding, i) => [binding, i]));
  }

  document(): JsonDocument {
    const { files, units, classes, instances, filters, consumers, bindings, subscriptions } =
      this.#compilation;
    const declarations = units.flatMap((unit) => unit.declarations);
    return {
      version: 1,
      files: files.map(({ source: { path, encoding } }) => ({ path, encoding })),
      pragmas: declarations.flatMap((declaration) => this.#pragma(declaration)),
      qualifierDeclarations: declarations.flatMap((declaration) =>
        this.#qualifierDeclaration(declaration),
      ),
      classes: classes.map((symbol) => this.#class(symbol)),
      instances: instances.map((symbol) => this.#instance(symbol)),
      filters: filters.map((filter) => this.#filter(filter)),
      consumers: consumers.map((consumer) => this.#consumer(consumer)),
      bindings: bindings.map((binding) => this.#binding(binding)),
      subscriptions: subscriptions.map(({ filter, consumer, binding }) => ({
        filter: this.#filters.get(filter) ?? -1,
        consumer: this.#consumers.get(consumer) ?? -1,
        binding: this.#bindings.get(binding) ?? -1,
      })),
    };
  }

  #pragma(declaration: Declaration): readonly JsonPragma[] {
    if (declaration.kind !== 'pragma') return [];
    const { node }: PragmaSymbol = declaration;
    return [
      {
        name: pragmaSpellings.get(node.name.name.toLowerCase()) ?? node.name.name,
        arguments: (node.arguments ?? []).map((value) => this.#values.value(value)),
        ...this.#place(declaration),
      },
    ];
  }

  #qualifierDeclaration(declaration: Declaration): readonly JsonQualifierDeclaration[] {
    if (declaration.kind !== 'qualifier') return [];
    const { node }: QualifierSymbol = declaration;
    return [
      {
        name: qualifierSpellings.get(node.name.name.toLowerCase()) ?? node.name.name,
        ...(node.type !== undefined && { type: typeName(node.type, (name) => name) }),
        ...(node.array !== undefined && { array: true }),
        ...(node.defaultValue !== undefined && {
          default: this.#values.value(node.defaultValue),
        }),
        scopes: canonicalScopes(node.scopes),
        flavors: canonicalFlavors(node.flavors),
        ...this.#place(declaration),
      },
    ];
  }

  #class(symbol: ClassSymbol): JsonClass {
    const { node }: { readonly node: ClassDeclaration } = symbol;
    const { shapes } = this.#values;
    const namespace = symbol.namespace.key;
    return {
      name: shapes.className(namespace, symbol.name),
      ...(node.superclass !== undefined && {
        superclass: shapes.className(namespace, node.superclass.name),
      }),
      ...(node.alias !== undefined && { alias: node.alias.name }),
      qualifiers: this.#values.qualifiers(node.qualifiers, symbol),
      properties: node.members.flatMap((member) =>
        member.kind === 'PropertyDeclaration' ? [this.#classProperty(member, symbol)] : [],
      ),
      methods: node.members.flatMap((member) =>
        member.kind === 'MethodDeclaration' ? [this.#method(member, symbol)] : [],
      ),
      ...this.#place(symbol),
    };
  }

  #classProperty(node: PropertyDeclaration, symbol: ClassSymbol): JsonClassProperty {
    return {
      name: this.#values.shapes.propertyName(symbol.namespace.key, symbol.name, node.name.name),
      ...this.#declared(node, symbol),
      location: locationOf(symbol.file, node),
    };
  }

  #method(node: MethodDeclaration, symbol: ClassSymbol): JsonMethod {
    return {
      name: node.name.name,
      returns: this.#typed(node.returnType, node.returnArray, symbol),
      qualifiers: this.#values.qualifiers(node.qualifiers, symbol),
      parameters: node.parameters.map((parameter) => ({
        name: parameter.name.name,
        ...this.#declared(parameter, symbol),
      })),
      location: locationOf(symbol.file, node),
    };
  }

  #declared(node: PropertyDeclaration | Parameter, owner: Owner): Omit<JsonParameter, 'name'> {
    const { defaultValue } = node;
    return {
      ...this.#typed(node.type, node.array, owner),
      qualifiers: this.#values.qualifiers(node.qualifiers, owner),
      ...(defaultValue !== undefined && {
        default: this.#values.value(defaultValue, owner, { isReference: node.type.isReference }),
      }),
    };
  }

  #typed(
    type: TypeReference,
    array: ArraySuffix | undefined,
    { namespace }: Owner,
  ): Pick<JsonParameter, 'type' | 'array' | 'size' | 'reference'> {
    const size = array?.size;
    return {
      type: typeName(type, (name) => this.#values.shapes.className(namespace.key, name)),
      ...(array !== undefined && { array: true }),
      ...(size !== undefined && { size: sizeOf(size) }),
      ...(type.isReference && { reference: true }),
    };
  }

  #instance(symbol: InstanceSymbol): JsonInstance {
    const { node, className } = symbol;
    const path = this.#values.paths.of(symbol);
    return {
      className: this.#values.shapes.className(symbol.namespace.key, className),
      ...(node.alias !== undefined && { alias: node.alias.name }),
      ...(path !== undefined && { path }),
      qualifiers: this.#values.qualifiers(node.qualifiers, symbol),
      properties: this.#values.properties(className, node.properties, symbol),
      ...this.#place(symbol),
    };
  }

  #filter(filter: EventFilter): JsonFilter {
    return {
      ...this.#subscriber(filter),
      ...(filter.query !== undefined && { query: filter.query.value }),
      ...(filter.eventNamespace !== undefined && { eventNamespace: filter.eventNamespace.value }),
      eventAccess: eventAccess(filter.eventAccess),
    };
  }

  #consumer(consumer: EventConsumer): JsonConsumer {
    const { className, namespace } = consumer.instance;
    return {
      ...this.#subscriber(consumer),
      className: this.#values.shapes.className(namespace.key, className),
      ...(consumer.standardClass !== undefined && { standardClass: consumer.standardClass }),
    };
  }

  #subscriber({
    instance,
    name,
    creatorSid,
    bindings,
  }: EventFilter | EventConsumer): Pick<
    JsonFilter,
    'instance' | 'name' | 'creatorSid' | 'bindings'
  > {
    return {
      instance: this.#values.instance(instance),
      ...(name !== undefined && { name }),
      creatorSid: creator(creatorSid),
      bindings: bindings.map((binding) => this.#bindings.get(binding) ?? -1),
    };
  }

  #binding(binding: Binding): JsonBinding {
    const { maintainSecurityContext } = binding;
    return {
      instance: this.#values.instance(binding.instance),
      filter: bindingEnd(binding.filter, this.#filters),
      consumer: bindingEnd(binding.consumer, this.#consumers),
      ...(maintainSecurityContext.kind === 'set' && {
        maintainSecurityContext: maintainSecurityContext.value,
      }),
      creatorSid: creator(binding.creatorSid),
    };
  }

  #place({ namespace, node, file }: Declaration): Pick<JsonInstance, 'namespace' | 'location'> {
    return {
      namespace: this.#values.namespaces.get(namespace.key) ?? namespace.path,
      location: locationOf(file, node),
    };
  }
}

function bindingEnd<Target>(
  reference: Reference<Target>,
  indexes: ReadonlyMap<Target, number>,
): JsonBindingEnd {
  return reference.kind === 'alias' || reference.kind === 'path'
    ? { kind: reference.kind, target: indexes.get(reference.target) ?? -1 }
    : { kind: reference.kind };
}

function creator(creatorSid: CreatorSid): JsonCreatorSid {
  if (creatorSid.kind !== 'sid') return { kind: creatorSid.kind };
  const { sid, name } = sidInWords(creatorSid.sid);
  return { kind: 'sid', sid, ...(name !== undefined && { name }) };
}

function eventAccess(access: EventAccess): JsonEventAccess {
  return access.kind === 'sddl'
    ? {
        kind: 'sddl',
        text: access.value.value,
        wellFormed: access.syntax.errors.length === 0,
      }
    : { kind: access.kind };
}

function typeName({ name }: TypeReference, className: (name: string) => string): string {
  return typeSpellings.get(name.name.toLowerCase()) ?? className(name.name);
}

function sizeOf(size: NonNullable<ArraySuffix['size']>): number | string {
  if (size.kind === 'NameValue') return size.name;
  const value = integer(size);
  return typeof value === 'number' ? value : value.value;
}
