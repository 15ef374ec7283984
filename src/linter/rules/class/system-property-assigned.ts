import { nodesOf } from '../../nodes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'system-property-assigned',
  severity: 'error',
  group: 'class',
  summary: 'An instance does not set system properties.',
  why: 'WMI makes __CLASS, __PATH and their like itself, and refuses a file that sets them.',
  source: 'creating-an-instance-using-mof',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};

instance of Sample_Reading
{
  __CLASS = "Sample_Reading";
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
  check: {
    file({ document, source }, report) {
      for (const { name } of nodesOf(document, 'PropertyAssignment')) {
        if (!systemProperties.has(name.name.toLowerCase())) continue;
        report({
          file: source,
          at: name,
          message: `${name.name} is a system property, which WMI sets itself, and it refuses an instance that does: remove the line.`,
        });
      }
    },
  },
});

/** wmi-system-properties */
const systemProperties: ReadonlySet<string> = new Set([
  '__class',
  '__derivation',
  '__dynasty',
  '__genus',
  '__namespace',
  '__path',
  '__property_count',
  '__relpath',
  '__server',
  '__superclass',
]);
