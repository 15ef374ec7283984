import type { Span, Value } from '../../../../grammar/mof/ast.ts';
import { sourceSpanOf } from '../../../../grammar/mof/literals.ts';
import type { PropertyInfo } from '../../../compiler/checker/class-table.ts';
import { isWholeText } from '../../consumer-properties.ts';
import { oncePer } from '../../once-per.ts';
import { rule } from '../../rule.ts';
import { eachChecked } from '../../value-findings.ts';

export default rule({
  name: 'key-control-character',
  severity: 'error',
  group: 'class',
  summary: 'The value of a key has no control characters.',
  why: 'A key is part of the path of the instance, and characters below the blank are not allowed in it. Most come from a backslash that is not doubled: "C:\\temp" has a tab in it.',
  source: 'key-qualifier',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};

instance of Sample_Reading
{
  Sensor = "north\tower";
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};

instance of Sample_Reading
{
  Sensor = "north\\tower";
};
`,
  },
  check: eachChecked(
    ({ objects }) => objects,
    ({ instance, node, isEmbedded, info }, report, _, { table }) => {
      if (isEmbedded || info === undefined) return;
      const keys = foldedNames(table.keysOf(info, instance));
      for (const { name, value } of node.properties) {
        if (value === undefined || !keys.has(name.name.toLowerCase())) continue;
        const at = controlCharacterIn(value);
        if (at === undefined) continue;
        report({
          file: instance.file,
          at,
          message: `${name.name} is a key of ${info.name}, and a key has no control characters: write a backslash as two, and leave other control characters out.`,
        });
      }
    },
  ),
});

/** The many instances of a class ask for its keys. */
const foldedNames = oncePer(
  (keys: readonly PropertyInfo[]): ReadonlySet<string> =>
    new Set(keys.map(({ name }) => name.toLowerCase())),
);

const control = /[\u0000-\u001f]/;

/** The first character below the blank. */
function controlCharacterIn(value: Value): Span | undefined {
  if (value.kind === 'CharValue') return control.test(value.value[0] ?? '') ? value : undefined;
  if (!isWholeText(value)) return undefined;
  const at = value.value.search(control);
  return at < 0 ? undefined : sourceSpanOf(value, at, at + 1);
}
