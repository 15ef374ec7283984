/** How namespaces are spelled: those that ship with Windows in one way, others as the run spells them first. */
import type { Compilation } from '../compiler/model.ts';

const wellKnownSegments: ReadonlySet<string> = new Set([
  'root',
  'cimv2',
  'default',
  'microsoft',
  'policy',
  'security',
  'standardcimv2',
  'subscription',
  'wmi',
]);

/** The spelling of each namespace of the run, by its key. */
export function namespaceSpellings({ units }: Compilation): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>();
  for (const { declarations } of units) {
    for (const { namespace } of declarations) {
      if (!spellings.has(namespace.key)) spellings.set(namespace.key, canonical(namespace.path));
    }
  }
  return spellings;
}

function canonical(path: string): string {
  return path
    .split('\\')
    .map((segment) => {
      const key = segment.toLowerCase();
      return wellKnownSegments.has(key) ? key : segment;
    })
    .join('\\');
}
