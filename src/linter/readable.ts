/** Whether what stands in a file can be taken at its word. */
import type { PropertyAssignment } from '../../grammar/mof/ast.ts';
import type { InstanceSymbol } from '../compiler/model.ts';

/** False for an instance without a body, or with one that a syntax error cuts short: what it lacks may be meant. */
export function isWhole({ node }: InstanceSymbol): boolean {
  return node.incomplete !== true && node.body.end > node.body.start;
}

/**
 * False for a value that a syntax error may have cut short: what it lacks is the syntax error's fault. Errors
 * elsewhere in the instance do not matter.
 */
export function isReadable(
  { file, node }: InstanceSymbol,
  assignment: PropertyAssignment,
): boolean {
  if (node.incomplete !== true) return true;
  const { value } = assignment;
  if (assignment.incomplete === true || value === undefined || value.incomplete === true)
    return false;
  return /^\s*;$/u.test(file.text.slice(value.end, assignment.end));
}
