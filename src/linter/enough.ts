/** How often a rule speaks about one string: hostile text must not cost more time than people have. */

/** Nobody reads more findings of one rule about one string. */
const most = 20;

/** The first few items for which `wanted` holds. */
export function enough<Item>(
  items: Iterable<Item>,
  wanted: (item: Item) => boolean = () => true,
): readonly Item[] {
  const found: Item[] = [];
  for (const item of items) {
    if (!wanted(item)) continue;
    found.push(item);
    if (found.length === most) break;
  }
  return found;
}
