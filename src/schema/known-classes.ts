/** The classes that mofsec knows, by name. Names compare without regard to case. */
import { knownClasses } from './known-classes.generated.ts';
import type { KnownClass, KnownProperty } from './known-class.ts';

export type { KnownClass, KnownProperty, KnownValue } from './known-class.ts';

/** A class with all that it inherits. */
interface ResolvedClass {
  readonly class: KnownClass;
  /** Folded names of the class itself and of its ancestors. */
  readonly lineage: ReadonlySet<string>;
  /** By folded name, in canonical order. */
  readonly properties: ReadonlyMap<string, KnownProperty>;
}

let classesByName: ReadonlyMap<string, KnownClass> | undefined;
const resolvedClasses = new Map<string, ResolvedClass>();

/** The class of that name, with its own properties only. */
export function knownClass(name: string): KnownClass | undefined {
  classesByName ??= new Map(knownClasses.map((known) => [known.name.toLowerCase(), known]));
  return classesByName.get(name.toLowerCase());
}

/**
 * The properties of a class in canonical order: keys, then its own, then those of its superclass and so on
 * upwards. A property that a class declares again counts once, with the nearest declaration. None for an unknown class.
 */
export function propertiesOf(className: string): readonly KnownProperty[] {
  return [...(resolve(className)?.properties.values() ?? [])];
}

/** The property of a class, its own or inherited. */
export function knownProperty(className: string, propertyName: string): KnownProperty | undefined {
  return resolve(className)?.properties.get(propertyName.toLowerCase());
}

/** Whether a class is `ancestor` or derives from it, as WQL's `ISA` has it; false for an unknown class. */
export function derivesFrom(className: string, ancestor: string): boolean {
  return resolve(className)?.lineage.has(ancestor.toLowerCase()) ?? false;
}

function resolve(name: string): ResolvedClass | undefined {
  const key = name.toLowerCase();
  const found = resolvedClasses.get(key);
  if (found !== undefined) return found;
  const lineage = lineageOf(key);
  const [nearest] = lineage;
  if (nearest === undefined) return undefined;
  const resolved: ResolvedClass = {
    class: nearest,
    lineage: new Set(lineage.map((ancestor) => ancestor.name.toLowerCase())),
    properties: inCanonicalOrder(lineage.flatMap((ancestor) => ancestor.properties)),
  };
  resolvedClasses.set(key, resolved);
  return resolved;
}

/** The class and its ancestors, upwards. */
function lineageOf(name: string): readonly KnownClass[] {
  const known = knownClass(name);
  if (known === undefined) return [];
  return [known, ...(known.superclass === undefined ? [] : lineageOf(known.superclass))];
}

function inCanonicalOrder(
  properties: readonly KnownProperty[],
): ReadonlyMap<string, KnownProperty> {
  const nearest = new Map<string, KnownProperty>();
  for (const property of properties) {
    const key = property.name.toLowerCase();
    if (!nearest.has(key)) nearest.set(key, property);
  }
  const entries = [...nearest];
  return new Map([
    ...entries.filter(([, property]) => property.key === true),
    ...entries.filter(([, property]) => property.key !== true),
  ]);
}
