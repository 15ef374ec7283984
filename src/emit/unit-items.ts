/** A unit's items in the order in which mofcomp meets them, with included files in the place of their `#include`. */
import type { Item } from '../../grammar/mof/ast.ts';
import type { Compilation, CompilationUnit, Declaration, ParsedFile } from '../compiler/model.ts';

/** An item and what the binder made of it. */
export interface UnitItem {
  readonly item: Item;
  readonly file: ParsedFile;
  /** Undefined for what declares nothing, an `#include` that could not be read among it. */
  readonly declaration: Declaration | undefined;
}

/** As many as the binder follows. */
const mostIncludes = 10_000;

export function itemsOfUnit(unit: CompilationUnit, { includes }: Compilation): readonly UnitItem[] {
  const items: UnitItem[] = [];
  const open = new Set<ParsedFile>();
  let next = 0;
  let includeCount = 0;

  const enter = (file: ParsedFile): void => {
    open.add(file);
    for (const item of file.document.items) visit(item, file);
    open.delete(file);
  };
  const visit = (item: Item, file: ParsedFile): void => {
    const included = item.kind === 'Include' ? includes.get(item) : undefined;
    if (included !== undefined && !open.has(included) && includeCount < mostIncludes) {
      includeCount += 1;
      enter(included);
    } else if (!isDeclaring(item)) items.push({ item, file, declaration: undefined });
    else {
      // The binder lists the same items in the same order; one that it lacks is in a file that it refused to follow.
      const declaration = unit.declarations[next];
      if (declaration?.node !== item) return;
      next += 1;
      items.push({ item, file, declaration });
    }
  };
  enter(unit.root);
  return items;
}

function isDeclaring(item: Item): boolean {
  return (
    item.kind === 'ClassDeclaration' ||
    item.kind === 'InstanceDeclaration' ||
    item.kind === 'QualifierDeclaration' ||
    item.kind === 'Pragma'
  );
}
