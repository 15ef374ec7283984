/** Instances as text to insert. */
import { type Example, exampleOf, type InstanceExample } from './examples.ts';
import { hole, joined, type Snippet, snippet } from './snippet.ts';

/** `{`, one line for each property, and `};`. */
export function bodyText(properties: readonly Example[]): Snippet {
  if (properties.length === 0) return ['{\n};'];
  const lines = properties.map(([name, value]) => snippet`  ${[name]} = ${value};`);
  return ['{\n', ...joined(lines, '\n'), '\n};'];
}

/** An instance with its alias and its properties. */
export function instanceText(className: string, example: InstanceExample): Snippet {
  return [`instance of ${className}`, ...aliasText(example), '\n', ...bodyText(example.body)];
}

/** ` as $Name`; nothing for an instance without an alias. */
export function aliasText({ alias }: Pick<InstanceExample, 'alias'>): Snippet {
  return alias === undefined ? [] : snippet` as $${hole(alias, alias)}`;
}

/** The example of a class, which must have one. */
export function exampleText(className: string): Snippet {
  return instanceText(className, exampleOf(className) ?? { alias: undefined, body: [] });
}
