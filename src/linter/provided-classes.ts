/** What the rules about classes with a provider and about classes of drivers share. */
import { hasFlag, qualifierNamed, textOf } from '../compiler/checker/qualifiers.ts';
import type { ClassSymbol } from '../compiler/model.ts';
import {
  ancestorWith,
  type DeclaredClass,
  embeddedClasses,
  isMethod,
  isProperty,
} from './classes.ts';

/** True for a class that WMI's provider for drivers serves. */
export function isOfDriver({ node: { qualifiers } }: ClassSymbol): boolean {
  return hasFlag(qualifiers, 'wmi') || textOf(qualifiers, 'provider')?.toLowerCase() === 'wmiprov';
}

/** True for a description of trace events, which is no class of WMI's providers. */
export function isTrace({ symbol, info, checked }: DeclaredClass): boolean {
  const traces = /^(?:eventtrace|mstrace\w*)$/iu;
  if (qualifierNamed(symbol.node.qualifiers, 'eventtype') !== undefined) return true;
  for (const { name, superclass } of checked.table.lineage(info, symbol)) {
    if (traces.test(name) || traces.test(superclass ?? '')) return true;
  }
  return false;
}

/** Whether a class or an ancestor names a provider, or an ancestor that nobody knows may. */
export function namesProvider(declared: DeclaredClass): boolean {
  const { symbol, info, checked } = declared;
  if (qualifierNamed(symbol.node.qualifiers, 'provider') !== undefined) return true;
  if (!checked.table.isWhole(info, symbol)) return true;
  return (
    ancestorWith(
      declared,
      (ancestor) => qualifierNamed(ancestor.symbol?.node.qualifiers, 'provider') !== undefined,
    ) !== undefined
  );
}

/** Whether the properties of a class say themselves where their values come from. */
export function hasOwnContext({ node }: ClassSymbol): boolean {
  return (
    qualifierNamed(node.qualifiers, 'classcontext') !== undefined ||
    node.members.some(
      ({ qualifiers }) =>
        qualifierNamed(qualifiers, 'propertycontext') !== undefined ||
        qualifierNamed(qualifiers, 'provider') !== undefined,
    )
  );
}

/** Whether a class has methods, its own or perhaps inherited ones. */
export function mayHaveMethods(declared: DeclaredClass): boolean {
  const { symbol, info, checked } = declared;
  if (symbol.node.members.some(isMethod) || !checked.table.isWhole(info, symbol)) return true;
  return (
    ancestorWith(declared, (ancestor) => ancestor.symbol?.node.members.some(isMethod) === true) !==
    undefined
  );
}

/** Whether a class is one of events, or may be. */
export function isEvent({ symbol, info, checked }: DeclaredClass): boolean {
  return checked.table.derives(info, '__Event', symbol) !== false;
}

/** The WmiDataId of each property that has one. */
export function dataIdsOf({ node }: ClassSymbol): readonly DataId[] {
  return node.members.filter(isProperty).flatMap((property) => {
    const qualifier = qualifierNamed(property.qualifiers, 'wmidataid');
    const value = qualifier?.value;
    const sole = value?.kind === 'ArrayValue' ? value.elements[0] : value;
    if (qualifier === undefined) return [];
    return [{ qualifier, id: sole?.kind === 'IntegerValue' ? sole.value : undefined }];
  });
}

/** One WmiDataId; `id` is undefined where it is no number, as with a macro. */
export interface DataId {
  readonly qualifier: NonNullable<ReturnType<typeof qualifierNamed>>;
  readonly id: bigint | undefined;
}

/** True for the base that the event classes of drivers have. */
export function isDriverEvent(superclass: string | undefined): boolean {
  return superclass?.toLowerCase() === 'wmievent';
}

/** Whether the objects of a class only stand inside of others: it is used as a type, or it has items and no driver. */
export function isEmbeddedOnly({ symbol, compilation }: DeclaredClass): boolean {
  const { qualifiers } = symbol.node;
  return (
    embeddedClasses(compilation).has(symbol.name.toLowerCase()) ||
    (qualifierNamed(qualifiers, 'dynamic') === undefined &&
      qualifierNamed(qualifiers, 'provider') === undefined)
  );
}
