/** The types of properties, and what each of them can hold. */
import type { ArraySuffix, TypeReference } from '../../../grammar/mof/ast.ts';
import type { KnownProperty } from '../../schema/known-classes.ts';

/** What an integer type can hold, both ends included. */
export interface IntegerRange {
  readonly min: bigint;
  readonly max: bigint;
}

/** What a real type can hold (IEEE 754), as far as people write it out. */
export interface RealRange {
  readonly min: number;
  readonly max: number;
  /** 32 bits and not 64. */
  readonly isSingle: boolean;
}

const integerTypes = [
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'sint8',
  'sint16',
  'sint32',
  'sint64',
] as const;

export type IntegerType = (typeof integerTypes)[number];
export type PrimitiveType =
  IntegerType | 'real32' | 'real64' | 'boolean' | 'string' | 'char16' | 'datetime';

/** What a property, a parameter or a qualifier holds (mof-data-types.md). */
export type ValueType =
  | { readonly kind: 'primitive'; readonly name: PrimitiveType; readonly isArray: boolean }
  /** An embedded object; `className` is undefined for `object`, which takes any. */
  | {
      readonly kind: 'object';
      readonly className: string | undefined;
      readonly isArray: boolean;
    }
  /** A reference; `className` is undefined for `object ref`, which leads anywhere. */
  | {
      readonly kind: 'reference';
      readonly className: string | undefined;
      readonly isArray: boolean;
    };

const integerRanges: ReadonlyMap<string, IntegerRange> = new Map(
  integerTypes.map((name) => {
    const bits = BigInt(name.slice(4));
    const range = name.startsWith('u')
      ? { min: 0n, max: 2n ** bits - 1n }
      : { min: -(2n ** (bits - 1n)), max: 2n ** (bits - 1n) - 1n };
    return [name, range];
  }),
);

const primitives: ReadonlyMap<string, PrimitiveType> = new Map(
  ([...integerTypes, 'real32', 'real64', 'boolean', 'string', 'char16', 'datetime'] as const).map(
    (name) => [name, name],
  ),
);

/** The range of an integer type; undefined for other types. */
export function integerRange(name: PrimitiveType): IntegerRange | undefined {
  return integerRanges.get(name);
}

const realRanges: ReadonlyMap<string, RealRange> = new Map([
  ['real32', { min: -3.4028235e38, max: 3.4028235e38, isSingle: true }],
  ['real64', { min: -Number.MAX_VALUE, max: Number.MAX_VALUE, isSingle: false }],
]);

/** The range of a real type; undefined for other types. */
export function realRange(name: PrimitiveType): RealRange | undefined {
  return realRanges.get(name);
}

/** Whether a number, rounded to what the type can hold, is one that it can hold. */
export function isWithinReal(value: number, { isSingle }: RealRange): boolean {
  return Number.isFinite(isSingle ? Math.fround(value) : value);
}

/** The type that a name stands for: a primitive one, or else a class. */
export function typeNamed(name: string, isReference: boolean, isArray: boolean): ValueType {
  const folded = name.toLowerCase();
  const className = folded === 'object' ? undefined : name;
  if (isReference) return { kind: 'reference', className, isArray };
  const primitive = primitives.get(folded);
  return primitive === undefined
    ? { kind: 'object', className, isArray }
    : { kind: 'primitive', name: primitive, isArray };
}

/** The type as a declaration writes it. */
export function declaredType(type: TypeReference, array: ArraySuffix | undefined): ValueType {
  return typeNamed(type.name.name, type.isReference, array !== undefined);
}

/** The type of a property that mofsec knows. */
export function knownType({ type, reference, array }: KnownProperty): ValueType {
  return typeNamed(type, reference === true, array === true);
}

/** Whether a type is `void`, which only the result of a method can have. */
export function isVoid(type: ValueType): boolean {
  return type.kind === 'object' && type.className?.toLowerCase() === 'void';
}

/** Whether two types are one and the same; of two classes, only the sort is compared. */
export function isSameType(a: ValueType, b: ValueType): boolean {
  if (a.kind !== b.kind || a.isArray !== b.isArray) return false;
  return a.kind !== 'primitive' || (b.kind === 'primitive' && a.name === b.name);
}

/** The type as a person writes it: `uint8[]`, `Sample_Reading ref`, `object`. */
export function typeText(type: ValueType): string {
  const suffix = type.isArray ? '[]' : '';
  return `${elementText(type)}${suffix}`;
}

/** The type of one element: `uint8`, `Sample_Reading ref`. */
export function elementText(type: ValueType): string {
  switch (type.kind) {
    case 'primitive':
      return type.name;
    case 'object':
      return type.className ?? 'object';
    case 'reference':
      return `${type.className ?? 'object'} ref`;
  }
}

/** Types of other languages, and what they are in MOF (mof-data-types). */
const foreignTypes: ReadonlyMap<string, string> = new Map([
  ['bool', 'boolean'],
  ['byte', 'uint8'],
  ['char', 'char16'],
  ['double', 'real64'],
  ['dword', 'uint32'],
  ['float', 'real32'],
  ['int', 'sint32'],
  ['int8', 'sint8'],
  ['int16', 'sint16'],
  ['int32', 'sint32'],
  ['int64', 'sint64'],
  ['integer', 'sint32'],
  ['long', 'sint32'],
  ['qword', 'uint64'],
  ['short', 'sint16'],
  ['str', 'string'],
  ['uint', 'uint32'],
  ['ulong', 'uint32'],
  ['ushort', 'uint16'],
  ['word', 'uint16'],
]);

/** What the type of another language is in MOF; undefined for other words. */
export function intendedType(name: string): string | undefined {
  return foreignTypes.get(name.toLowerCase());
}
