import { rule } from '../../rule.ts';
import { declarationOf, eachChecked, objectDeclaration, partOf } from '../../value-findings.ts';

export default rule({
  name: 'reference-class',
  severity: 'warning',
  group: 'type',
  summary:
    'A reference leads to an object of the class that it is declared with, or of a class derived from it.',
  why: 'A reference is strongly typed: whoever follows it relies on the class, and an object of another class is never what is looked for.',
  source: 'declaring-an-association-class, references',
  hresult: '0x80044015',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
};

class Sample_Site
{
  [key] string Name;
};

class Sample_Note
{
  [key] string Name;
  Sample_Reading ref Subject;
};

instance of Sample_Reading as $Reading
{
  Sensor = "north";
};

instance of Sample_Site as $Site
{
  Name = "roof";
};

instance of Sample_Note
{
  Name = "a";
  Subject = $Site;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
};

class Sample_Site
{
  [key] string Name;
};

class Sample_Note
{
  [key] string Name;
  Sample_Reading ref Subject;
};

instance of Sample_Reading as $Reading
{
  Sensor = "north";
};

instance of Sample_Site as $Site
{
  Name = "roof";
};

instance of Sample_Note
{
  Name = "a";
  Subject = $Reading;
};

instance of Sample_Note
{
  Name = "b";
  Subject = "Sample_Reading.Sensor=\"north\"";
};
`,
  },
  check: eachChecked(
    ({ wrongClasses }) => wrongClasses,
    ({ place, node, wanted, actual, target }, report, compilation) => {
      const { owner, type, name, file } = place;
      if (type.kind !== 'reference' || owner.kind !== 'instance') return;
      // The two ends of a binding are what binding-reference-class is about.
      if (!owner.isEmbedded && partOf(compilation, owner.instance) === 'binding') return;
      report({
        file,
        at: node,
        message:
          `${name} is a reference to ${wanted}, and this leads to an instance of ${actual}, which does not derive from it: ` +
          `write the alias or the path of an instance of ${wanted}.`,
        related: [...declarationOf(place), ...objectDeclaration(target)],
      });
    },
  ),
});
