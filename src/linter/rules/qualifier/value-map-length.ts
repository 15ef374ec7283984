import type { ArrayValue, QualifierList } from '../../../../grammar/mof/ast.ts';
import { qualifierNamed } from '../../../compiler/checker/qualifiers.ts';
import { eachQualifierList } from '../../classes.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'value-map-length',
  severity: 'warning',
  group: 'qualifier',
  summary:
    'ValueMap and Values have the same number of elements, and so have BitMap and BitValues.',
  why: 'Each value is named by the text in the same place of the other list; where one is shorter, some value has no name or the wrong one.',
  source: 'standard-qualifiers',
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [ValueMap{"0", "1", "2"}, Values{"Low", "High"}] uint8 Level;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [ValueMap{"0", "1", "2"}, Values{"Low", "High", "Peak"}] uint8 Level;
};
`,
  },
  check: eachQualifierList(({ file, list }, report) => {
    for (const [mapName, valuesName] of pairs) {
      const map = arrayOf(list, mapName);
      const values = arrayOf(list, valuesName);
      if (map === undefined || values === undefined) continue;
      const [mapped, named] = [map.elements.length, values.elements.length];
      if (mapped === named) continue;
      report({
        file,
        at: values,
        message:
          `There are ${mapped} values and ${named} names for them, so from some place on a value has the wrong name or none: ` +
          'write one name for each value.',
        related: [{ file, start: map.start, end: map.end, message: 'the values' }],
      });
    }
  }),
});

const pairs = [
  ['valuemap', 'values'],
  ['bitmap', 'bitvalues'],
] as const;

/** The list that a qualifier holds; undefined where it is empty or part of it is not known. */
function arrayOf(list: QualifierList, name: string): ArrayValue | undefined {
  const value = qualifierNamed(list, name)?.value;
  if (value?.kind !== 'ArrayValue' || value.incomplete === true || value.elements.length === 0)
    return undefined;
  return value;
}
