import { rule } from '../../rule.ts';
import { declarationOf, eachChecked, objectDeclaration } from '../../value-findings.ts';

export default rule({
  name: 'embedded-class',
  severity: 'error',
  group: 'type',
  summary:
    'An embedded object is of the class that its property is declared with, or of a class derived from it.',
  why: 'The class of an embedded object is part of the type of the property, and WMI takes no other.',
  source: 'mof-data-types, mof-arrays',
  hresult: '0x80044015',
  examples: {
    bad: String.raw`class Sample_Place
{
  string Room;
};

class Sample_Person
{
  string Name;
};

class Sample_Reading
{
  [key] string Sensor;
  Sample_Place Place;
};

instance of Sample_Reading
{
  Sensor = "north";
  Place = instance of Sample_Person
  {
    Name = "A";
  };
};
`,
    good: String.raw`class Sample_Place
{
  string Room;
};

class Sample_Person
{
  string Name;
};

class Sample_Reading
{
  [key] string Sensor;
  Sample_Place Place;
};

instance of Sample_Reading
{
  Sensor = "north";
  Place = instance of Sample_Place
  {
    Room = "1";
  };
};
`,
  },
  check: eachChecked(
    ({ wrongClasses }) => wrongClasses,
    ({ place, node, wanted, actual, target }, report) => {
      if (place.type.kind === 'reference') return;
      report({
        file: place.file,
        at: node.kind === 'InstanceValue' ? node.className : node,
        message:
          `${place.name} holds objects of ${wanted}, and this is an object of ${actual}, which does not derive from it, so ` +
          `WMI refuses it: write an instance of ${wanted}.`,
        related: [...declarationOf(place), ...objectDeclaration(target)],
      });
    },
  ),
});
