import type { CheckedObject } from '../../../compiler/checker/checker.ts';
import type { ClassTable, PropertyInfo } from '../../../compiler/checker/class-table.ts';
import { rule } from '../../rule.ts';
import { eachChecked, isWholeInstance, partOf } from '../../value-findings.ts';

export default rule({
  name: 'key-missing',
  severity: 'error',
  group: 'class',
  summary: 'An instance sets every key of its class.',
  why: 'The keys are how WMI tells instances apart, so an instance without one cannot be stored.',
  source: 'creating-an-instance-using-mof, key-qualifier',
  hresult: '0x80041028',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
};

instance of Sample_Reading
{
  Level = 7;
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
  Level = 7;
};
`,
  },
  check: eachChecked(
    ({ objects }) => objects,
    (object, report, compilation, checked) => {
      const { instance, node, isEmbedded, info, isWhole } = object;
      if (isEmbedded || info === undefined || !isWhole || !isWholeInstance(instance, checked))
        return;
      const part = partOf(compilation, instance);
      // Filters and bindings have rules of their own for this, and standard consumers one for their Name.
      if (part === 'filter' || part === 'binding') return;
      const isStandard = part === 'stock-consumer' || part === 'standard-consumer';
      const missing = missingKeys(object, info, checked.table).filter(
        ({ name }) => !isStandard || name.toLowerCase() !== 'name',
      );
      if (missing.length === 0) return;
      const names = missing.map(({ name }) => name).join(', ');
      const [is, them] = missing.length === 1 ? ['is a key', 'it'] : ['are keys', 'them'];
      report({
        file: instance.file,
        at: node.className,
        subject: object,
        message: `${names} ${is} of ${info.name}, and WMI refuses an instance that does not set ${them}: add ${names}.`,
        related: missing.flatMap(({ declaration }) =>
          declaration === undefined
            ? []
            : [
                {
                  file: declaration.file,
                  start: declaration.node.name.start,
                  end: declaration.node.name.end,
                  message: 'the key is declared here',
                },
              ],
        ),
      });
    },
  ),
});

/** More keys than this no class can have (creating-a-class). */
const MAX_KEYS = 256;

function missingKeys(
  { instance, node }: CheckedObject,
  info: NonNullable<CheckedObject['info']>,
  table: ClassTable,
): readonly PropertyInfo[] {
  const keys = table.keysOf(info, instance);
  if (keys.length === 0 || keys.length > MAX_KEYS) return [];
  const set = new Set(node.properties.map(({ name }) => name.name.toLowerCase()));
  return keys.filter(({ name, hasDefault }) => !hasDefault && !set.has(name.toLowerCase()));
}
