/** The flavors and the scopes of qualifiers in one order and spelling, so that what means the same reads the same. */
import type { Identifier } from '../../grammar/mof/ast.ts';
import { flavorSpellings, scopeSpellings } from '../../grammar/mof/spellings.ts';

const flavorOrder = [...flavorSpellings.values()];
const scopeOrder = [...scopeSpellings.values()];

/** Each flavor once, those that WMI knows first and in the order of its documentation. */
export function canonicalFlavors(flavors: readonly Identifier[]): readonly string[] {
  return inOrder(flavors, flavorSpellings, flavorOrder);
}

/** Each scope once and in alphabetical order; `any` says all that others beside it could (DSP0004). */
export function canonicalScopes(scopes: readonly Identifier[]): readonly string[] {
  const names = inOrder(scopes, scopeSpellings, scopeOrder);
  return names.includes('any') ? ['any'] : names;
}

function inOrder(
  words: readonly Identifier[],
  spellings: ReadonlyMap<string, string>,
  order: readonly string[],
): readonly string[] {
  const names = new Set(words.map(({ name }) => spellings.get(name.toLowerCase()) ?? name));
  if (names.size < 2) return [...names];
  return [
    ...order.filter((name) => names.has(name)),
    ...[...names].filter((name) => !order.includes(name)),
  ];
}
