import { embeddedClasses } from '../../classes.ts';
import { rule } from '../../rule.ts';
import { classDeclaration, eachChecked, isWholeInstance } from '../../value-findings.ts';

export default rule({
  name: 'instance-without-key',
  severity: 'error',
  group: 'class',
  summary: 'An instance belongs to a class that has a key, or to a singleton.',
  why: 'Without a key WMI cannot tell instances apart, and refuses to store one.',
  source: 'creating-a-class, key-qualifier, wmi-error-constants',
  hresult: '0x80041089',
  examples: {
    bad: String.raw`class Sample_Reading
{
  string Sensor;
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
    ({ instance, node, isEmbedded, info, isWhole }, report, compilation, checked) => {
      if (isEmbedded || info === undefined || !isWhole || info.isAbstract) return;
      // The instances of events are never stored.
      if (checked.table.derives(info, '__Event', instance) === true) return;
      // Configurations of PowerShell give objects that are to be embedded an alias.
      if (
        !isWholeInstance(instance, checked) ||
        embeddedClasses(compilation).has(info.name.toLowerCase())
      )
        return;
      if (
        checked.table.isSingleton(info, instance) ||
        checked.table.keysOf(info, instance).length > 0
      )
        return;
      report({
        file: instance.file,
        at: node.className,
        message: `${info.name} has no key, so WMI cannot tell its instances apart and refuses this one: declare a key in the class, or make it a singleton.`,
        related: classDeclaration(info),
      });
    },
  ),
});
