/** Names that are declared twice. */
import type { Identifier } from '../../grammar/mof/ast.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Finding } from './rule.ts';

/** A finding for each name that an earlier one has already; names compare without regard to case. */
export function duplicateFindings(
  file: SourceFile,
  names: readonly Identifier[],
  what: string,
): readonly Finding[] {
  const first = new Map<string, Identifier>();
  return names.flatMap((name) => {
    const key = name.name.toLowerCase();
    const earlier = first.get(key);
    if (earlier === undefined || key === '') {
      first.set(key, name);
      return [];
    }
    return [
      {
        file,
        at: name,
        message: `There is a ${what} ${earlier.name} already, and WMI tells one ${what} from another by the name alone: give this one another name.`,
        related: [{ file, start: earlier.start, end: earlier.end, message: 'declared here first' }],
      },
    ];
  });
}
