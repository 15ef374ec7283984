/** Classes and their properties. */
import type { ClassInfo, PropertyInfo } from '../../../src/compiler/checker/class-table.ts';
import { textOf } from '../../../src/compiler/checker/qualifiers.ts';
import { typeText } from '../../../src/compiler/checker/value-type.ts';
import { knownClass, knownProperty, type KnownValue } from '../../../src/schema/known-classes.ts';
import { classDocumentation, propertyDocumentation } from '../../knowledge/classes.ts';
import { codeBlock, paragraphs, plain, shortened } from '../../markdown.ts';

/** Descriptions may be pages long. */
const LONGEST_DESCRIPTION = 2000;

/** A class as it is declared, with its own properties, and what it is for. */
export function classHover(info: ClassInfo): string {
  const { name, superclass, symbol, properties } = info;
  const heading = `class ${name}${superclass === undefined ? '' : ` : ${superclass}`}`;
  const members = [...properties.values()].map((property) => `  ${declarationOf(property, info)};`);
  const shown =
    members.length > MOST_PROPERTIES ? [...members.slice(0, MOST_PROPERTIES), '  …'] : members;
  const body = shown.length === 0 ? heading : [`${heading} {`, ...shown, '};'].join('\n');
  return paragraphs(
    codeBlock('mof', body),
    symbol === undefined ? classDocumentation(name) : descriptionOf(symbol.node.qualifiers),
    whereabouts(info),
  );
}

const MOST_PROPERTIES = 24;

/** A property with the class that declares it. */
export function propertyHover(property: PropertyInfo, owner: ClassInfo): string {
  const { declaration, name } = property;
  return paragraphs(
    codeBlock('mof', `${declarationOf(property, owner)};`),
    declaration === undefined
      ? propertyDocumentation(owner.name, name)
      : descriptionOf(declaration.node.qualifiers),
    `Of ${plain(owner.name)}. ${whereabouts(owner) ?? ''}`.trim(),
  );
}

/** `[key, not_null] string Name = "x"` */
function declarationOf(property: PropertyInfo, owner: ClassInfo): string {
  const qualifiers = [
    ...(property.isKey ? ['key'] : []),
    ...(property.isNotNull ? ['not_null'] : []),
    ...(property.isInterval ? ['SubType("interval")'] : []),
  ];
  const type = typeText(property.type);
  const suffix = type.endsWith('[]') ? '[]' : '';
  const value = defaultOf(property, owner);
  return [
    ...(qualifiers.length === 0 ? [] : [`[${qualifiers.join(', ')}]`]),
    suffix === '' ? type : type.slice(0, -2),
    `${property.name}${suffix}`,
    ...(value === undefined ? [] : ['=', value]),
  ].join(' ');
}

function defaultOf({ declaration, name }: PropertyInfo, owner: ClassInfo): string | undefined {
  if (declaration === undefined) {
    const value = knownProperty(owner.name, name)?.default;
    return value === undefined ? undefined : literal(value);
  }
  const { defaultValue } = declaration.node;
  return (
    defaultValue && shortened(declaration.file.text.slice(defaultValue.start, defaultValue.end), 60)
  );
}

function literal(value: KnownValue): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value) : `{${value.map(literal).join(', ')}}`;
}

function descriptionOf(qualifiers: Parameters<typeof textOf>[0]): string | undefined {
  const description = textOf(qualifiers, 'description');
  return description === undefined ? undefined : plain(shortened(description, LONGEST_DESCRIPTION));
}

function whereabouts({ name, symbol }: ClassInfo): string | undefined {
  if (symbol !== undefined) return `Declared in ${plain(symbol.file.path)}.`;
  const known = knownClass(name);
  if (known === undefined) return undefined;
  return known.namespace === undefined
    ? 'A system class, in every namespace.'
    : `A class of Windows, in ${plain(known.namespace)}.`;
}
