/** What is known of the classes that a query names: from the files of the run, the schema, and Windows. */
import type { Span } from '../../grammar/mof/ast.ts';
import type { Identifier, PropertyPath } from '../../grammar/wql/ast.ts';
import { targetClassesOf } from '../../grammar/wql/queries.ts';
import { checkedOf } from '../compiler/checker/checker.ts';
import { siteOf } from '../compiler/checker/class-symbols.ts';
import type { ClassTable, Site } from '../compiler/checker/class-table.ts';
import { knownType, type ValueType } from '../compiler/checker/value-type.ts';
import type { Compilation, CompilationUnit } from '../compiler/model.ts';
import { isPolled, windowsClass } from '../schema/windows-classes.ts';
import { oncePer } from './once-per.ts';
import type { FilterQuery } from './queries.ts';

/** A class that a query names and that is known. */
export interface QueryClass {
  readonly name: string;
  /** Folded names of the class and of its ancestors. */
  readonly lineage: ReadonlySet<string>;
  /** Whether it is an event class; undefined where an ancestor is not known. */
  readonly isEvent: boolean | undefined;
  readonly isExtrinsic: boolean;
  /** By folded name, with those it inherits, its own first; undefined where not all are known. */
  readonly properties: ReadonlyMap<string, QueryProperty> | undefined;
  /** `run`: a file declares it. `schema`: WMI's own. `windows`: other classes that Windows comes with. */
  readonly origin: 'run' | 'schema' | 'windows';
  /** The namespaces where Windows has it; empty for classes of the run and for those in every namespace. */
  readonly namespaces: readonly string[];
  /** Whether WMI has to compare its instances from time to time to tell of changes. */
  readonly isPolled: boolean;
}

export interface QueryProperty {
  readonly name: string;
  readonly kind: 'object' | 'boolean' | 'other';
  /** Whether every event has it. */
  readonly isGeneral: boolean;
}

/** A class that a query names, whether it is known or not. */
export interface NamedClass {
  readonly name: string;
  /** Where the query names it. */
  readonly at: Span;
  readonly known: QueryClass | undefined;
}

/** Nobody derives deeper, and the way up must not cost more time than people have. */
const MAX_ANCESTORS = 64;

/** By where a class is looked for and its folded name. The many queries of a run name few classes. */
type QueryClasses = Map<CompilationUnit, Map<string, QueryClass | undefined>>;

const queryClasses = oncePer((_: ClassTable): QueryClasses => new Map());

const eventClasses = new WeakMap<FilterQuery, { readonly from: NamedClass | undefined }>();

/** The class behind FROM. */
export function eventClassOf(query: FilterQuery, compilation: Compilation): NamedClass | undefined {
  let found = eventClasses.get(query);
  if (found === undefined) {
    const named = query.query.className;
    found = { from: named && namedClass(query, named, named.name, compilation) };
    eventClasses.set(query, found);
  }
  return found.from;
}

/** What `eventClassOf` knows where the class is an event class and known. */
export function knownEventClass(
  query: FilterQuery,
  compilation: Compilation,
): QueryClass | undefined {
  const known = eventClassOf(query, compilation)?.known;
  return known?.isEvent === true ? known : undefined;
}

/** A class that the object in an event must be of. */
export interface NamedTarget extends NamedClass {
  /** `targetinstance` and the like, folded; empty for the event itself. */
  readonly property: string;
}

const targets = new WeakMap<FilterQuery, readonly NamedTarget[]>();

/** The classes that the objects in the event must be of: those of ISA and `__CLASS`, but not of NOT. */
export function targetsOf(query: FilterQuery, compilation: Compilation): readonly NamedTarget[] {
  let found = targets.get(query);
  if (found === undefined) {
    found = targetClassesOf(query.query)
      .filter(({ negated }) => !negated)
      .map(({ property, className, value }) => ({
        ...namedClass(query, value, className, compilation),
        property: pathText(property).toLowerCase(),
      }));
    targets.set(query, found);
  }
  return found;
}

function pathText(path: PropertyPath | undefined): string {
  return path?.names.map(({ name }) => name).join('.') ?? '';
}

function namedClass(
  { site }: FilterQuery,
  at: Span | Identifier,
  name: string,
  compilation: Compilation,
): NamedClass {
  return { name, at, known: classNamed(name, site, checkedOf(compilation).table) };
}

/** Whether an event is one of __InstanceOperationEvent and its descendants. */
export function isInstanceEvent({ lineage }: QueryClass): boolean {
  return lineage.has('__instanceoperationevent');
}

/** Whether an event is intrinsic: about WMI's own instances, classes or namespaces. */
export function isIntrinsic({ lineage }: QueryClass): boolean {
  return ['__instanceoperationevent', '__classoperationevent', '__namespaceoperationevent'].some(
    (name) => lineage.has(name),
  );
}

/** Registry events that have properties to ask for. */
export function isRegistryEvent({ lineage }: QueryClass): boolean {
  return lineage.has('registryevent');
}

/** Names of properties that do not stand for all events: `Hive, KeyPath`. */
export function ownPropertyNames({ properties }: QueryClass): readonly string[] {
  return [...(properties?.values() ?? [])]
    .filter(({ isGeneral }) => !isGeneral)
    .map(({ name }) => name);
}

function classNamed(name: string, site: Site, table: ClassTable): QueryClass | undefined {
  const ofTable = queryClasses(table);
  let ofUnit = ofTable.get(site.unit);
  if (ofUnit === undefined)
    ofTable.set(site.unit, (ofUnit = new Map<string, QueryClass | undefined>()));
  const key = `${site.namespace.key}:${name.toLowerCase()}`;
  if (!ofUnit.has(key)) ofUnit.set(key, findClass(name, site, table));
  return ofUnit.get(key);
}

function findClass(name: string, site: Site, table: ClassTable): QueryClass | undefined {
  const lineage = new Set<string>();
  const properties = new Map<string, QueryProperty>();
  let isWhole = true;
  let current: string | undefined = name;
  let first: Pick<QueryClass, 'isPolled' | 'name' | 'namespaces' | 'origin'> | undefined;
  let at = site;
  while (current !== undefined) {
    const folded = current.toLowerCase();
    if (lineage.has(folded) || lineage.size === MAX_ANCESTORS) return undefined;
    const info = table.lookup(current, at);
    const windows =
      info === undefined && !table.declares(current) ? windowsClass(current) : undefined;
    if (info === undefined && windows === undefined) break;
    lineage.add(folded);
    if (info !== undefined) {
      const { symbol, isReadable } = info;
      first ??= {
        name: info.name,
        origin: symbol === undefined ? 'schema' : 'run',
        namespaces: [],
        isPolled: false,
      };
      isWhole &&= isReadable;
      const isGeneral = folded === '__event';
      for (const property of info.properties.values()) {
        add(properties, { name: property.name, kind: kindOf(property.type), isGeneral });
      }
      at = siteOf(symbol, at);
      current = info.superclass;
    } else if (windows !== undefined) {
      first ??= {
        name: windows.name,
        origin: 'windows',
        namespaces: windows.namespaces,
        isPolled: isPolled(windows),
      };
      isWhole &&= windows.partial !== true;
      for (const property of windows.properties) {
        const kind = kindOf(knownType(property));
        add(properties, { name: property.name, kind, isGeneral: false });
      }
      current = windows.superclass;
    }
  }
  if (first === undefined) return undefined;
  const isKnown = current === undefined;
  return {
    ...first,
    lineage,
    isEvent: lineage.has('__event') ? true : isKnown ? false : undefined,
    isExtrinsic: lineage.has('__extrinsicevent'),
    properties: isWhole && isKnown ? properties : undefined,
  };
}

function add(properties: Map<string, QueryProperty>, property: QueryProperty): void {
  const key = property.name.toLowerCase();
  if (!properties.has(key)) properties.set(key, property);
}

function kindOf({ kind, ...type }: ValueType): QueryProperty['kind'] {
  if (kind === 'object') return 'object';
  return 'name' in type && type.name === 'boolean' ? 'boolean' : 'other';
}
