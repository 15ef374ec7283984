/** Which arrays are security identifiers. */
import type { ArrayValue } from '../../grammar/mof/ast.ts';
import { decodeSid } from '../security/sid.ts';

/** The longest SID has fifteen sub-authorities, the shortest that names an account has one. */
const longest = 8 + 4 * 15;
const shortest = 8 + 4;

/**
 * Whether an array holds a SID: by its elements, or, where these are numbers of any kind, by the name of what it is the
 * value of.
 */
export function isSid({ elements }: ArrayValue, name: string): boolean {
  if (elements.length === 0 || elements.length > longest) return false;
  const numbers = elements.flatMap((each) => (each.kind === 'IntegerValue' ? each.value : []));
  if (numbers.length < elements.length) return false;
  if (/sid$/i.test(name)) return true;
  return numbers.length >= shortest && decodeSid(numbers.map(Number)).kind === 'sid';
}
