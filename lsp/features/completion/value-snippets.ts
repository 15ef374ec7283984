/** What the value of a property looks like to begin with, by the property and by its type. */
import type { Qualifier, Value } from '../../../grammar/mof/ast.ts';
import { qualifierNamed } from '../../../src/compiler/checker/qualifiers.ts';
import type { PropertyInfo } from '../../../src/compiler/checker/class-table.ts';
import type { PrimitiveType } from '../../../src/compiler/checker/value-type.ts';
import { stringLiteral } from '../../../src/emit/literals.ts';
import { type KnownValues, knownValues } from '../../knowledge/values.ts';
import type { CatalogProperty } from './class-catalog.ts';
import { exampleValue } from './examples.ts';
import { aliasesFor } from './references.ts';
import { choice, hole, type Snippet, snippet } from './snippet.ts';
import type { Typing } from './typing.ts';

/** A date and a span of time to begin with (date-and-time-format, interval-format). */
export const dateExample = '20300101000000.000000+000';
export const intervalExample = '00000000000500.000000:000';

/** The value of a property of an instance, as written in MOF. */
export function valueSnippet(
  typing: Typing,
  className: string,
  { info }: CatalogProperty,
): Snippet {
  const lineage = typing.catalog.lineage(className).map(({ name }) => name);
  const aliases = info.type.kind === 'reference' ? aliasesFor(typing, info.type.className) : [];
  if (aliases.length > 0) return [choice(aliases.map(({ name }) => name))];
  const example = exampleValue(lineage, info.name);
  if (example !== undefined) return example;
  const values = valuesOf(lineage, info);
  const element = values === undefined ? typeSnippet(info) : knownSnippet(values);
  return info.type.isArray ? ['{', ...element, '}'] : element;
}

/** The few values that a property can have: of a known class, or by its qualifiers ValueMap and Values. */
export function valuesOf(lineage: readonly string[], info: PropertyInfo): KnownValues | undefined {
  return knownValues(lineage, info.name) ?? declaredValues(info);
}

/** More than anybody reads are taken for no list of choices. */
const MOST_VALUES = 200;

function declaredValues({ declaration, type }: PropertyInfo): KnownValues | undefined {
  const qualifiers = declaration?.node.qualifiers;
  const map = textsIn(qualifierNamed(qualifiers, 'valuemap'));
  const names = textsIn(qualifierNamed(qualifiers, 'values'));
  const isText = type.kind === 'primitive' && type.name === 'string';
  const values = map.length > 0 ? map : isText ? names : names.map((_, index) => String(index));
  if (values.length === 0 || values.length > MOST_VALUES || type.kind !== 'primitive')
    return undefined;
  return {
    isText,
    isOpen: false,
    values: values
      .map((value, index) => ({ value, meaning: names[index] ?? '' }))
      // `1..5` and `..` are ranges (DSP0004).
      .filter(({ value }) => isText || /^-?\d+$/.test(value)),
  };
}

function textsIn(qualifier: Qualifier | undefined): readonly string[] {
  const value = qualifier?.value;
  const values: readonly Value[] =
    value?.kind === 'ArrayValue' ? value.elements : value === undefined ? [] : [value];
  return values.flatMap((value) => (value.kind === 'StringValue' ? [value.value] : []));
}

/** More choices than this are no help in a menu. */
const MOST_CHOICES = 10;

function knownSnippet({ isText, isOpen, values }: KnownValues): Snippet {
  const texts = values.map(({ value }) => (isText ? stringLiteral(value) : value));
  const first = texts[0] ?? '';
  return [isOpen || texts.length > MOST_CHOICES ? hole(first) : choice(texts)];
}

function typeSnippet({ type, hasDefault, isInterval, declaration }: PropertyInfo): Snippet {
  switch (type.kind) {
    case 'reference':
      return snippet`$${hole(type.className?.replace(/^_+/, '') ?? 'Alias')}`;
    case 'object':
      return snippet`instance of ${hole(type.className ?? 'Class')} {}`;
    case 'primitive':
      if (type.name === 'boolean') {
        // The default of WMI's own classes is the careful one.
        const isCareful = declaration === undefined && hasDefault;
        return [choice(isCareful ? ['FALSE', 'TRUE'] : ['TRUE', 'FALSE'])];
      }
      return type.name === 'datetime'
        ? snippet`"${hole(isInterval ? intervalExample : dateExample)}"`
        : primitiveSnippet(type.name);
  }
}

function primitiveSnippet(name: PrimitiveType): Snippet {
  switch (name) {
    case 'string':
      return snippet`"${hole('')}"`;
    case 'char16':
      return snippet`'${hole('a')}'`;
    case 'real32':
    case 'real64':
      return [hole('0.0')];
    default:
      return [hole('0')];
  }
}
