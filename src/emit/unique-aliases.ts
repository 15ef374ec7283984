/** Aliases live in one file; where several files become one text, each needs a name of its own. */
import type { CompilationUnit } from '../compiler/model.ts';

/**
 * The printed name of each unit's aliases, by folded name. An alias keeps the spelling of its definition unless an
 * earlier unit has the name; then it gets the first free number.
 */
export function uniqueAliases(
  units: readonly CompilationUnit[],
): ReadonlyMap<CompilationUnit, ReadonlyMap<string, string>> {
  const names = new Map<CompilationUnit, ReadonlyMap<string, string>>();
  const own = new Set(units.flatMap((unit) => [...unit.aliases.keys()]));
  const taken = new Set<string>();
  const lastNumbers = new Map<string, number>();
  for (const unit of units) {
    const printed = new Map<string, string>();
    for (const [key, { name }] of unit.aliases) {
      let free = name;
      let number = lastNumbers.get(key) ?? 1;
      while (taken.has(free.toLowerCase()) || (free !== name && own.has(free.toLowerCase()))) {
        number += 1;
        free = `${name}_${number}`;
      }
      lastNumbers.set(key, number);
      taken.add(free.toLowerCase());
      printed.set(key, free);
    }
    names.set(unit, printed);
  }
  return names;
}
