/** The shape of what is known about a class, and how the tables beside this file are written. */

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

/** Classes of whose properties nothing is said. */
export function classesWithoutProperties(
  source: (name: string) => string,
  rows: Readonly<Record<string, string>>,
): readonly ClassKnowledge[] {
  return Object.entries(rows).map(([name, documentation]) => ({
    name,
    documentation,
    properties: {},
    source: source(name),
  }));
}
