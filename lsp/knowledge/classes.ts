/** What the classes of Windows and their properties are for. */
import { byName } from './knowledge.ts';

/** A class and its own properties; inherited ones are with the class that declares them. */
export interface ClassKnowledge {
  readonly name: string;
  /** One paragraph of Markdown. */
  readonly documentation: string;
  /** A sentence or two of Markdown for each property, by its name as spelt. */
  readonly properties: Readonly<Record<string, string>>;
  /** Pages by file name, as a rule's `source`. */
  readonly source: string;
}

/** All classes that are documented here. */
export const classes: readonly ClassKnowledge[] = [];

const classesByName = byName(classes);
const propertiesByName = new Map(
  classes.map(({ name, properties }) => [
    name.toLowerCase(),
    new Map(Object.entries(properties).map(([name, text]) => [name.toLowerCase(), text])),
  ]),
);

/** What a class of Windows is for; undefined for other classes. */
export function classDocumentation(name: string): string | undefined {
  return classesByName.get(name.toLowerCase())?.documentation;
}

/** What a property is for, of the class that declares it. */
export function propertyDocumentation(className: string, property: string): string | undefined {
  return propertiesByName.get(className.toLowerCase())?.get(property.toLowerCase());
}
