/** Reads the qualifiers of a declaration. Names compare without regard to case. */
import type { Qualifier, QualifierList, Value } from '../../../grammar/mof/ast.ts';

/** The first qualifier of that name. */
export function qualifierNamed(
  list: QualifierList | undefined,
  name: string,
): Qualifier | undefined {
  return list?.qualifiers.find((qualifier) => qualifier.name.name.toLowerCase() === name);
}

/** Whether a boolean qualifier is there and is not `(FALSE)`. */
export function hasFlag(list: QualifierList | undefined, name: string): boolean {
  const qualifier = qualifierNamed(list, name);
  if (qualifier === undefined) return false;
  const value = soleValue(qualifier.value);
  return !(value?.kind === 'BooleanValue' && !value.value);
}

/** The text of a qualifier whose value is one string. */
export function textOf(list: QualifierList | undefined, name: string): string | undefined {
  const value = soleValue(qualifierNamed(list, name)?.value);
  return value?.kind === 'StringValue' ? value.value : undefined;
}

/** `Name(value)` and `Name{value}` say the same where there is one value. */
export function soleValue(value: Value | undefined): Value | undefined {
  return value?.kind === 'ArrayValue' && value.elements.length === 1 ? value.elements[0] : value;
}
