/** What the C preprocessor's `#if`, `#else` and `#endif` between items mean for the items around them. */
import type { Item } from '../../grammar/mof/ast.ts';
import type { UnitItem } from './unit-items.ts';

/** An item and what is certain about it whatever is defined. */
export interface ConditionalItem extends UnitItem {
  /** Whether it stands between `#if` and `#endif`. */
  readonly isChosen: boolean;
  /** Whether a `#pragma namespace` of the unit precedes it in any case. */
  readonly isPlaced: boolean;
}

/** An `#if` that is open. */
interface Choice {
  /** Whether a namespace was named before it. */
  readonly before: boolean;
  /** Whether each branch so far names one. */
  inAll: boolean;
  hasElse: boolean;
}

/** Whether the line begins, divides or ends a choice. */
export function isConditional(item: Item): boolean {
  return (
    item.kind === 'PreprocessorLine' &&
    /^(?:if|ifdef|ifndef|elif|elifdef|elifndef|else|endif)$/.test(item.directive)
  );
}

export function conditionsOf(items: readonly UnitItem[]): readonly ConditionalItem[] {
  const open: Choice[] = [];
  let isPlaced = false;
  return items.map((unitItem) => {
    const { item } = unitItem;
    if (item.kind === 'Pragma' && item.name.name.toLowerCase() === 'namespace') isPlaced = true;
    else if (item.kind === 'PreprocessorLine' && isConditional(item)) {
      isPlaced = afterDirective(item.directive, isPlaced, open);
    }
    return { ...unitItem, isChosen: open.length > 0, isPlaced };
  });
}

/** Whether a namespace is named by then. */
function afterDirective(directive: string, isPlaced: boolean, open: Choice[]): boolean {
  if (directive.startsWith('if')) {
    open.push({ before: isPlaced, inAll: true, hasElse: false });
    return isPlaced;
  }
  const choice = open.at(-1);
  if (choice === undefined) return isPlaced;
  choice.inAll &&= isPlaced;
  if (directive === 'endif') {
    open.pop();
    return choice.before || (choice.hasElse && choice.inAll);
  }
  choice.hasElse ||= directive === 'else';
  return choice.before;
}
