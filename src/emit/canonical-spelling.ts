/** The one spelling of names and literals that canonical MOF has. */
import type { PropertyAssignment, StringValue, Value } from '../../grammar/mof/ast.ts';
import {
  pragmaSpellings,
  pragmaWordSpellings,
  typeSpellings,
} from '../../grammar/mof/spellings.ts';
import { propertiesOf } from '../schema/known-classes.ts';
import { qualifierSpellings } from '../schema/spellings.ts';
import type { ClassShapes } from './class-shapes.ts';
import { sidNote } from './creator-sid.ts';
import { charLiteral, realLiteral, splitAtLineBreaks, stringLiteral } from './literals.ts';
import { canonicalFlavors, canonicalScopes } from './qualifier-words.ts';
import type { Spelling, StringParts } from './spelling.ts';

/** What the spelling of a name depends on besides the name. */
export interface SpellingContext {
  readonly shapes: ClassShapes;
  /** The key of the namespace that the names belong to. */
  readonly namespace: string;
  /** The aliases of the file, by folded name, as they are printed. */
  readonly aliases: ReadonlyMap<string, string>;
}

export function canonicalSpelling({ shapes, namespace, aliases }: SpellingContext): Spelling {
  const className = (name: string): string => shapes.className(namespace, name);
  return {
    alias: from(aliases),
    className,
    flavors: canonicalFlavors,
    pragma: from(pragmaSpellings),
    property: (ofClass, name) => shapes.propertyName(namespace, ofClass, name),
    qualifier: from(qualifierSpellings),
    scopes: canonicalScopes,
    type: (name) => typeSpellings.get(name.toLowerCase()) ?? className(name),
    word: (name) => name,
    char: (value) => charLiteral(value.value),
    integer: (value) => value.value.toString(),
    real: (value) => realLiteral(value.value, value.raw),
    string: canonicalString,
    assignments: inSchemaOrder,
    note: (name, value) => (name.toLowerCase() === 'creatorsid' ? sidNote(value) : undefined),
    pragmaArguments: (values, pragma) =>
      values === undefined || values.length === 0
        ? undefined
        : values.map((value) => pragmaArgument(value, flagPragmas.test(pragma))),
    qualifierList: (list) =>
      list === undefined || list.qualifiers.length === 0 ? undefined : list,
    // A qualifier without a value is TRUE.
    qualifierValue: (value) => (value?.kind === 'BooleanValue' && value.value ? undefined : value),
  };
}

function from(spellings: ReadonlyMap<string, string>): (name: string) => string {
  return (name) => spellings.get(name.toLowerCase()) ?? name;
}

/** Their strings are flags, whose case does not count. */
const flagPragmas = /^(?:classflags|instanceflags)$/i;

/** `NOFAIL` is a word of its own in a pragma only; elsewhere it would be a macro, whose case counts. */
function pragmaArgument(value: Value, isFlag: boolean): Value {
  if (value.kind === 'StringValue' && isFlag) return withPlainCase(value);
  if (value.kind !== 'NameValue') return value;
  const name = pragmaWordSpellings.get(value.name.toLowerCase());
  return name === undefined ? value : { ...value, name };
}

function withPlainCase(value: StringValue): StringValue {
  const pieces = value.pieces.map((piece) =>
    piece.kind === 'StringPiece' ? { ...piece, value: piece.value.toLowerCase() } : piece,
  );
  return { ...value, value: value.value.toLowerCase(), pieces };
}

/** Adjacent literals joined, then split at the line breaks of the text; macros stay where they are. */
function canonicalString(value: StringValue): StringParts {
  const parts: string[] = [];
  let inLines = false;
  let text: string | undefined;
  const flush = (): void => {
    if (text === undefined) return;
    const lines = splitAtLineBreaks(text);
    inLines ||= lines.length > 1;
    for (const line of lines) parts.push(stringLiteral(line));
    text = undefined;
  };
  for (const piece of value.pieces) {
    if (piece.kind === 'StringPiece') text = (text ?? '') + piece.value;
    else {
      flush();
      parts.push(piece.name);
    }
  }
  flush();
  return { parts, inLines };
}

/** The places of a known class's properties, by folded name, by class. */
const schemaOrders = new Map<string, ReadonlyMap<string, number>>();

function schemaOrder(className: string): ReadonlyMap<string, number> | undefined {
  const key = className.toLowerCase();
  const cached = schemaOrders.get(key);
  if (cached !== undefined) return cached;
  const properties = propertiesOf(className);
  if (properties.length === 0) return undefined;
  const order = new Map(properties.map(({ name }, i) => [name.toLowerCase(), i]));
  schemaOrders.set(key, order);
  return order;
}

/** In the order of mofsec's schema; what it lacks follows in the author's order. */
function inSchemaOrder(
  className: string,
  properties: readonly PropertyAssignment[],
): readonly PropertyAssignment[] {
  const order = schemaOrder(className);
  if (order === undefined) return properties;
  const place = (property: PropertyAssignment): number =>
    order.get(property.name.name.toLowerCase()) ?? order.size;
  return properties.toSorted((a, b) => place(a) - place(b));
}
