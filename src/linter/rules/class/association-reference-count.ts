import { eachClass } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'association-reference-count',
  severity: 'warning',
  group: 'class',
  summary: 'An association has at least two references.',
  why: 'An association joins two objects; with fewer references nothing is joined.',
  source: 'declaring-an-association-class',
  examples: {
    bad: String.raw`[association]
class Sample_Link
{
  [key] CIM_LogicalElement ref Source;
};
`,
    good: String.raw`[association]
class Sample_Link
{
  [key] CIM_LogicalElement ref Source;
  [key] CIM_LogicalElement ref Target;
};
`,
  },
  check: eachClass(({ symbol, info, checked: { table } }, report) => {
    if (!info.isAssociation || info.isAbstract || !table.isWhole(info, symbol)) return;
    const names = new Set<string>();
    for (const { references } of table.lineage(info, symbol)) {
      for (const { name } of references) names.add(name.toLowerCase());
    }
    if (names.size >= 2) return;
    report({
      file: symbol.file,
      at: symbol.node.name,
      message: `${info.name} is an association with ${names.size === 0 ? 'no reference' : 'one reference only'}, and an association joins two objects: declare a reference to each.`,
    });
  }),
});
