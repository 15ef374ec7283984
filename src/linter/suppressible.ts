/** Which findings comments can suppress. */
import { rules } from './registry.ts';
import type { Rule } from './rule.ts';

/** Errors behind which the parser does not know how the text was meant to go on. */
export const unreadable: ReadonlySet<string> = new Set([
  'syntax',
  'unterminated-string',
  'unterminated-comment',
]);

/**
 * Whether a comment can suppress the findings of a rule. Behind an error of syntax the text is not read as it is
 * written, so that to hide it would be to hide what else is wrong; and a comment that is of no use is mended by
 * removing it.
 */
export function isSuppressible({ name, group, check }: Rule): boolean {
  if (check === 'suppressions') return false;
  return check !== 'parser' || (group !== 'carrier' && !unreadable.has(name));
}

/** The names of all rules whose findings comments can suppress. */
export const suppressibleRules: ReadonlySet<string> = new Set(
  rules.filter(isSuppressible).map(({ name }) => name),
);
