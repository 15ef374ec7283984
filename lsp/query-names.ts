/** The classes and properties that a query names. */
import type { InstanceDeclaration, InstanceValue } from '../grammar/mof/ast.ts';
import type { PropertyPath, Query, Span } from '../grammar/wql/ast.ts';
import { parseWql } from '../grammar/wql/parser.ts';
import { nameOf, targetClassesOf } from '../grammar/wql/queries.ts';
import { walk } from '../grammar/wql/visit.ts';
import type { ClassInfo, ClassTable, Site } from '../src/compiler/checker/class-table.ts';
import { namespaceOf } from '../src/compiler/namespaces.ts';

/** A name in a query; its offsets count in the text of the query. */
export interface QueryName extends Span {
  readonly name: string;
  /** The class whose property it is; undefined for the name of a class. */
  readonly owner: ClassInfo | undefined;
  /** Where the class is looked up. */
  readonly site: Site;
}

/**
 * The names in the query of a filter or of a provider's registration, also in a broken one. Properties are those of
 * classes that can be told.
 */
export function namesInQuery(
  text: string,
  owner: InstanceDeclaration | InstanceValue,
  table: ClassTable,
  site: Site,
): readonly QueryName[] {
  const { query } = parseWql(text);
  return query === undefined ? [] : namesIn(query, table, eventSite(owner, site));
}

/** The names in a query whose classes are looked up at `site`. */
export function namesIn(query: Query, table: ClassTable, site: Site): readonly QueryName[] {
  return new QueryNames(query, table, site).names;
}

/** Classes are looked up in the event namespace, where the filter says one that can be read. */
export function eventSite(owner: InstanceDeclaration | InstanceValue, site: Site): Site {
  const said = owner.properties.find(({ name }) => name.name.toLowerCase() === 'eventnamespace');
  return said?.value?.kind === 'StringValue' && said.value.value !== ''
    ? { ...site, namespace: namespaceOf(said.value.value) }
    : site;
}

/** The class of the events that a query asks for, and the classes of the objects in them. */
export interface QueryScope {
  readonly event: ClassInfo | undefined;
  /** By the folded name of the property that holds the object: `targetinstance`. */
  readonly objects: ReadonlyMap<string, ClassInfo>;
}

/** What the names of a query belong to. */
export function scopeOf(query: Query, table: ClassTable, site: Site): QueryScope {
  const className = query.kind === 'SelectQuery' ? query.className?.name : undefined;
  const event = className === undefined ? undefined : table.lookup(className, site);
  const objects = new Map<string, ClassInfo>();
  for (const { property, className, negated } of targetClassesOf(query)) {
    const info = negated ? undefined : table.lookup(className, site);
    if (property !== undefined && info !== undefined)
      objects.set(nameOf(property).toLowerCase(), info);
  }
  // The object as it was is of the class of the object as it is.
  const target = objects.get('targetinstance') ?? objects.get('previousinstance');
  if (target !== undefined) {
    for (const name of ['targetinstance', 'previousinstance'])
      if (!objects.has(name)) objects.set(name, target);
  }
  return { event, objects };
}

class QueryNames {
  readonly names: QueryName[] = [];
  readonly #site: Site;
  readonly #table: ClassTable;

  constructor(query: Query, table: ClassTable, site: Site) {
    this.#site = site;
    this.#table = table;
    const scope = scopeOf(query, table, site);
    if (query.kind === 'SelectQuery' && query.className !== undefined) this.#add(query.className);
    for (const { value } of targetClassesOf(query)) {
      if (value.kind === 'Identifier') this.#add(value);
      if (value.kind === 'StringLiteral') this.#add({ ...value.content, name: value.value });
    }
    walk(query, (node) => {
      if (node.kind === 'PropertyPath') this.#path(node, scope);
    });
  }

  #add({ name, start, end }: Span & { readonly name: string }, owner?: ClassInfo): void {
    this.names.push({ name, start, end, owner, site: this.#site });
  }

  /** `TargetInstance.Name`: the first is a property of the event, the second of the object in it. */
  #path({ names }: PropertyPath, { event, objects }: QueryScope): void {
    const [first, second] = names;
    if (first === undefined) return;
    if (event !== undefined && this.#declares(event, first.name)) this.#add(first, event);
    const object = objects.get(first.name.toLowerCase());
    if (second !== undefined && object !== undefined && this.#declares(object, second.name))
      this.#add(second, object);
  }

  #declares(info: ClassInfo, name: string): boolean {
    return this.#table.property(info, name, this.#site) !== undefined;
  }
}
