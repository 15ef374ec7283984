/**
 * Finds classes by name from where they are named: among those of the run first, then in the user's schema, then among
 * those that mofsec knows.
 * A class that cannot be told is undefined, so that nothing is said about it.
 */
import type { ClassDeclaration, PropertyDeclaration, Span } from '../../../grammar/mof/ast.ts';
import { type KnownProperty, knownClass } from '../../schema/known-classes.ts';
import type { SourceFile } from '../../text/source-file.ts';
import type { ClassSymbol, Compilation, CompilationUnit, ParsedFile } from '../model.ts';
import { ClassSymbols, type Site, siteOf } from './class-symbols.ts';
import { hasFlag, qualifierNamed, textOf } from './qualifiers.ts';
import { declaredType, knownType, type ValueType } from './value-type.ts';

export type { Site } from './class-symbols.ts';

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

/** What the names in one namespace of one unit stand for. */
interface Scope {
  /** By name as spelt. */
  readonly classes: Map<string, { readonly info: ClassInfo | undefined }>;
  readonly lineages: Map<ClassInfo, readonly ClassInfo[]>;
}

/** Nobody derives deeper, and what lies beyond is not looked at: the way up must not cost more than people have. */
const MAX_ANCESTORS = 64;

export class ClassTable {
  readonly #symbols: ClassSymbols;
  readonly #infos = new Map<ClassSymbol, ClassInfo>();
  readonly #known = new Map<string, ClassInfo>();
  readonly #keys = new Map<ClassInfo, readonly PropertyInfo[]>();
  readonly #scopes = new Map<CompilationUnit, Map<string, Scope>>();
  #latest: { readonly site: Site; readonly scope: Scope } | undefined;
  readonly #breaks: ReadonlyMap<SourceFile, readonly number[]>;

  constructor(compilation: Pick<Compilation, 'classes' | 'files' | 'schema'>) {
    this.#breaks = breaksOf([...compilation.files, ...compilation.schema.files]);
    this.#symbols = new ClassSymbols(compilation);
  }

  /** Whether the run or the user's schema declares a class of that name, in whatever namespace. */
  declares(name: string): boolean {
    return this.#symbols.declares(name.toLowerCase());
  }

  /**
   * The class that a name stands for. Undefined when nobody knows it, when the run declares it in another namespace
   * only, and when several files declare it differently.
   */
  lookup(name: string, site: Site): ClassInfo | undefined {
    const { classes } = this.#scopeOf(site);
    const known = classes.get(name);
    if (known !== undefined) return known.info;
    const info = this.#find(name, site);
    classes.set(name, { info });
    return info;
  }

  #find(name: string, site: Site): ClassInfo | undefined {
    const folded = name.toLowerCase();
    // Nobody can redefine a system class; a declaration of one is a copy, and not always a faithful one.
    if (folded.startsWith('__') && knownClass(folded) !== undefined) return this.#knownInfo(folded);
    const symbol = this.#symbols.find(folded, site);
    if (symbol !== undefined) return this.infoOf(symbol);
    return this.#symbols.declares(folded) ? undefined : this.#knownInfo(folded);
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
  lineage(info: ClassInfo, site: Site): readonly ClassInfo[] {
    const { lineages } = this.#scopeOf(site);
    let lineage = lineages.get(info);
    if (lineage === undefined) lineages.set(info, (lineage = this.#lineageOf(info, site)));
    return lineage;
  }

  #lineageOf(info: ClassInfo, site: Site): readonly ClassInfo[] {
    const lineage: ClassInfo[] = [];
    let current: ClassInfo | undefined = info;
    while (current !== undefined && lineage.length < MAX_ANCESTORS) {
      lineage.push(current);
      current = this.parentOf(current, site);
      if (current === info) break;
    }
    return lineage;
  }

  /** What was found from a site before: many objects of one namespace ask for few classes. */
  #scopeOf(site: Site): Scope {
    if (this.#latest?.site === site) return this.#latest.scope;
    const { namespace, unit } = site;
    let scopes = this.#scopes.get(unit);
    if (scopes === undefined) this.#scopes.set(unit, (scopes = new Map<string, Scope>()));
    let scope = scopes.get(namespace.key);
    if (scope === undefined) {
      scopes.set(namespace.key, (scope = { classes: new Map(), lineages: new Map() }));
    }
    this.#latest = { site, scope };
    return scope;
  }

  /** The superclass, where it can be told. */
  parentOf({ superclass, symbol }: ClassInfo, site: Site): ClassInfo | undefined {
    return superclass === undefined ? undefined : this.lookup(superclass, siteOf(symbol, site));
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

/** Problems that hide part of a declaration, besides the damage that a carrier has done. */
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
      ...problems.filter(({ code }) => hidingProblems.has(code) || code.startsWith('carrier-')),
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

/** What mofsec knows about a property. */
export function knownProperty(property: KnownProperty): PropertyInfo {
  return {
    name: property.name,
    type: knownType(property),
    isKey: property.key === true,
    isNotNull: property.notNull === true,
    hasDefault: property.default !== undefined,
    isInterval: property.interval === true,
    carries: undefined,
    declaration: undefined,
  };
}

/** Whether a class only carries translations: it repeats what it must of a class that is elsewhere. */
export function isAmendment({ qualifiers }: ClassDeclaration): boolean {
  return qualifierNamed(qualifiers, 'amendment') !== undefined;
}
