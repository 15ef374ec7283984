/** The classes that an editor explains: besides those that the checker knows, those of Windows that queries are about. */
import {
  type ClassInfo,
  ClassTable,
  knownProperty,
  type Site,
} from '../src/compiler/checker/class-table.ts';
import { knownClass } from '../src/schema/known-classes.ts';
import { windowsClass } from '../src/schema/windows-classes.ts';

/**
 * A class table that has the classes of Windows too. Of some of them not all properties are known, so that nobody can
 * be told that a property is missing: for explanations, not for findings.
 */
export class WideClassTable extends ClassTable {
  override lookup(name: string, site: Site): ClassInfo | undefined {
    const found = super.lookup(name, site);
    return found ?? (this.declares(name) ? undefined : classOfWindows(name));
  }
}

const infos = new Map<string, ClassInfo>();

/** A class of WMI or of Windows by its name alone, in any case. */
export function classOfWindows(name: string): ClassInfo | undefined {
  const folded = name.toLowerCase();
  let info = infos.get(folded);
  if (info === undefined) {
    info = readClass(folded);
    if (info !== undefined) infos.set(folded, info);
  }
  return info;
}

function readClass(name: string): ClassInfo | undefined {
  const known = knownClass(name);
  const found = known ?? windowsClass(name);
  if (found === undefined) return undefined;
  const all = found.properties.map(knownProperty);
  return {
    name: found.name,
    superclass: found.superclass,
    symbol: undefined,
    properties: byFoldedName(all),
    keys: all.filter(({ isKey }) => isKey),
    references: all.filter(({ type }) => type.kind === 'reference'),
    isAbstract: known?.abstract === true,
    isSingleton: known?.singleton === true,
    isAssociation: known?.association === true,
    isReadable: true,
  };
}

function byFoldedName(properties: ClassInfo['keys']): ClassInfo['properties'] {
  return new Map(properties.map((property) => [property.name.toLowerCase(), property]));
}
