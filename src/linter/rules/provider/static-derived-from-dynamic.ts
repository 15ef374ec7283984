import type { Identifier } from '../../../../grammar/mof/ast.ts';
import { hasFlag, qualifierNamed } from '../../../compiler/checker/qualifiers.ts';
import { eachClass, isDmtf } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'static-derived-from-dynamic',
  severity: 'error',
  group: 'provider',
  summary: 'A class that derives from a dynamic class is dynamic.',
  why: 'The instances of the derived class are instances of its superclass as well, for which WMI asks a provider.',
  source: 'dynamic-qualifier',
  examples: {
    bad: `[Dynamic, Provider("Sample Provider")]
class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};

class Sample_Cold_Reading : Sample_Reading
{
  uint8 Ice;
};
`,
    good: `[Dynamic, Provider("Sample Provider")]
class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};

[Dynamic, Provider("Sample Provider")]
class Sample_Cold_Reading : Sample_Reading
{
  uint8 Ice;
};
`,
  },
  check: eachClass((declared, report) => {
    const { symbol, info } = declared;
    const { node, file } = symbol;
    if (node.superclass === undefined || info.isAbstract || isDmtf(symbol)) return;
    if (qualifierNamed(node.qualifiers, 'dynamic') !== undefined) return;
    const parent = declared.checked.table.parentOf(info, symbol);
    if (parent?.symbol === undefined || parent.isAbstract || !parent.isReadable) return;
    if (!hasFlag(parent.symbol.node.qualifiers, 'dynamic')) return;
    if (
      qualifierNamed(parent.symbol.node.qualifiers, 'dynamic')?.flavors.some(isInherited) === true
    )
      return;
    const { start, end } = parent.symbol.node.name;
    report({
      file,
      at: node.name,
      subject: symbol,
      message: `${node.name.name} derives from ${parent.name}, which is dynamic, and must be dynamic too: write [Dynamic, Provider("...")] before it.`,
      related: [{ file: parent.symbol.file, start, end, message: 'the dynamic class' }],
    });
  }),
});

function isInherited({ name }: Identifier): boolean {
  return name.toLowerCase() === 'tosubclass';
}
