import type { ParsedFile } from '../../../compiler/model.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'alias-duplicate',
  severity: 'error',
  group: 'alias',
  summary: 'An alias is defined once in a file and what it includes.',
  why: 'mofcomp refuses the second definition, because it could not know which object is meant.',
  source: 'wmi-error-constants',
  hresult: '0x80044024',
  examples: {
    bad: String.raw`instance of Sample_Reading as $Reading
{
  Sensor = "north";
};

instance of Sample_Reading as $Reading
{
  Sensor = "south";
};
`,
    good: String.raw`instance of Sample_Reading as $North
{
  Sensor = "north";
};

instance of Sample_Reading as $South
{
  Sensor = "south";
};
`,
  },
  check: {
    unit({ files, aliases }, report) {
      if (files.some(hasConditions)) return;
      for (const { definition, duplicates } of aliases.values()) {
        for (const { file, node } of duplicates) {
          report({
            file,
            at: node,
            message: `${node.name} is the alias of another object already, and an alias cannot be used twice: call this one something else.`,
            related: [
              {
                file: definition.file,
                start: definition.node.start,
                end: definition.node.end,
                message: `${definition.node.name} is defined here first`,
              },
            ],
          });
        }
      }
    },
  },
});

/** Of two definitions behind #if and #else, the C preprocessor leaves one. */
function hasConditions({ document }: ParsedFile): boolean {
  return document.items.some(
    (item) => item.kind === 'PreprocessorLine' && item.directive.startsWith('if'),
  );
}
