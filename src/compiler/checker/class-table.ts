/**
 * Finds classes by name from where they are named: among those of the run first, then among those that mofsec knows.
 * A class that cannot be told is undefined, so that nothing is said about it.
 */
import type {
  ArraySuffix,
  ClassDeclaration,
  Member,
  PropertyDeclaration,
  Span,
  TypeReference,
} from '../../../grammar/mof/ast.ts';
import { type KnownProperty, knownClass } from '../../schema/known-classes.ts';
import type { SourceFile } from '../../text/source-file.ts';
import type { ClassSymbol, Compilation, CompilationUnit, Namespace, ParsedFile } from '../model.ts';
import { hasFlag, qualifierNamed, textOf } from './qualifiers.ts';
import { declaredType, knownType, type ValueType } from './value-type.ts';

/** A property as its class declares it. */
export interface PropertyInfo {
  readonly name: string;
  readonly type: ValueType;
  readonly isKey: boolean;
  readonly isNotNull: boolean;
  readonly hasDefault: boolean;
  /** `SubType("interval")`. */
  readonly isInterval: boolean;
  /** A string that carries an object, and the class of that object where it is given. */
  readonly carries: { readonly className: string | undefined } | undefined;
  /** Undefined for a class that mofsec knows. */
  readonly declaration:
    { readonly file: SourceFile; readonly node: PropertyDeclaration } | undefined;
}

/** A class with what it declares itself. */
export interface ClassInfo {
  readonly name: string;
  readonly superclass: string | undefined;
  /** Undefined for a class that mofsec knows. */
  readonly symbol: ClassSymbol | undefined;
  /** By folded name. Of a property that is declared twice, the first. */
  readonly properties: ReadonlyMap<string, PropertyInfo>;
  /** Its own key properties. */
  readonly keys: readonly PropertyInfo[];
  /** Its own references. */
  readonly references: readonly PropertyInfo[];
  readonly isAbstract: boolean;
  readonly isSingleton: boolean;
  readonly isAssociation: boolean;
  /** False where a syntax error or the C preprocessor hides part of the declaration. */
  readonly isReadable: boolean;
}

/** Where a class is named. */
export interface Site {
  readonly namespace: Namespace;
  readonly unit: CompilationUnit;
}

/** Nobody derives deeper, and what lies beyond is not looked at: the way up must not cost more than people have. */
const MAX_ANCESTORS = 64;

/** Known properties that are intervals; the schema's data does not say so. */
const knownIntervals: ReadonlySet<string> = new Set([
  'unloadtimeout',
  'initializationtimeoutinterval',
  'operationtimeoutinterval',
  'clearafter',
  'cacherefreshinterval',
]);

export class ClassTable {
  /** By namespace and folded name. */
  readonly #symbols = new Map<string, ClassSymbol[]>();
  /** Folded names of all classes of the run. */
  readonly #names = new Set<string>();
  readonly #infos = new Map<ClassSymbol, ClassInfo>();
  readonly #known = new Map<string, ClassInfo>();
  readonly #keys = new Map<ClassInfo, readonly PropertyInfo[]>();
  readonly #unambiguous = new Map<string, ClassSymbol | undefined>();

  readonly #breaks: ReadonlyMap<SourceFile, readonly number[]>;

  constructor({ classes, files }: Pick<Compilation, 'classes' | 'files'>) {
    this.#breaks = breaksOf(files);
    for (const symbol of classes) {
      const name = symbol.name.toLowerCase();
      this.#names.add(name);
      const key = keyOf(symbol.namespace, name);
      const list = this.#symbols.get(key);
      if (list === undefined) this.#symbols.set(key, [symbol]);
      else list.push(symbol);
    }
  }

  /** Whether the run declares a class of that name, in whatever namespace. */
  declares(name: string): boolean {
    return this.#names.has(name.toLowerCase());
  }

  /**
   * The class that a name stands for. Undefined when nobody knows it, when the run declares it in another namespace
   * only, and when several files declare it differently.
   */
  lookup(name: string, site: Site): ClassInfo | undefined {
    const folded = name.toLowerCase();
    // Nobody can redefine a system class; a declaration of one is a copy, and not always a faithful one.
    if (folded.startsWith('__') && knownClass(folded) !== undefined) return this.#knownInfo(folded);
    const symbol = this.#symbolFor(folded, site);
    if (symbol !== undefined) return this.infoOf(symbol);
    return this.#names.has(folded) ? undefined : this.#knownInfo(folded);
  }

  /** What a class of the run declares. */
  infoOf(symbol: ClassSymbol): ClassInfo {
    let info = this.#infos.get(symbol);
    if (info === undefined)
      this.#infos.set(symbol, (info = declaredInfo(symbol, this.isReadable(symbol))));
    return info;
  }

  /** Whether a node is all there: neither a syntax error nor the C preprocessor hides part of it. */
  isReadable({ file, node }: { readonly file: SourceFile; readonly node: ReadableNode }): boolean {
    if (node.incomplete === true) return false;
    const breaks = this.#breaks.get(file);
    return breaks === undefined || !isBroken(breaks, file.text, node);
  }

  /** The class and its ancestors upwards; the last one has no superclass, or its superclass cannot be told. */
  *lineage(info: ClassInfo, site: Site): Generator<ClassInfo, void> {
    let current: ClassInfo | undefined = info;
    for (let depth = 0; current !== undefined && depth < MAX_ANCESTORS; depth++) {
      yield current;
      current = this.parentOf(current, site);
      if (current === info) return;
    }
  }

  /** The superclass, where it can be told. */
  parentOf({ superclass, symbol }: ClassInfo, site: Site): ClassInfo | undefined {
    return superclass === undefined ? undefined : this.lookup(superclass, symbol ?? site);
  }

  /** The nearest declaration of a property. */
  property(info: ClassInfo, name: string, site: Site): PropertyInfo | undefined {
    const folded = name.toLowerCase();
    for (const { properties } of this.lineage(info, site)) {
      const property = properties.get(folded);
      if (property !== undefined) return property;
    }
    return undefined;
  }

  /** The keys of a class, its own and inherited ones. */
  keysOf(info: ClassInfo, site: Site): readonly PropertyInfo[] {
    let keys = this.#keys.get(info);
    if (keys === undefined) {
      const byName = new Map<string, PropertyInfo>();
      for (const ancestor of this.lineage(info, site)) {
        for (const key of ancestor.keys) {
          const name = key.name.toLowerCase();
          if (!byName.has(name)) byName.set(name, key);
        }
      }
      this.#keys.set(info, (keys = [...byName.values()]));
    }
    return keys;
  }

  /** Whether a class or an ancestor is a singleton. */
  isSingleton(info: ClassInfo, site: Site): boolean {
    for (const { isSingleton } of this.lineage(info, site)) if (isSingleton) return true;
    return false;
  }

  /** Whether all that a class inherits can be told. */
  isWhole(info: ClassInfo, site: Site): boolean {
    let last = info;
    for (const ancestor of this.lineage(info, site)) {
      if (!ancestor.isReadable) return false;
      last = ancestor;
    }
    return last.superclass === undefined;
  }

  /** Whether a class is another or derives from it; undefined when that cannot be told. */
  derives(info: ClassInfo, ancestor: string, site: Site): boolean | undefined {
    const folded = ancestor.toLowerCase();
    let last = info;
    for (const current of this.lineage(info, site)) {
      if (current.name.toLowerCase() === folded) return true;
      last = current;
    }
    return last.superclass?.toLowerCase() === folded
      ? true
      : last.superclass === undefined
        ? false
        : undefined;
  }

  #symbolFor(name: string, { namespace, unit }: Site): ClassSymbol | undefined {
    const key = keyOf(namespace, name);
    const symbols = this.#symbols.get(key);
    if (symbols === undefined) return undefined;
    // Later declarations replace earlier ones.
    const own = symbols.findLast((symbol) => symbol.unit === unit);
    if (own !== undefined) return own;
    if (!this.#unambiguous.has(key)) this.#unambiguous.set(key, unambiguous(symbols));
    return this.#unambiguous.get(key);
  }

  #knownInfo(name: string): ClassInfo | undefined {
    const found = this.#known.get(name);
    if (found !== undefined) return found;
    const known = knownClass(name);
    if (known === undefined) return undefined;
    const properties = new Map(
      known.properties.map((property) => [property.name.toLowerCase(), knownProperty(property)]),
    );
    const info: ClassInfo = {
      name: known.name,
      superclass: known.superclass,
      symbol: undefined,
      ...propertiesAs(properties),
      isAbstract: known.abstract === true,
      isSingleton: known.singleton === true,
      isAssociation: known.association === true,
      isReadable: true,
    };
    this.#known.set(name, info);
    return info;
  }
}

function keyOf(namespace: Namespace, name: string): string {
  return `${namespace.key}:${name}`;
}

/** Problems that hide part of a declaration. */
const hidingProblems: ReadonlySet<string> = new Set([
  'syntax',
  'unterminated-string',
  'unterminated-comment',
  'typedef-or-enum',
]);

/** Where each file has what may hide part of a declaration, in order. */
function breaksOf(files: readonly ParsedFile[]): ReadonlyMap<SourceFile, readonly number[]> {
  const breaks = new Map<SourceFile, readonly number[]>();
  for (const { source, document, problems } of files) {
    const places = [
      ...problems.filter(({ code }) => hidingProblems.has(code)),
      ...document.nestedDirectives,
    ].map(({ start }) => start);
    if (places.length > 0)
      breaks.set(
        source,
        places.toSorted((a, b) => a - b),
      );
  }
  return breaks;
}

interface ReadableNode extends Span {
  readonly incomplete?: true;
}

/** A statement that is longer than this before its node begins is nobody's. */
const LONGEST_PREFIX = 2000;

/** Whether one of the sorted places lies in a node, right behind it, or before it in the same statement. */
function isBroken(places: readonly number[], text: string, { start, end }: Span): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const space = /[\s[(]*/y;
  space.lastIndex = end;
  space.test(text);
  if ((places[low] ?? Infinity) <= space.lastIndex) return true;
  const before = places[low - 1];
  return (
    before !== undefined &&
    start - before <= LONGEST_PREFIX &&
    !text.slice(before, start).includes(';')
  );
}

/** The declaration on which all files agree. */
function unambiguous(symbols: readonly ClassSymbol[]): ClassSymbol | undefined {
  const [first, ...others] = symbols;
  if (first === undefined) return undefined;
  const shape = shapeOf(first);
  return others.every((other) => shapeOf(other) === shape) ? first : undefined;
}

/** What a class declares, as far as its objects go: to compare it with another declaration of that name. */
export function shapeOf({ node, file }: ClassSymbol): string {
  const members = node.members.map((member) => memberShape(member, file));
  return [node.superclass?.name ?? '', ...members].join('\n').toLowerCase();
}

function memberShape(member: Member, { text }: SourceFile): string {
  if (member.kind === 'MethodDeclaration') {
    const { name, returnType, returnArray, parameters } = member;
    const declared = parameters.map(({ name, type, array }) => partShape(name.name, type, array));
    return `${partShape(name.name, returnType, returnArray)}(${declared.join()})`;
  }
  const { name, type, array, defaultValue, qualifiers } = member;
  const value = defaultValue === undefined ? '' : text.slice(defaultValue.start, defaultValue.end);
  const key = hasFlag(qualifiers, 'key') ? 'key ' : '';
  return `${key}${partShape(name.name, type, array)}=${value}`;
}

function partShape(name: string, type: TypeReference, array: ArraySuffix | undefined): string {
  return `${type.name.name} ${type.isReference ? 'ref ' : ''}${name}${array === undefined ? '' : '[]'}`;
}

function declaredInfo(symbol: ClassSymbol, isReadable: boolean): ClassInfo {
  const { node, name } = symbol;
  const properties = new Map<string, PropertyInfo>();
  for (const member of node.members) {
    if (member.kind !== 'PropertyDeclaration') continue;
    const key = member.name.name.toLowerCase();
    if (!properties.has(key)) properties.set(key, declaredProperty(symbol.file, member));
  }
  return {
    name,
    superclass: node.superclass?.name,
    symbol,
    ...propertiesAs(properties),
    isAbstract: hasFlag(node.qualifiers, 'abstract'),
    isSingleton: hasFlag(node.qualifiers, 'singleton'),
    isAssociation: hasFlag(node.qualifiers, 'association'),
    isReadable,
  };
}

function propertiesAs(
  properties: ReadonlyMap<string, PropertyInfo>,
): Pick<ClassInfo, 'properties' | 'keys' | 'references'> {
  const all = [...properties.values()];
  return {
    properties,
    keys: all.filter(({ isKey }) => isKey),
    references: all.filter(({ type }) => type.kind === 'reference'),
  };
}

/** What a declaration says about a property. */
export function declaredProperty(file: SourceFile, node: PropertyDeclaration): PropertyInfo {
  const { qualifiers } = node;
  const carriedClass = textOf(qualifiers, 'embeddedinstance');
  const carries =
    carriedClass !== undefined || hasFlag(qualifiers, 'embeddedobject')
      ? { className: carriedClass }
      : undefined;
  return {
    name: node.name.name,
    type: declaredType(node.type, node.array),
    isKey: hasFlag(qualifiers, 'key'),
    isNotNull: hasFlag(qualifiers, 'not_null'),
    hasDefault: node.defaultValue !== undefined && node.defaultValue.kind !== 'NullValue',
    isInterval: textOf(qualifiers, 'subtype')?.toLowerCase() === 'interval',
    carries,
    declaration: { file, node },
  };
}

function knownProperty(property: KnownProperty): PropertyInfo {
  return {
    name: property.name,
    type: knownType(property),
    isKey: property.key === true,
    isNotNull: property.notNull === true,
    hasDefault: property.default !== undefined,
    isInterval: property.type === 'datetime' && knownIntervals.has(property.name.toLowerCase()),
    carries: undefined,
    declaration: undefined,
  };
}

/** Whether a class only carries translations: it repeats what it must of a class that is elsewhere. */
export function isAmendment({ qualifiers }: ClassDeclaration): boolean {
  return qualifierNamed(qualifiers, 'amendment') !== undefined;
}
