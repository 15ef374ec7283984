/** MinValue, MaxValue, MinLen and MaxLen: what they may stand at, and what they leave of a type. */
import type { PropertyDeclaration, Qualifier, Value } from '../../../grammar/mof/ast.ts';
import { readNumber } from '../../../grammar/mof/literals.ts';
import { qualifierNamed, soleValue } from './qualifiers.ts';
import { type IntegerRange, integerRange, type ValueType } from './value-type.ts';

/** What a limit measures. */
export type Measure = 'value' | 'length';

interface LimitKind {
  readonly qualifier: string;
  readonly measure: Measure;
  readonly isLower: boolean;
}

const limitKinds: readonly LimitKind[] = [
  { qualifier: 'minvalue', measure: 'value', isLower: true },
  { qualifier: 'maxvalue', measure: 'value', isLower: false },
  { qualifier: 'minlen', measure: 'length', isLower: true },
  { qualifier: 'maxlen', measure: 'length', isLower: false },
];

/** A limit as a qualifier states it. */
export interface Limit {
  readonly measure: Measure;
  readonly isLower: boolean;
  readonly qualifier: Qualifier;
  readonly bound: bigint | number;
}

/** The limits among the qualifiers of a property, a method or a parameter; one whose value is no number is left out. */
export function limitsOf({
  qualifiers,
}: Pick<PropertyDeclaration, 'qualifiers'>): readonly Limit[] {
  if (qualifiers === undefined) return [];
  return limitKinds.flatMap(({ qualifier: name, measure, isLower }) => {
    const qualifier = qualifierNamed(qualifiers, name);
    const bound = qualifier && numberOf(soleValue(qualifier.value));
    return qualifier === undefined || bound === undefined
      ? []
      : [{ measure, isLower, qualifier, bound }];
  });
}

function numberOf(value: Value | undefined): bigint | number | undefined {
  if (value?.kind === 'IntegerValue' || value?.kind === 'RealValue') return value.value;
  if (value?.kind !== 'StringValue') return undefined;
  const reading = readNumber(value.value.trim());
  return reading.kind === 'invalid' ? undefined : reading.value;
}

/** What keeps a limit from meaning anything at a type. */
export type LimitFault =
  { readonly kind: 'type' } | { readonly kind: 'range'; readonly range: IntegerRange };

/** Numbers have a value, strings have a length (DSP0004, 5.6.3); an octet string is an array of bytes. */
export function limitFault({ measure, bound }: Limit, type: ValueType): LimitFault | undefined {
  // A word that is no primitive type may be a macro of the C preprocessor.
  if (type.kind === 'object') return undefined;
  if (type.kind !== 'primitive') return { kind: 'type' };
  const range = integerRange(type.name);
  if (measure === 'length') {
    const hasLength = type.name === 'string' || (type.name === 'uint8' && type.isArray);
    return hasLength ? undefined : { kind: 'type' };
  }
  if (range === undefined) return type.name.startsWith('real') ? undefined : { kind: 'type' };
  return bound < range.min || bound > range.max ? { kind: 'range', range } : undefined;
}

/** Whether a value goes beyond a limit; false where that cannot be told. */
export function isBeyond({ measure, isLower, bound }: Limit, value: Value): boolean {
  const measured = measure === 'value' ? numericValue(value) : textLength(value);
  if (measured === undefined) return false;
  return isLower ? measured < bound : measured > bound;
}

function numericValue(value: Value): bigint | number | undefined {
  return value.kind === 'IntegerValue' || value.kind === 'RealValue' ? value.value : undefined;
}

function textLength(value: Value): number | undefined {
  return value.kind === 'StringValue' && value.pieces.every(({ kind }) => kind === 'StringPiece')
    ? value.value.length
    : undefined;
}
