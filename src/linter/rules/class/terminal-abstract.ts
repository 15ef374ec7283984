import { hasFlag, qualifierNamed } from '../../../compiler/checker/qualifiers.ts';
import { eachClass } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'terminal-abstract',
  severity: 'error',
  group: 'class',
  summary: 'A terminal class is not abstract and has no subclasses.',
  why: 'From a terminal class nothing derives, and an abstract class is only there to derive from, so the compiler generates an error.',
  source: 'standard-qualifiers',
  examples: {
    bad: String.raw`[terminal, abstract]
class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};
`,
    good: String.raw`[terminal]
class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};
`,
  },
  check: eachClass(({ symbol, info, checked: { table } }, report) => {
    const { node, file, name } = symbol;
    const terminal = qualifierNamed(node.qualifiers, 'terminal');
    if (terminal !== undefined && hasFlag(node.qualifiers, 'terminal') && info.isAbstract) {
      report({
        file,
        at: terminal,
        message: `${name} is terminal and abstract at once, so that it can have neither subclasses nor instances, and the compiler refuses it: leave out one of the two qualifiers.`,
      });
    }
    const parent = table.parentOf(info, symbol)?.symbol;
    if (parent === undefined || node.superclass === undefined) return;
    if (!hasFlag(parent.node.qualifiers, 'terminal')) return;
    report({
      file,
      at: node.superclass,
      message: `${parent.name} is terminal, and the compiler refuses a class that derives from it: derive from another class.`,
      related: [
        {
          file: parent.file,
          start: parent.node.name.start,
          end: parent.node.name.end,
          message: 'the class is declared here',
        },
      ],
    });
  }),
});
