/** Items that lines for the C preprocessor cut through: no MOF until those lines are gone. */
import type { Document, Span } from '../../grammar/mof/ast.ts';

/** Whether a line for the C preprocessor stands inside the item. */
export function isCut({ nestedDirectives }: Document, item: Span): boolean {
  let low = 0;
  let high = nestedDirectives.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nestedDirectives[middle]?.start ?? 0) < item.start) low = middle + 1;
    else high = middle;
  }
  const first = nestedDirectives[low];
  return first !== undefined && first.start < item.end;
}
