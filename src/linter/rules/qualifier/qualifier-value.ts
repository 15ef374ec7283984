import type { Value } from '../../../../grammar/mof/ast.ts';
import { isUnknown, valueNouns } from '../../../compiler/checker/value-problems.ts';
import type { SourceFile } from '../../../text/source-file.ts';
import { eachQualifierList } from '../../classes.ts';
import { type Report, rule } from '../../rule.ts';

export default rule({
  name: 'qualifier-value',
  severity: 'error',
  group: 'qualifier',
  summary: 'The value of a qualifier is text, a number, TRUE or FALSE, or an array of one of them.',
  why: 'A qualifier holds no objects and no references, and the elements of an array are of one type. mofcomp refuses anything else.',
  source: 'mof-arrays, wmi-error-constants',
  hresults: ['0x8004400E', '0x80044015'],
  examples: {
    bad: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [ValueMap{"0", 1}, Values{"Low", "High"}] uint8 Level;
};
`,
    good: String.raw`class Sample_Reading
{
  [key] string Sensor;
  [ValueMap{"0", "1"}, Values{"Low", "High"}] uint8 Level;
};
`,
    moreBad: [
      String.raw`class Sample_Reading as $Reading
{
  [key] string Sensor;
};

class Sample_Detail : Sample_Reading
{
  [MappingStrings($Reading)] uint8 Level;
};
`,
    ],
  },
  supersedes: ['qualifier-type'],
  check: eachQualifierList(({ file, list }, report) => {
    for (const { name, value, incomplete } of list.qualifiers) {
      if (value === undefined || incomplete === true) continue;
      reportMisfit({ file, name: name.name, value }, report);
    }
  }),
});

interface Place {
  readonly file: SourceFile;
  readonly name: string;
  readonly value: Value;
}

function reportMisfit({ file, name, value }: Place, report: Report): void {
  const elements = value.kind === 'ArrayValue' ? value.elements : [value];
  const object = elements.find(({ kind }) => objects.has(kind));
  if (object !== undefined) {
    report({
      file,
      at: object,
      subject: value,
      message: `${valueNouns[object.kind].replace(/^a/, 'A')} is nothing that a qualifier can hold, so mofcomp refuses ${name}: write text, a number, TRUE or FALSE.`,
      ...(object.kind === 'Alias' && { hresult: '0x8004400E' }),
    });
    return;
  }
  const [first, ...others] = elements.filter(
    (element) => element.kind !== 'NullValue' && !isUnknown(element),
  );
  const odd = first && others.find((other) => sortOf(other) !== sortOf(first));
  if (first === undefined || odd === undefined) return;
  report({
    file,
    at: odd,
    subject: value,
    hresult: '0x80044015',
    message: `The elements of an array are of one type, and here ${valueNouns[odd.kind]} stands beside ${valueNouns[first.kind]}, so mofcomp refuses ${name}: write all of them in one way.`,
    related: [{ file, start: first.start, end: first.end, message: 'the first element' }],
  });
}

const objects: ReadonlySet<Value['kind']> = new Set(['Alias', 'InstanceValue', 'ArrayValue']);

/** Integers and real numbers go together, and so do characters and integers. */
function sortOf({ kind }: Value): string {
  return kind === 'IntegerValue' || kind === 'RealValue' || kind === 'CharValue' ? 'number' : kind;
}
