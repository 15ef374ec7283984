/** The template strings of consumers, and what is known of the events that fill them. */
import type { StringValue } from '../../grammar/mof/ast.ts';
import type { Query } from '../../grammar/wql/parser.ts';
import { isProperty, targetClassesOf } from '../../grammar/wql/queries.ts';
import type { ClassSymbol, Compilation, EventConsumer, EventFilter } from '../compiler/model.ts';
import { allClasses } from '../compiler/schema.ts';
import { targetOf } from '../compiler/subscriptions.ts';
import { parseTemplate, type TemplatePart } from '../consumers/templates.ts';
import { knownClasses } from '../schema/known-classes.generated.ts';
import { derivesFrom, knownClass, knownProperty, propertiesOf } from '../schema/known-classes.ts';
import { windowsClass, windowsClassesBelow } from '../schema/windows-classes.ts';
import { isWholeText, settingOf } from './consumer-properties.ts';
import { oncePer } from './once-per.ts';
import { parsedQuery } from './queries.ts';

/** A string in which `%Name%` is replaced. */
export interface TemplateText {
  readonly property: string;
  readonly value: StringValue;
  readonly parts: readonly TemplatePart[];
}

/** The template strings of a consumer of a standard class; elements of arrays one by one. */
export const templatesOf = oncePer(
  ({ instance, standardClass }: EventConsumer): readonly TemplateText[] => {
    if (standardClass === undefined) return [];
    return [...instance.properties.values()].flatMap(({ name: { name } }) => {
      if (knownProperty(standardClass, name)?.template !== true) return [];
      const value = settingOf(instance, name)?.value;
      const values =
        value?.kind === 'ArrayValue' ? value.elements : value === undefined ? [] : [value];
      return values
        .filter(isWholeText)
        .filter(({ value }) => value.includes('%'))
        .map((value) => ({ property: name, value, parts: parseTemplate(value.value) }));
    });
  },
);

/** What is known of the events that a filter lets through. */
export interface EventShape {
  /** The class in the query. */
  readonly className: string;
  /** Its properties as they are spelt. */
  readonly properties: readonly string[];
  /** The class that the query tests `TargetInstance` for, where its properties are known. */
  readonly target:
    { readonly className: string; readonly properties: readonly string[] } | undefined;
}

/** The shapes of the events that reach a consumer; undefined where one of them is not known. */
export function eventShapesOf(
  { bindings }: EventConsumer,
  compilation: Compilation,
): readonly EventShape[] | undefined {
  const found = bindings.map(({ filter }) => {
    const target = targetOf(filter);
    return target === undefined ? undefined : eventShape(target, compilation);
  });
  const known = found.filter((shape) => shape !== undefined);
  return found.length > 0 && known.length === found.length ? known : undefined;
}

const shapes = new WeakMap<EventFilter, { readonly shape: EventShape | undefined }>();

function eventShape(filter: EventFilter, compilation: Compilation): EventShape | undefined {
  let known = shapes.get(filter);
  if (known === undefined) {
    known = { shape: readShape(filter, classesByName(compilation)) };
    shapes.set(filter, known);
  }
  return known.shape;
}

/** The classes of a run by folded name: the first declaration of each, and the classes right below each. */
interface ClassesByName {
  readonly declared: ReadonlyMap<string, ClassSymbol>;
  readonly below: ReadonlyMap<string, readonly ClassSymbol[]>;
  /** What {@link propertiesOfEvents} found for a name: many queries are about few classes. */
  readonly properties: Map<string, readonly string[] | undefined>;
}

const classesByName = oncePer((compilation: Compilation): ClassesByName => {
  const classes = allClasses(compilation);
  const below = new Map<string, ClassSymbol[]>();
  for (const symbol of classes) {
    const superclass = symbol.node.superclass?.name.toLowerCase();
    if (superclass === undefined) continue;
    const siblings = below.get(superclass);
    if (siblings === undefined) below.set(superclass, [symbol]);
    else siblings.push(symbol);
  }
  const declared = new Map(
    classes.toReversed().map((symbol) => [symbol.name.toLowerCase(), symbol]),
  );
  return { declared, below, properties: new Map() };
});

/** Reads of a query what templates depend on. */
function readShape({ query: text }: EventFilter, classes: ClassesByName): EventShape | undefined {
  if (text === undefined || !isWholeText(text)) return undefined;
  const { query } = parsedQuery(text);
  if (query?.kind !== 'SelectQuery' || query.className === undefined) return undefined;
  const isAggregate = query.group !== undefined;
  const className = isAggregate ? '__AggregateEvent' : query.className.name;
  const properties = propertiesOfEvents(className, classes);
  if (properties === undefined) return undefined;
  return {
    className,
    properties,
    target: isAggregate ? undefined : targetOfQuery(query, classes),
  };
}

/** The one class that a query wants the object of an event to be of. */
function targetOfQuery(query: Query, classes: ClassesByName): EventShape['target'] {
  const [target, ...others] = targetClassesOf(query).filter(({ property }) =>
    isProperty(property, 'TargetInstance'),
  );
  if (target === undefined || target.negated || others.length > 0) return undefined;
  // From a class that is known from elsewhere others may derive, with properties that nobody here knows.
  if (!classes.declared.has(target.className.toLowerCase())) return undefined;
  const properties = propertiesOfEvents(target.className, classes);
  return properties && { className: target.className, properties };
}

/** Classes from which others derive that nobody here knows. */
const open: ReadonlySet<string> = new Set(['__event', '__extrinsicevent', '__systemevent']);

/**
 * The properties that instances of a class may have: its own, those that it inherits, and those of the classes below
 * it, whose instances are instances of the class too. Undefined where not all are known.
 */
function propertiesOfEvents(
  className: string,
  classes: ClassesByName,
): readonly string[] | undefined {
  const key = className.toLowerCase();
  if (!classes.properties.has(key))
    classes.properties.set(key, findPropertiesOfEvents(className, classes));
  return classes.properties.get(key);
}

function findPropertiesOfEvents(
  className: string,
  classes: ClassesByName,
): readonly string[] | undefined {
  if (open.has(className.toLowerCase())) return undefined;
  const properties = propertiesOfClass(className, classes);
  if (properties === undefined) return undefined;
  const ofWindows = windowsClassesBelow(className);
  if (ofWindows.some(({ partial }) => partial)) return undefined;
  const below = knownClasses.filter(
    ({ name }) => derivesFrom(name, className) && name.toLowerCase() !== className.toLowerCase(),
  );
  return [
    ...properties,
    ...[...below, ...ofWindows].flatMap((known) => known.properties.map(({ name }) => name)),
    ...propertiesBelow(className, classes),
  ];
}

/** The properties of all classes that derive from a class, each class looked at once. */
function propertiesBelow(className: string, { below }: ClassesByName): readonly string[] {
  const found: string[] = [];
  const seen = new Set<ClassSymbol>();
  const names = [className.toLowerCase()];
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    for (const symbol of below.get(name) ?? []) {
      if (seen.has(symbol)) continue;
      seen.add(symbol);
      found.push(...ownProperties(symbol));
      names.push(symbol.name.toLowerCase());
    }
  }
  return found;
}

function ownProperties({ node }: ClassSymbol): readonly string[] {
  return node.members.flatMap((member) =>
    member.kind === 'PropertyDeclaration' ? [member.name.name] : [],
  );
}

/** The properties of a class with those that it inherits, by the files and by what is known; undefined if any lack. */
function propertiesOfClass(
  className: string,
  { declared }: ClassesByName,
): readonly string[] | undefined {
  const found: string[] = [];
  const seen = new Set<string>();
  let current: string | undefined = className;
  while (current !== undefined) {
    const name = current.toLowerCase();
    if (seen.has(name)) return undefined;
    seen.add(name);
    const symbol = declared.get(name);
    if (symbol !== undefined) {
      if (symbol.node.incomplete === true) return undefined;
      found.push(...ownProperties(symbol));
      current = symbol.node.superclass?.name;
    } else if (knownClass(name) !== undefined) {
      return [...found, ...propertiesOf(name).map((property) => property.name)];
    } else {
      const known = windowsClass(name);
      // What has no superclass there is no event class.
      if (known?.superclass === undefined || known.partial) return undefined;
      found.push(...known.properties.map((property) => property.name));
      current = known.superclass;
    }
  }
  return found;
}
