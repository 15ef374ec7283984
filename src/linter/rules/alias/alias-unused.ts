import type { Declaration } from '../../../compiler/model.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'alias-unused',
  severity: 'info',
  group: 'alias',
  summary: 'An alias that is defined should be used.',
  why: 'An alias that nothing refers to is left over, or the reference that was meant is missing.',
  source: 'creating-an-alias',
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
    unit({ files, aliases, declarations }, report) {
      // A syntax error may have swallowed the use.
      if (files.some(({ problems }) => problems.length > 0)) return;
      if (declarations.some(isConfigurationDocument)) return;
      for (const { name, definition, target, uses } of aliases.values()) {
        if (uses.length > 0) continue;
        const { file, node } = definition;
        const head = target.kind === 'class' ? target.node.name : target.node.className;
        report({
          file,
          at: node,
          message: `Nothing in the file refers to ${name}: remove "as ${name}", or refer to it where the object is meant.`,
          fixes: [
            {
              title: `Remove "as ${name}"`,
              safety: 'safe',
              edits: [{ file, start: head.end, end: node.end, text: '' }],
            },
          ],
        });
      }
    },
  },
});

/** PowerShell gives an alias to every resource of a compiled configuration, which mofcomp never sees. */
function isConfigurationDocument(declaration: Declaration): boolean {
  return (
    declaration.kind === 'instance' &&
    declaration.className.toLowerCase() === 'omi_configurationdocument'
  );
}
