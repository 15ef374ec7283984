/** Compares values with the types of the properties that they are given to. */
import type {
  ArrayValue,
  IntegerValue,
  NullValue,
  RealValue,
  StringValue,
  Value,
} from '../../../grammar/mof/ast.ts';
import { readNumber } from '../../../grammar/mof/literals.ts';
import type { SourceFile } from '../../text/source-file.ts';
import type { ClassSymbol, InstanceSymbol, QualifierSymbol } from '../model.ts';
import type { PropertyInfo } from './class-table.ts';
import { type DatetimeReading, readDatetime } from './datetime.ts';
import { hasFlag } from './qualifiers.ts';
import {
  type IntegerRange,
  integerRange,
  isVoid,
  isWithinReal,
  type RealRange,
  realRange,
  type ValueType,
} from './value-type.ts';

/** A value and what it is given to. */
export interface ValuePlace {
  readonly file: SourceFile;
  /** The property, the parameter or the qualifier. */
  readonly name: string;
  readonly type: ValueType;
  /** Undefined for parameters and qualifiers. */
  readonly property: PropertyInfo | undefined;
  readonly owner: ValueOwner;
}

/** Whose value it is. */
export type ValueOwner =
  /** An instance, or an object embedded in it; `className` is the class of the object itself. */
  | {
      readonly kind: 'instance';
      readonly instance: InstanceSymbol;
      readonly className: string;
      readonly isEmbedded: boolean;
    }
  /** The default of a property or a parameter. */
  | {
      readonly kind: 'class';
      readonly symbol: ClassSymbol;
      readonly part: 'property' | 'parameter';
    }
  /** The default of a qualifier. */
  | { readonly kind: 'qualifier'; readonly symbol: QualifierSymbol };

/** What the values of one place can have wrong. `node` is the value, or the element of an array. */
export type ValueProblem = { readonly place: ValuePlace } & (
  | { readonly kind: 'type'; readonly node: Value }
  /** Not of the type, but it can be made into it. */
  | { readonly kind: 'conversion'; readonly node: Value; readonly text: string | undefined }
  | { readonly kind: 'array-for-scalar'; readonly node: ArrayValue }
  | { readonly kind: 'scalar-for-array'; readonly node: Value }
  | {
      readonly kind: 'range';
      readonly node: IntegerValue | RealValue | StringValue;
      readonly range: IntegerRange | RealRange;
    }
  | { readonly kind: 'fraction'; readonly node: RealValue }
  | {
      readonly kind: 'null';
      readonly node: NullValue;
      readonly why: 'key' | 'not_null' | 'indexed';
    }
  | { readonly kind: 'datetime'; readonly node: StringValue; readonly fault: string }
  | {
      readonly kind: 'interval';
      readonly node: StringValue;
      readonly reading: Exclude<DatetimeReading, { readonly kind: 'invalid' }>;
    }
);

/** What a value of a simple kind is for a type; a table by type, then by kind. */
type Fit = 'fits' | 'converts' | 'unfit';

type LiteralKind = Exclude<
  Value['kind'],
  'NullValue' | 'NameValue' | 'ArrayValue' | 'Alias' | 'InstanceValue'
>;

const fits: Readonly<Record<string, Readonly<Record<LiteralKind, Fit>>>> = {
  integer: {
    IntegerValue: 'fits',
    RealValue: 'fits',
    StringValue: 'unfit',
    CharValue: 'fits',
    BooleanValue: 'converts',
  },
  real: {
    IntegerValue: 'fits',
    RealValue: 'fits',
    StringValue: 'unfit',
    CharValue: 'unfit',
    BooleanValue: 'converts',
  },
  boolean: {
    IntegerValue: 'converts',
    RealValue: 'unfit',
    StringValue: 'unfit',
    CharValue: 'unfit',
    BooleanValue: 'fits',
  },
  string: {
    IntegerValue: 'converts',
    RealValue: 'converts',
    StringValue: 'fits',
    CharValue: 'converts',
    BooleanValue: 'converts',
  },
  char16: {
    IntegerValue: 'fits',
    RealValue: 'unfit',
    StringValue: 'unfit',
    CharValue: 'fits',
    BooleanValue: 'unfit',
  },
  datetime: {
    IntegerValue: 'unfit',
    RealValue: 'unfit',
    StringValue: 'fits',
    CharValue: 'unfit',
    BooleanValue: 'unfit',
  },
};

/** Hears of each problem. Most values have none, and there are very many, so that nothing is made for those. */
export type ReportProblem = (problem: ValueProblem) => void;

/** The problems of a value, of its elements too where it is an array. Objects inside are looked at by themselves. */
export function valueProblems(value: Value, place: ValuePlace, report: ReportProblem): void {
  const { type, property } = place;
  if (value.incomplete === true || isUnknown(value) || isVoid(type)) return;
  if (value.kind === 'NullValue') {
    const why = property && whyNotNull(property);
    if (why !== undefined && place.owner.kind === 'instance' && !place.owner.isEmbedded)
      report({ kind: 'null', place, node: value, why });
    return;
  }
  if (value.kind === 'ArrayValue') {
    if (!type.isArray) {
      report({ kind: 'array-for-scalar', place, node: value });
      return;
    }
    for (const element of value.elements) elementProblems(element, place, report);
  } else if (type.isArray && value.kind !== 'Alias') {
    report({ kind: 'scalar-for-array', place, node: value });
  } else {
    elementProblems(value, place, report);
  }
}

/** The qualifier that keeps a property from being NULL (WBEM_E_ILLEGAL_NULL in wmi-error-constants). */
function whyNotNull({
  isKey,
  isNotNull,
  declaration,
}: PropertyInfo): 'key' | 'not_null' | 'indexed' | undefined {
  if (isKey) return 'key';
  if (isNotNull) return 'not_null';
  return hasFlag(declaration?.node.qualifiers, 'indexed') ? 'indexed' : undefined;
}

/** What a macro of the C preprocessor stands for is not known. */
export function isUnknown(value: Value): boolean {
  return (
    value.kind === 'NameValue' ||
    (value.kind === 'StringValue' && value.pieces.some(({ kind }) => kind === 'Identifier'))
  );
}

function elementProblems(value: Value, place: ValuePlace, report: ReportProblem): void {
  if (isUnknown(value) || value.incomplete === true) return;
  switch (value.kind) {
    // An alias where no reference is, and NULL in an array, are matters of their own.
    case 'Alias':
    case 'NullValue':
    case 'NameValue':
      return;
    case 'ArrayValue':
      report({ kind: 'type', place, node: value });
      return;
    case 'InstanceValue':
      if (place.type.kind === 'reference' || !holdsObjects(place))
        report({ kind: 'type', place, node: value });
      return;
    default:
      literalProblems(value, place, report);
  }
}

function holdsObjects({ type, property }: ValuePlace): boolean {
  return type.kind === 'object' || property?.carries !== undefined;
}

function literalProblems(
  value: Extract<Value, { readonly kind: LiteralKind }>,
  place: ValuePlace,
  report: ReportProblem,
): void {
  const { type } = place;
  if (type.kind !== 'primitive') {
    if (type.kind === 'object' || value.kind !== 'StringValue')
      report({ kind: 'type', place, node: value });
    return;
  }
  const range = integerRange(type.name);
  const row = range === undefined ? type.name.replace(/(?:32|64)$/, '') : 'integer';
  const fit = fits[row]?.[value.kind] ?? 'fits';
  if (fit === 'converts') report({ kind: 'conversion', place, node: value, text: undefined });
  else if (value.kind === 'StringValue') stringProblems(value, place, fit, range, report);
  else if (fit === 'unfit') report({ kind: 'type', place, node: value });
  else if (value.kind === 'IntegerValue') integerProblems(value, place, range, report);
  else if (value.kind === 'RealValue' && range !== undefined)
    realProblems(value, place, range, report);
  if (value.kind !== 'IntegerValue' && value.kind !== 'RealValue') return;
  const reals = realRange(type.name);
  if (reals !== undefined && !isWithinReal(Number(value.value), reals))
    report({ kind: 'range', place, node: value, range: reals });
}

const char16Range: IntegerRange = { min: 0n, max: 0xffffn };

function integerProblems(
  node: IntegerValue,
  place: ValuePlace,
  integers: IntegerRange | undefined,
  report: ReportProblem,
): void {
  const isCharacter = place.type.kind === 'primitive' && place.type.name === 'char16';
  const range = isCharacter ? char16Range : integers;
  if (range !== undefined && !isWithin(node.value, range) && !isBitPattern(node, range)) {
    report({ kind: 'range', place, node, range });
  }
}

function realProblems(
  node: RealValue,
  place: ValuePlace,
  range: IntegerRange,
  report: ReportProblem,
): void {
  if (!Number.isFinite(node.value) || !isWithin(BigInt(Math.round(node.value)), range)) {
    report({ kind: 'range', place, node, range });
  } else if (!Number.isInteger(node.value)) {
    report({ kind: 'fraction', place, node });
  }
}

function isWithin(value: bigint, { min, max }: IntegerRange): boolean {
  return value >= min && value <= max;
}

/** `0xFFFFFFFF` for -1: the bits of a signed number. */
function isBitPattern({ value, base, raw }: IntegerValue, { min, max }: IntegerRange): boolean {
  return (
    min < 0n &&
    (base === 'hexadecimal' || base === 'binary') &&
    !/^[+-]/.test(raw) &&
    value <= 2n * max + 1n
  );
}

function stringProblems(
  node: StringValue,
  place: ValuePlace,
  fit: Fit,
  range: IntegerRange | undefined,
  report: ReportProblem,
): void {
  const name = place.type.kind === 'primitive' ? place.type.name : 'string';
  if (name === 'datetime') datetimeProblems(node, place, report);
  if (fit === 'fits') return;
  const text = node.value.trim();
  if (range !== undefined) {
    const reading = readNumber(text);
    if (reading.kind !== 'integer') {
      report({ kind: 'type', place, node });
    } else if (!isWithin(reading.value, range)) {
      report({ kind: 'range', place, node, range });
    } else if (!name.endsWith('64')) {
      report({ kind: 'conversion', place, node, text });
    }
  } else if (isConvertible(name, name === 'char16' ? node.value : text)) {
    report({ kind: 'conversion', place, node, text });
  } else {
    report({ kind: 'type', place, node });
  }
}

/** Texts that can be made into a type. */
function isConvertible(name: string, text: string): boolean {
  switch (name) {
    case 'boolean':
      return /^(?:true|false)$/i.test(text);
    case 'char16':
      return text.length === 1;
    default:
      return readNumber(text).kind !== 'invalid';
  }
}

function datetimeProblems(node: StringValue, place: ValuePlace, report: ReportProblem): void {
  const reading = readDatetime(node.value);
  const wantsInterval = place.property?.isInterval === true;
  if (reading.kind === 'invalid') {
    report({ kind: 'datetime', place, node, fault: reading.fault });
  } else if (reading.kind === 'loose-interval' || (wantsInterval && reading.kind === 'point')) {
    report({ kind: 'interval', place, node, reading });
  }
}

/** A word for what a value is. */
export const valueNouns: Readonly<Record<Value['kind'], string>> = {
  StringValue: 'a string',
  CharValue: 'a character',
  IntegerValue: 'an integer',
  RealValue: 'a real number',
  BooleanValue: 'a boolean',
  NullValue: 'NULL',
  Alias: 'an alias',
  NameValue: 'a name',
  ArrayValue: 'an array',
  InstanceValue: 'an embedded object',
};
