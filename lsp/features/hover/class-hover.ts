/** Classes and their properties. */
import type {
  ClassInfo,
  ClassTable,
  PropertyInfo,
  Site,
} from '../../../src/compiler/checker/class-table.ts';
import { textOf } from '../../../src/compiler/checker/qualifiers.ts';
import { typeText } from '../../../src/compiler/checker/value-type.ts';
import { knownClass, knownProperty, type KnownValue } from '../../../src/schema/known-classes.ts';
import { isPolled, windowsClass } from '../../../src/schema/windows-classes.ts';
import { classKnowledge, propertyDocumentation } from '../../knowledge/classes.ts';
import { sourceLinks } from '../../knowledge/source-links.ts';
import { isExemplary, knownValues } from '../../knowledge/values.ts';
import { code, codeBlock, paragraphs, plain, shortened } from '../../markdown.ts';
import { classOfWindows } from '../../wide-class-table.ts';

/** Descriptions may be pages long. */
const LONGEST_DESCRIPTION = 2000;
const MOST_PROPERTIES = 24;
const MOST_SOURCES = 3;

/** A class and its ancestors upwards. */
export type Lineage = readonly [ClassInfo, ...(readonly ClassInfo[])];

/** A class with all ancestors that can be told. */
export function lineageOf(info: ClassInfo, table: ClassTable, site: Site): Lineage {
  const [, ...ancestors] = table.lineage(info, site);
  return [info, ...ancestors];
}

/** From the class that declares a property on; undefined where none of them does. */
export function declarersOf([first, ...others]: Lineage, property: string): Lineage | undefined {
  if (first.properties.has(property.toLowerCase())) return [first, ...others];
  const [next, ...rest] = others;
  return next && declarersOf([next, ...rest], property);
}

/** A class as it is declared, with its own properties, what it is for, and what it inherits. */
export function classHover([info, ...ancestors]: Lineage): string {
  const { name, superclass, symbol, properties } = info;
  const heading = `class ${name}${superclass === undefined ? '' : ` : ${superclass}`}`;
  const members = [...properties.values()].map((property) => `  ${declarationOf(property, info)};`);
  const shown =
    members.length > MOST_PROPERTIES ? [...members.slice(0, MOST_PROPERTIES), '  …'] : members;
  const body = shown.length === 0 ? heading : [`${heading} {`, ...shown, '};'].join('\n');
  const description = symbol && descriptionOf(symbol.node.qualifiers);
  const knowledge =
    description === undefined && isOfWindows(info) ? classKnowledge(name) : undefined;
  return paragraphs(
    codeBlock('mof', body),
    description ?? knowledge?.documentation,
    inheritedText(ancestors),
    [whereabouts(info), ...remarksOn(info)].filter((sentence) => sentence !== undefined).join(' '),
    knowledge && sourceLinks(knowledge.source, MOST_SOURCES),
  );
}

/** The property of that name of the first class of a lineage, with that class. */
export function propertyHover(name: string, lineage: Lineage): string | undefined {
  const [owner, ...ancestors] = lineage;
  const property = owner.properties.get(name.toLowerCase());
  if (property === undefined) return undefined;
  const { declaration } = property;
  const description = declaration && descriptionOf(declaration.node.qualifiers);
  const documented =
    description === undefined
      ? lineage.find((info) => isOfWindows(info) && propertyDocumentation(info.name, name))
      : undefined;
  return paragraphs(
    codeBlock('mof', `${declarationOf(property, owner)};`),
    description ?? (documented && propertyDocumentation(documented.name, name)),
    valuesText(name, [owner, ...ancestors]),
    `Of ${plain(owner.name)}. ${whereabouts(owner) ?? ''}`.trim(),
    documented && sourceLinks(classKnowledge(documented.name)?.source ?? '', 1),
  );
}

/** What is said about a class of WMI or of Windows where no file declares it; undefined for any other name. */
export function classHoverByName(name: string): string | undefined {
  const lineage = lineageByName(name);
  return lineage && classHover(lineage);
}

/** What is said about a property of a class of WMI or of Windows, its own or an inherited one. */
export function propertyHoverByName(className: string, property: string): string | undefined {
  const lineage = lineageByName(className);
  const declarers = lineage && declarersOf(lineage, property);
  return declarers && propertyHover(property, declarers);
}

function lineageByName(name: string): Lineage | undefined {
  const info = classOfWindows(name);
  if (info === undefined) return undefined;
  return [info, ...(info.superclass === undefined ? [] : (lineageByName(info.superclass) ?? []))];
}

/**
 * Whether a class is one that Windows comes with. A file may declare it once more, as those do that bring a standard
 * consumer to another namespace; a class that derives from another one is not the same.
 */
function isOfWindows({ name, superclass, symbol }: ClassInfo): boolean {
  const known = classOfWindows(name);
  return (
    known !== undefined &&
    (symbol === undefined ||
      known.superclass === undefined ||
      known.superclass.toLowerCase() === superclass?.toLowerCase())
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

/** The values that a property can have, where there are a few of them. */
function valuesText(property: string, lineage: readonly ClassInfo[]): string | undefined {
  const known = knownValues(
    lineage.map(({ name }) => name),
    property,
  );
  if (known === undefined || isExemplary(known) || known.values.length < 2) return undefined;
  return known.values.map(({ value, meaning }) => `* ${code(value)}: ${plain(meaning)}`).join('\n');
}

/** `Inherits A, B of C; D of E.` */
function inheritedText(ancestors: readonly ClassInfo[]): string | undefined {
  const parts = ancestors
    .filter(({ properties }) => properties.size > 0)
    .map(({ name, properties }) => {
      const names = [...properties.values()].map((property) => code(property.name));
      const shown = names.slice(0, MOST_PROPERTIES);
      return `${[...shown, ...(names.length > shown.length ? ['…'] : [])].join(', ')} of ${plain(name)}`;
    });
  return parts.length === 0 ? undefined : `Inherits ${parts.join('; ')}.`;
}

function whereabouts({ name, symbol }: ClassInfo): string | undefined {
  if (symbol !== undefined) return `Declared in ${plain(symbol.file.path)}.`;
  const known = knownClass(name);
  if (known !== undefined) {
    return known.namespace === undefined
      ? 'A system class, in every namespace.'
      : `A class of Windows, in ${plain(known.namespace)}.`;
  }
  const namespaces = windowsClass(name)?.namespaces;
  return namespaces && `A class of Windows, in ${namespaces.map(plain).join(' and ')}.`;
}

/** What to know of a class of Windows before it is used in a query. */
function remarksOn({ name, symbol }: ClassInfo): readonly string[] {
  const known = symbol === undefined ? windowsClass(name) : undefined;
  if (known === undefined) return [];
  return [
    ...(isPolled(known) ? ['WMI polls it, so that a query for its changes needs a WITHIN.'] : []),
    ...(known.partial === true ? ['It has more properties than are known here.'] : []),
  ];
}
