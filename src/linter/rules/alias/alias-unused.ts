import type {
  AliasSymbol,
  Binding,
  CompilationUnit,
  Declaration,
} from '../../../compiler/model.ts';
import { type Report, rule } from '../../rule.ts';

export default rule({
  name: 'alias-unused',
  severity: 'info',
  preset: 'strict',
  group: 'alias',
  summary: 'An alias that is defined should be used.',
  why: 'An alias that nothing refers to is left over, or the reference that was meant is missing.',
  source: 'creating-an-alias',
  tag: 'unnecessary',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`instance of Sample_Reading as $Unused
{
  Sensor = "north";
};
`,
    good: String.raw`instance of Sample_Reading
{
  Sensor = "north";
};
`,
  },
  check: {
    compilation({ units, bindings, filters, consumers }, report) {
      const all = [...filters, ...consumers];
      const parts = new Set<object>(all.map(({ instance }) => instance));
      // filter-unbound and consumer-unbound speak of these.
      const unbound = new Set<object>(
        all.filter((part) => part.bindings.length === 0).map(({ instance }) => instance),
      );
      const unclear = new Set(bindings.filter(isUnclear).map(({ instance }) => instance.unit));
      for (const unit of units) {
        if (mayUseUnseen(unit)) continue;
        for (const alias of unit.aliases.values()) {
          if (alias.uses.length > 0 || unbound.has(alias.target)) continue;
          if (unclear.has(unit) && parts.has(alias.target)) continue;
          reportUnused(alias, report);
        }
      }
    },
  },
});

/** A syntax error may have swallowed the use, and PowerShell gives an alias to every resource of a configuration. */
function mayUseUnseen({ files, declarations }: CompilationUnit): boolean {
  return (
    files.some(({ problems }) => problems.length > 0) || declarations.some(isConfigurationDocument)
  );
}

/** Where an end of a binding is missing, wrong or a path, the alias is what belongs there, and that has been said. */
function isUnclear({ filter, consumer }: Binding): boolean {
  return filter.kind !== 'alias' || consumer.kind !== 'alias';
}

function reportUnused({ name, definition, target }: AliasSymbol, report: Report): void {
  const { file, node } = definition;
  const head = target.kind === 'class' ? target.node.name : target.node.className;
  report({
    file,
    at: node,
    message: `Nothing in the file refers to ${name}: remove "as ${name}", or refer to it where the object is meant.`,
    fixes: [
      {
        title: `Remove "as ${name}"`,
        safety: 'suggestion',
        edits: [{ file, start: head.end, end: node.end, text: '' }],
      },
    ],
  });
}

/** A compiled configuration of PowerShell, which mofcomp never sees. */
function isConfigurationDocument(declaration: Declaration): boolean {
  return (
    declaration.kind === 'instance' &&
    declaration.className.toLowerCase() === 'omi_configurationdocument'
  );
}
