/** What must be the same before and after. */
import type { Document } from '../../grammar/mof/ast.ts';
import { linesOf } from './line-ends.ts';

const places: ReadonlySet<string> = new Set(['start', 'end', 'body', 'comments']);

/**
 * A tree as comparable text: without places and comments, and without line ends and last blanks of the lines for the C
 * preprocessor.
 */
export function shapeOf({ items, nestedDirectives }: Document): string {
  return JSON.stringify([items, nestedDirectives], (key, value: unknown) => {
    if (places.has(key)) return undefined;
    if (key === 'text' && typeof value === 'string') return linesOf(value.trimEnd());
    return typeof value === 'bigint' ? `${value}n` : value;
  });
}
