import type { AliasSymbol, AliasUse, CompilationUnit } from '../../../compiler/model.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'alias-circular',
  severity: 'error',
  group: 'alias',
  summary: 'Objects do not refer to one another in a circle of aliases.',
  why: 'WMI supports references to aliases that are defined further down, but not circular ones.',
  source: 'creating-an-alias',
  examples: {
    bad: String.raw`instance of Sample_Node as $A
{
  Id = "a";
  Next = $B;
};

instance of Sample_Node as $B
{
  Id = "b";
  Next = $A;
};
`,
    good: String.raw`instance of Sample_Node as $A
{
  Id = "a";
};

instance of Sample_Node as $B
{
  Id = "b";
  Next = $A;
};
`,
  },
  check: {
    unit(unit, report) {
      for (const { closing, way } of circlesIn(unit)) {
        const names = [closing, ...way].map(({ node }) => node.name);
        if (way.length === MAX_SHOWN) names.push('...');
        report({
          file: closing.file,
          at: closing.node,
          subject: closing.node,
          message:
            `${closing.node.name} closes a circle of aliases (${[...names, closing.node.name].join(' -> ')}), which WMI does not support: ` +
            'leave one of the references out, or write it as the path of its object.',
          related: way.map(({ file, node }) => ({
            file,
            start: node.start,
            end: node.end,
            message: `the circle goes on to ${node.name} here`,
          })),
        });
      }
    },
  },
});

/** How much of a long circle is shown. */
const MAX_SHOWN = 8;

interface Circle {
  /** The use that leads back to where the circle begins. */
  readonly closing: AliasUse;
  /** The uses on the way from there to the closing one, the first few of them. */
  readonly way: readonly AliasUse[];
}

/** Where the search stands: an alias, the use that led to it, and which of its object's uses comes next. */
interface Step {
  readonly alias: AliasSymbol;
  readonly via: AliasUse | undefined;
  position: number;
}

/** Each circle once, found by a search into the depth that keeps its own stack. */
function circlesIn({ aliases }: CompilationUnit): readonly Circle[] {
  const next = usesByOwner(aliases);
  const circles: Circle[] = [];
  const done = new Set<AliasSymbol>();
  for (const start of aliases.values()) {
    if (done.has(start)) continue;
    const trail: Step[] = [{ alias: start, via: undefined, position: 0 }];
    const depth = new Map<AliasSymbol, number>([[start, 0]]);
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const use = next.get(top.alias)?.[top.position++];
      const target = use && aliases.get(use.node.name.toLowerCase());
      if (use === undefined || target === undefined) {
        done.add(top.alias);
        depth.delete(top.alias);
        trail.pop();
        continue;
      }
      const at = depth.get(target);
      if (at !== undefined) {
        const way = trail.slice(at + 1, at + 1 + MAX_SHOWN).flatMap(({ via }) => via ?? []);
        circles.push({ closing: use, way });
      } else if (!done.has(target)) {
        depth.set(target, trail.length);
        trail.push({ alias: target, via: use, position: 0 });
      }
    }
  }
  return circles;
}

/** The aliases that the object of each alias refers to. */
function usesByOwner(
  aliases: ReadonlyMap<string, AliasSymbol>,
): ReadonlyMap<AliasSymbol, readonly AliasUse[]> {
  const aliasOf = new Map([...aliases.values()].map((alias) => [alias.target, alias]));
  const uses = new Map<AliasSymbol, AliasUse[]>();
  for (const alias of aliases.values()) {
    for (const use of alias.uses) {
      const owner = aliasOf.get(use.owner);
      if (owner === undefined) continue;
      const list = uses.get(owner);
      if (list === undefined) uses.set(owner, [use]);
      else list.push(use);
    }
  }
  return uses;
}
