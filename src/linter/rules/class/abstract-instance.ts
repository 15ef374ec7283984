import { rule } from '../../rule.ts';
import { classDeclaration, eachChecked } from '../../value-findings.ts';

export default rule({
  name: 'abstract-instance',
  severity: 'error',
  group: 'class',
  summary: 'There are no instances of an abstract class.',
  why: 'An abstract class only serves to derive others from, and WMI refuses an instance of it.',
  source: 'standard-qualifiers',
  examples: {
    bad: String.raw`[abstract]
class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};

instance of Sample_Reading
{
  Sensor = "north";
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};

instance of Sample_Reading
{
  Sensor = "north";
};
`,
  },
  check: eachChecked(
    ({ objects }) => objects,
    ({ instance, node, isEmbedded, info }, report) => {
      if (info?.isAbstract !== true || isEmbedded || isConsumerBase(info.name)) return;
      report({
        file: instance.file,
        at: node.className,
        message: `${info.name} is abstract, and WMI refuses instances of it: write a class that derives from it.`,
        related: classDeclaration(info),
      });
    },
  ),
});

/** consumer-base-instantiated says what to write instead. */
function isConsumerBase(className: string): boolean {
  return className.toLowerCase() === '__eventconsumer';
}
