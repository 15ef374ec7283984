/** Values whose meaning is known. */
import { isExemplary, knownValues } from '../../knowledge/values.ts';
import { code, plain } from '../../markdown.ts';
import { innermost } from '../../node-path.ts';
import { lineageOf, type Lineage } from './class-hover.ts';
import type { Explanation, HoverPlace } from './place.ts';

/** What a number or a word means as the value of a property that has a few of them. */
export function valueHover(place: HoverPlace): Explanation | undefined {
  const { owner, path, site, table } = place;
  const node = path.findLast(({ kind }) => kind !== 'StringPiece');
  if (node?.kind !== 'IntegerValue' && node?.kind !== 'StringValue') return undefined;
  const holder = innermost(path, 'PropertyAssignment', 'PropertyDeclaration');
  if (holder === undefined || owner === undefined || site === undefined) return undefined;
  const lineage = lineageOf(owner, table, site);
  const text = valueText(String(node.value), holder.name.name, lineage);
  return text === undefined ? undefined : { start: node.start, end: node.end, text };
}

/** What a value means for a property of the first class of a lineage; undefined where that is not known. */
export function valueText(value: string, property: string, lineage: Lineage): string | undefined {
  const known = knownValues(
    lineage.map(({ name }) => name),
    property,
  );
  const found = known?.values.find((entry) => entry.value.toLowerCase() === value.toLowerCase());
  if (known === undefined || found === undefined || isExemplary(known)) return undefined;
  return `${code(found.value)}: ${plain(found.meaning)}`;
}
