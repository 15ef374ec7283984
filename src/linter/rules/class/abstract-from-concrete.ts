import { qualifierNamed } from '../../../compiler/checker/qualifiers.ts';
import { eachClass, isDmtf } from '../../classes.ts';
import { rule } from '../../rule.ts';
import { classDeclaration } from '../../value-findings.ts';

export default rule({
  name: 'abstract-from-concrete',
  severity: 'error',
  group: 'class',
  summary: 'An abstract class derives from an abstract class, or from none.',
  why: 'WMI refuses an abstract class below one that has instances of its own.',
  source: 'wmi-error-constants',
  hresult: '0x80041065',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};

[abstract]
class Sample_Detail : Sample_Reading
{
  string Part;
};
`,
    good: String.raw`[abstract]
class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};

[abstract]
class Sample_Detail : Sample_Reading
{
  string Part;
};
`,
  },
  check: eachClass(({ symbol, info, checked: { table } }, report) => {
    const { node, file, name } = symbol;
    const parent = table.parentOf(info, symbol);
    if (
      !info.isAbstract ||
      isDmtf(symbol) ||
      parent === undefined ||
      !parent.isReadable ||
      parent.isAbstract
    )
      return;
    report({
      file,
      at: qualifierNamed(node.qualifiers, 'abstract') ?? node.name,
      message: `${name} is abstract and derives from ${parent.name}, which is not, and WMI refuses that: leave out the qualifier, or derive from an abstract class.`,
      related: classDeclaration(parent),
    });
  }),
});
