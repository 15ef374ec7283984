import { describe, expect, test } from 'vitest';
import { analyze, type Analysis, type AnalyzeOptions } from '../../src/analyze.ts';
import { emitJson } from '../../src/emit/json.ts';
import { emitMof } from '../../src/emit/mof.ts';
import { rules } from '../../src/linter/registry.ts';
import { SourceFile } from '../../src/text/source-file.ts';

function analyzing(
  text: string,
  schema: readonly string[] | Readonly<Record<string, string>>,
  options: AnalyzeOptions = {},
): Analysis {
  const files = Array.isArray(schema)
    ? schema.map((text: string, index) => new SourceFile(`schema-${index}.mof`, text))
    : Object.entries(schema).map(([path, text]) => new SourceFile(path, text));
  return analyze([new SourceFile('main.mof', text)], { rules, schema: files, ...options });
}

/** `rule: underlined` of errors and warnings. */
function said({ diagnostics }: Pick<Analysis, 'diagnostics'>): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, file, start, end }) => `${rule}: ${file.text.slice(start, end)}`);
}

const inCimv2 = '#pragma namespace("\\\\\\\\.\\\\root\\\\cimv2")\n';

const sensors = `class Sample_Base
{
  [key] string Name;
};
class Sample_Sensor : Sample_Base
{
  uint8 Level;
  Sample_Base ref Near;
};
[abstract] class Sample_Shape
{
  [key] string Id;
};
class Sample_Alarm : __ExtrinsicEvent
{
  uint8 Level;
};
`;

describe('the classes of a schema are known', () => {
  test.each([
    [
      'properties',
      'instance of Sample_Sensor { Name = "a"; Levle = 1; };',
      'property-unknown: Levle',
    ],
    [
      'types',
      'instance of Sample_Sensor { Name = "a"; Level = {1}; };',
      'array-initializer-on-scalar: {1}',
    ],
    [
      'ranges',
      'instance of Sample_Sensor { Name = "a"; Level = 256; };',
      'numeric-out-of-range: 256',
    ],
    ['inherited keys', 'instance of Sample_Sensor { Level = 1; };', 'key-missing: Sample_Sensor'],
    [
      'abstract classes',
      'instance of Sample_Shape { Id = "a"; };',
      'abstract-instance: Sample_Shape',
    ],
    [
      'references',
      'instance of Sample_Shape2 as $S { }; class Sample_Shape2 { [key] string Name = "x"; };\n' +
        'instance of Sample_Sensor { Name = "a"; Near = $S; };',
      'reference-class: $S',
    ],
    [
      'superclasses',
      'class Sample_Deep : Sample_Sensor { }; instance of Sample_Deep { Name = "a"; Level = "x"; };',
      'property-type: "x"',
    ],
    [
      'overridden properties',
      'class Sample_Deep : Sample_Sensor { string Level; };',
      'property-override-type: string Level',
    ],
  ])('with their %s', (_, text, wanted) => {
    for (const schema of [sensors, inCimv2 + sensors])
      expect(said(analyzing(inCimv2 + text, [schema]))).toEqual([wanted]);
  });

  test('to queries', () => {
    const filter = (query: string): string =>
      '#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")\n' +
      `instance of __EventFilter { Name = "f"; EventNamespace = "root\\\\cimv2"; QueryLanguage = "WQL";\n` +
      `Query = "${query}"; EventAccess = "O:BAG:BAD:(A;;0x80;;;BA)"; };`;
    const about = (query: string): readonly string[] =>
      said(analyzing(filter(query), [sensors])).filter((finding) => finding.startsWith('wql'));
    expect(about('SELECT * FROM Sample_Alarm WHERE Level = 1')).toEqual([]);
    expect(about('SELECT * FROM Sample_Alarm WHERE Levle = 1')).toEqual([
      'wql-unknown-event-property: Levle',
    ]);
    expect(about('SELECT * FROM Sample_Sensor')).toEqual(['wql-not-event-class: Sample_Sensor']);
  });

  test('to subscriptions: a consumer class makes consumers', () => {
    const schema = 'class Sample_Consumer : __EventConsumer { [key] string Name; };';
    const text = inCimv2 + 'instance of Sample_Consumer { Name = "c"; };';
    expect(analyzing(text, [schema]).compilation.consumers).toHaveLength(1);
    expect(said(analyzing(text, [schema]))).toEqual(['consumer-unbound: Sample_Consumer']);
  });

  test('in their namespace alone, and in every one where none is named', () => {
    const text =
      '#pragma namespace("\\\\\\\\.\\\\root\\\\other")\ninstance of Sample_Sensor { Levle = 1; };';
    expect(said(analyzing(text, [inCimv2 + sensors]))).toEqual([]);
    expect(said(analyzing(text, [sensors]))).toEqual([
      'key-missing: Sample_Sensor',
      'property-unknown: Levle',
    ]);
  });

  test('with the superclass that the namespace of the run has', () => {
    const schema = 'class Sample_Leaf : Sample_Root { string Color; };';
    const root = `${inCimv2}class Sample_Root { [key] string Name; };\n`;
    const text = `${root}instance of Sample_Leaf { Name = "a"; Colour = "red"; };`;
    expect(said(analyzing(text, [schema]))).toEqual(['property-unknown: Colour']);
  });

  test('also those that an #include brings in', () => {
    const schema = { 'types/all.mof': '#include ("sensors.mof")' };
    const host = {
      readInclude: (path: string) =>
        path === 'types/sensors.mof' ? new SourceFile(path, sensors) : undefined,
    };
    const text = `${inCimv2}instance of Sample_Sensor { Name = "a"; Levle = 1; };`;
    const analysis = analyzing(text, schema, { host });
    expect(said(analysis)).toEqual(['property-unknown: Levle']);
    expect(analysis.files.map(({ path }) => path)).toEqual(['main.mof']);
  });

  test('so that a misspelt name is told', () => {
    const text = `${inCimv2}instance of Sample_Sesnor { Name = "a"; };`;
    const { diagnostics } = analyzing(text, [sensors]);
    expect(diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      expect.stringMatching(/^class-misspelt: .* did you mean Sample_Sensor\?$/),
    ]);
    expect(said(analyzing(text.replace('Sesnor', 'Sensors'), [sensors]))).toEqual([]);
  });

  test('so that a misspelt consumer class is told', () => {
    const schema = 'class Sample_PagerConsumer : __EventConsumer { [key] string Name; };';
    const text = `${inCimv2}instance of __EventFilter as $F { };
instance of Sample_PagrConsumer as $C { Name = "c"; };
instance of __FilterToConsumerBinding { Filter = $F; Consumer = $C; };`;
    const messages = analyzing(text, [schema]).diagnostics.map(({ message }) => message);
    expect(messages.filter((message) => message.includes('did you mean'))).toEqual([
      expect.stringContaining('did you mean Sample_PagerConsumer?'),
    ]);
  });
});

describe('a schema', () => {
  test('is neither linted nor emitted', () => {
    const schema =
      'class Sample { [key] strng Path = "C:\\d"; };\ninstance of Sample { Path = 7; };\n#pragma unheard\nclass ;';
    const analysis = analyzing('class Other { [key] string Name; };', [schema]);
    expect(analysis.diagnostics).toEqual([]);
    expect(analysis.files.map(({ path }) => path)).toEqual(['main.mof']);
    expect(emitMof(analysis.compilation)).not.toContain('Sample');
    expect(emitJson(analysis.compilation)).not.toContain('Sample');
  });

  test('is not accused of what a file of the run makes of it', () => {
    const text = `#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")
instance of __EventFilter as $F { Name = "f"; EventNamespace = "root\\\\cimv2"; QueryLanguage = "WQL";
Query = "SELECT * FROM Sample_Signal"; EventAccess = "O:BAG:BAD:(A;;0x80;;;BA)"; };`;
    const schema = 'class Sample_Signal { [key] string Name; uint8 SECURITY_DESCRIPTOR[]; };';
    const { diagnostics } = analyzing(text, [schema]);
    expect(new Set(diagnostics.map(({ file }) => file.path))).toEqual(new Set(['main.mof']));
    expect(diagnostics.map(({ rule }) => rule)).toContain('wql-not-event-class');
  });

  test('may declare what a file of the run declares too, which goes before it', () => {
    const text = `${inCimv2}class Sample_Sensor { [key] string Tag; };\ninstance of Sample_Sensor { Tag = "a"; };`;
    expect(said(analyzing(text, [inCimv2 + sensors, sensors]))).toEqual([]);
  });

  test('says nothing where its files disagree', () => {
    const text = `${inCimv2}instance of Sample_Sensor { Levle = 1; };`;
    expect(said(analyzing(text, [sensors, 'class Sample_Sensor { };']))).toEqual([]);
  });

  test('that is also given is given', () => {
    const text = 'class Sample { [key] string Path = "C:\\d"; };';
    const file = new SourceFile('a.mof', text);
    const { diagnostics, files } = analyze([file], { schema: [new SourceFile('a.mof', text)] });
    expect(files).toEqual([file]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['bad-escape']);
  });

  test('says how the names of what is emitted are spelt', () => {
    const text = `${inCimv2}instance of sample_sensor { level = 1; NAME = "a"; };`;
    const { compilation } = analyzing(text, [sensors]);
    expect(emitMof(compilation)).toMatch(
      /instance of Sample_Sensor\s+\{\s+Level = 1;\s+Name = "a";/,
    );
  });

  test('is safe from hostile names', () => {
    const schema = 'class __proto__ { [key] string constructor; }; class toString : __proto__ { };';
    const text = 'instance of toString { constructor = 1; }; instance of hasOwnProperty { };';
    expect(() => analyzing(text, [schema]).diagnostics).not.toThrow();
  });
});
