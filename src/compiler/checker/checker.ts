/**
 * What is wrong with the values of a run, found in one walk: each instance, each object embedded in one, each default.
 * The rules put it into words.
 */
import type {
  Alias,
  Identifier,
  InstanceDeclaration,
  InstanceValue,
  MethodDeclaration,
  PropertyAssignment,
  PropertyDeclaration,
  StringValue,
  Value,
} from '../../../grammar/mof/ast.ts';
import { parseObjectPath } from '../../../grammar/object-path/parser.ts';
import type { SourceFile } from '../../text/source-file.ts';
import type { ClassSymbol, Compilation, InstanceSymbol, QualifierSymbol } from '../model.ts';
import { type ClassInfo, ClassTable, declaredProperty, type PropertyInfo } from './class-table.ts';
import { isBeyond, type Limit, limitFault, limitsOf } from './limits.ts';
import {
  isUnknown,
  type ReportProblem,
  type ValueOwner,
  type ValuePlace,
  type ValueProblem,
  valueProblems,
} from './value-problems.ts';
import { declaredType } from './value-type.ts';

/** An instance, or an object embedded in one, with its class. */
export interface CheckedObject {
  readonly instance: InstanceSymbol;
  readonly node: InstanceDeclaration | InstanceValue;
  readonly className: string;
  readonly isEmbedded: boolean;
  /** Undefined where the class cannot be told. */
  readonly info: ClassInfo | undefined;
  /** Whether all that the class inherits can be told, too. */
  readonly isWhole: boolean;
}

/** A property that the class of its object does not have. */
export interface UnknownProperty {
  readonly object: CheckedObject;
  readonly info: ClassInfo;
  readonly assignment: PropertyAssignment;
}

/** A value that goes beyond a limit that stands at its property. */
export interface BeyondLimit {
  readonly place: ValuePlace;
  readonly node: Value;
  readonly limit: Limit;
  readonly declaration: NonNullable<PropertyInfo['declaration']>;
}

/** An object of one class where the declaration asks for another. */
export interface WrongClass {
  readonly place: ValuePlace;
  readonly node: Alias | StringValue | InstanceValue;
  readonly wanted: string;
  readonly actual: string;
  /** What an alias leads to. */
  readonly target: ClassSymbol | InstanceSymbol | undefined;
}

/** Everything that the walk found, in the order of the run. */
export interface Checked {
  readonly table: ClassTable;
  readonly objects: readonly CheckedObject[];
  readonly values: readonly ValueProblem[];
  readonly unknownProperties: readonly UnknownProperty[];
  readonly beyondLimits: readonly BeyondLimit[];
  readonly wrongClasses: readonly WrongClass[];
}

const results = new WeakMap<Compilation, Checked>();

/** Checks a run; a second call costs nothing. */
export function checkedOf(compilation: Compilation): Checked {
  let checked = results.get(compilation);
  if (checked === undefined) {
    results.set(compilation, (checked = new Checker(compilation).check()));
  }
  return checked;
}

class Checker implements Checked {
  readonly table: ClassTable;
  readonly objects: CheckedObject[] = [];
  readonly values: ValueProblem[] = [];
  readonly unknownProperties: UnknownProperty[] = [];
  readonly beyondLimits: BeyondLimit[] = [];
  readonly wrongClasses: WrongClass[] = [];
  readonly #compilation: Compilation;
  /** Whether a class is whole, asked for each of its instances. */
  readonly #whole = new Map<ClassInfo, boolean>();
  readonly #limits = new Map<PropertyDeclaration, readonly Limit[]>();
  readonly #report: ReportProblem = (problem) => this.values.push(problem);

  constructor(compilation: Compilation) {
    this.#compilation = compilation;
    this.table = new ClassTable(compilation);
  }

  check(): Checked {
    for (const { declarations } of this.#compilation.units) {
      for (const declaration of declarations) {
        switch (declaration.kind) {
          case 'class':
            this.#class(declaration);
            break;
          case 'instance':
            this.#object(declaration, declaration.node, false);
            break;
          case 'qualifier':
            this.#qualifier(declaration);
            break;
          case 'pragma':
        }
      }
    }
    return this;
  }

  #class(symbol: ClassSymbol): void {
    for (const member of symbol.node.members) {
      if (member.kind === 'MethodDeclaration') this.#method(symbol, member);
      else if (member.defaultValue !== undefined) {
        const property = declaredProperty(symbol.file, member);
        this.#value(member.defaultValue, {
          file: symbol.file,
          name: property.name,
          type: property.type,
          property,
          owner: { kind: 'class', symbol, part: 'property' },
        });
      }
    }
  }

  #method(symbol: ClassSymbol, { parameters }: MethodDeclaration): void {
    for (const { name, type, array, defaultValue } of parameters) {
      if (defaultValue === undefined) continue;
      this.#value(defaultValue, {
        file: symbol.file,
        name: name.name,
        type: declaredType(type, array),
        property: undefined,
        owner: { kind: 'class', symbol, part: 'parameter' },
      });
    }
  }

  #qualifier(symbol: QualifierSymbol): void {
    const { name, type, array, defaultValue } = symbol.node;
    if (type === undefined || defaultValue === undefined) return;
    const declared = declaredType(type, array);
    // A qualifier holds no objects, and of one that is declared to, the type is what is wrong.
    if (declared.kind !== 'primitive') return;
    this.#value(defaultValue, {
      file: symbol.file,
      name: name.name,
      type: declared,
      property: undefined,
      owner: { kind: 'qualifier', symbol },
    });
  }

  #object(
    instance: InstanceSymbol,
    node: InstanceDeclaration | InstanceValue,
    isEmbedded: boolean,
  ): void {
    const className = node.className.name;
    const { file } = instance;
    const info = this.table.lookup(className, instance);
    const isWhole = info !== undefined && this.#isWhole(info, instance);
    const object: CheckedObject = { instance, node, className, isEmbedded, info, isWhole };
    this.objects.push(object);
    const owner: ValueOwner = { kind: 'instance', instance, className, isEmbedded };
    const isReadable = this.table.isReadable(instance);
    for (const assignment of node.properties) {
      const { name, value } = assignment;
      const property = info && this.table.property(info, name.name, instance);
      const isDeclared =
        property?.declaration === undefined || this.table.isReadable(property.declaration);
      if (
        info !== undefined &&
        property === undefined &&
        isWhole &&
        this.#isPlainName(name, file)
      ) {
        this.unknownProperties.push({ object, info, assignment });
      }
      if (value === undefined) continue;
      if (property !== undefined && isDeclared && (isReadable || isClosed(instance, assignment))) {
        const { type } = property;
        this.#value(value, { file, name: property.name, type, property, owner });
      }
      this.#embedded(instance, value);
    }
  }

  /** Objects inside of a value, whatever it is given to. */
  #embedded(instance: InstanceSymbol, value: Value): void {
    if (value.kind === 'InstanceValue') this.#object(instance, value, true);
    else if (value.kind === 'ArrayValue') {
      for (const element of value.elements) this.#embedded(instance, element);
    }
  }

  #value(value: Value, place: ValuePlace): void {
    valueProblems(value, place, this.#report);
    const elements = value.kind === 'ArrayValue' ? value.elements : [value];
    for (const element of elements) this.#classOf(element, place);
    this.#limitsAt(elements, place);
  }

  #limitsAt(values: readonly Value[], place: ValuePlace): void {
    const declaration = place.property?.declaration;
    if (declaration === undefined) return;
    for (const limit of this.#limitsOf(declaration.node)) {
      if (limitFault(limit, place.type) !== undefined) continue;
      const node = values.find((value) => isBeyond(limit, value));
      if (node !== undefined) this.beyondLimits.push({ place, node, limit, declaration });
    }
  }

  #limitsOf(node: PropertyDeclaration): readonly Limit[] {
    let limits = this.#limits.get(node);
    if (limits === undefined) this.#limits.set(node, (limits = limitsOf(node)));
    return limits;
  }

  #classOf(node: Value, place: ValuePlace): void {
    const { type, property, owner } = place;
    const wanted = type.kind === 'primitive' ? property?.carries?.className : type.className;
    if (wanted === undefined || owner.kind !== 'instance') return;
    const found = this.#actualClass(node, place, owner.instance);
    if (found === undefined) return;
    const { actual, target } = found;
    const site = target ?? owner.instance;
    const info = this.table.lookup(actual, site);
    if (info === undefined || !info.isReadable) return;
    if (this.table.derives(info, wanted, site) !== false) return;
    if (node.kind !== 'Alias' && node.kind !== 'StringValue' && node.kind !== 'InstanceValue')
      return;
    this.wrongClasses.push({ place, node, wanted, actual: info.name, target });
  }

  #actualClass(
    node: Value,
    { type }: ValuePlace,
    instance: InstanceSymbol,
  ):
    | { readonly actual: string; readonly target: ClassSymbol | InstanceSymbol | undefined }
    | undefined {
    switch (node.kind) {
      case 'InstanceValue':
        return { actual: node.className.name, target: undefined };
      case 'Alias': {
        const target = instance.unit.aliases.get(node.name.toLowerCase())?.target;
        return target?.kind === 'instance' ? { actual: target.className, target } : undefined;
      }
      case 'StringValue': {
        if (type.kind !== 'reference' || isUnknown(node)) return undefined;
        const result = parseObjectPath(node.value);
        // What lies in another namespace is not what the name means here.
        return result.kind === 'valid' && result.path.namespace === undefined
          ? { actual: result.path.className.text, target: undefined }
          : undefined;
      }
      default:
        return undefined;
    }
  }

  /** System properties have a rule of their own, and what a syntax error cuts short has been reported. */
  #isPlainName(node: Identifier, file: SourceFile): boolean {
    return node.name !== '' && !node.name.startsWith('__') && this.table.isReadable({ file, node });
  }

  #isWhole(info: ClassInfo, instance: InstanceSymbol): boolean {
    let whole = this.#whole.get(info);
    if (whole === undefined) this.#whole.set(info, (whole = this.table.isWhole(info, instance)));
    return whole;
  }
}

/** Whether the value is followed by its semicolon, so that no syntax error has cut it short. */
function isClosed({ file }: InstanceSymbol, { value, incomplete }: PropertyAssignment): boolean {
  if (value === undefined || incomplete === true) return false;
  const semicolon = /\s*;/y;
  semicolon.lastIndex = value.end;
  return semicolon.test(file.text);
}
