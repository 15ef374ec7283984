import type { CompilationUnit } from '../../../compiler/model.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'alias-forward-reference',
  severity: 'info',
  preset: 'strict',
  group: 'alias',
  summary: 'An alias reads best when its object stands before the reference.',
  why: 'WMI takes references to aliases that are defined further down, but other MOF compilers want the definition first.',
  source: 'creating-an-alias',
  examples: {
    bad: String.raw`instance of Sample_Link
{
  Name = "a";
  Target = $Reading;
};

instance of Sample_Reading as $Reading
{
  Sensor = "north";
};
`,
    good: String.raw`instance of Sample_Reading as $Reading
{
  Sensor = "north";
};

instance of Sample_Link
{
  Name = "a";
  Target = $Reading;
};
`,
  },
  check: {
    unit(unit, report) {
      const position = positions(unit);
      for (const { target, definition, uses } of unit.aliases.values()) {
        for (const { file, node, owner } of uses) {
          if ((position.get(owner) ?? 0) >= (position.get(target) ?? 0)) continue;
          report({
            file,
            at: node,
            message: `${node.name} is defined further down, which WMI takes and other MOF compilers do not: declare its object before this one.`,
            related: [
              {
                file: definition.file,
                start: definition.node.start,
                end: definition.node.end,
                message: `${definition.node.name} is defined here`,
              },
            ],
          });
        }
      }
    },
  },
});

/** The place of each declaration in the order in which mofcomp meets them. */
function positions({ declarations }: CompilationUnit): ReadonlyMap<object, number> {
  return new Map(declarations.map((declaration, index) => [declaration, index]));
}
