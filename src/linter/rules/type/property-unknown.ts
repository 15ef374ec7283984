import { checkedOf, type UnknownProperty } from '../../../compiler/checker/checker.ts';
import type { ClassTable } from '../../../compiler/checker/class-table.ts';
import { suggestion } from '../../fixes.ts';
import { intendedProperty, propertyNamesOf } from '../../missing-properties.ts';
import { rule } from '../../rule.ts';
import { classDeclaration, partOf } from '../../value-findings.ts';
import { sampleReading } from '../../value-samples.ts';

export default rule({
  name: 'property-unknown',
  severity: 'error',
  group: 'type',
  summary: 'An instance sets only properties that its class has, its own or inherited ones.',
  why: 'An instance is made from its class, so WMI has no place for another property and refuses the instance.',
  source: 'creating-an-instance-using-mof, wmi-error-constants',
  hresult: '0x80044015',
  fixes: ['suggestion'],
  examples: {
    bad: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Levle = 7;
};
`,
    good: String.raw`${sampleReading}instance of Sample_Reading
{
  Sensor = "north";
  Level = 7;
};
`,
  },
  check: {
    compilation(compilation, report) {
      const { unknownProperties, table } = checkedOf(compilation);
      for (const [index, unknown] of unknownProperties.entries()) {
        const { object, info, assignment } = unknown;
        const { file } = object.instance;
        // consumer-unknown-property speaks of these.
        if (!object.isEmbedded && partOf(compilation, object.instance) === 'stock-consumer')
          continue;
        const { name, start, end } = assignment.name;
        const near = index < MAX_SUGGESTIONS ? nearestProperty(unknown, table) : undefined;
        report({
          file,
          at: assignment.name,
          message:
            `${info.name} has no property ${name}, so WMI refuses the instance: ` +
            (near === undefined
              ? 'remove it, or declare it in the class.'
              : `did you mean ${near}?`),
          related: classDeclaration(info),
          ...(near !== undefined && {
            fixes: [suggestion(`Write ${near}`, { file, start, end, text: near })],
          }),
        });
      }
    },
  },
});

/** Beyond this number a "did you mean" would take longer than it is worth. */
const MAX_SUGGESTIONS = 20;

/** The property that was probably meant, of those that the object does not set already. */
function nearestProperty(
  { object: { node, instance }, info, assignment }: UnknownProperty,
  table: ClassTable,
): string | undefined {
  const set = new Set(node.properties.map((property) => property.name.name.toLowerCase()));
  return intendedProperty(
    assignment.name.name,
    propertyNamesOf(info, instance, table).filter((name) => !set.has(name.toLowerCase())),
  );
}
