/** Definition, references, highlights and rename: what names stand for. */
import { describe, expect, it } from 'vitest';
import type { Location } from 'vscode-languageserver-types';
import { RenameError } from '../../lsp/features/rename.ts';
import { applyEdits, openMarked, textAt, uriOf, type Bench } from './workbench.ts';

const header = '#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")\n';

/** A subscription bound by aliases, with marks where a test wants them. */
const byAlias = `${header}
instance of __EventFilter as ⟦$Filter⟧ { Name = "Starts"; Query = "SELECT * FROM __InstanceCreationEvent WITHIN 60 WHERE TargetInstance ISA 'Win32_Process'"; };
instance of CommandLineEventConsumer as $Consumer { Name = "Runs"; };
instance of __FilterToConsumerBinding { Filter = ⟦$filter⟧; Consumer = $Consumer; };
`;

function textsOf(text: string, locations: readonly Location[]): readonly string[] {
  return locations.map(({ range }) => `${range.start.line}: ${textAt(text, range)}`);
}

function definitionsAt({ service, uri, text, position }: Bench): readonly string[] {
  return textsOf(text, service.definition(uri, position));
}

describe('an alias', () => {
  it('is defined where it is given, in any spelling', async () => {
    const bench = await openMarked(byAlias);
    const use = bench.ranges[1]?.end ?? bench.position;
    const found = bench.service.definition(bench.uri, use);
    expect(found).toEqual([{ uri: bench.uri, range: bench.ranges[0] }]);
  });

  it('is used where it stands as a value', async () => {
    const { service, uri, position, ranges } = await openMarked(byAlias);
    expect(service.references(uri, position, true).map(({ range }) => range)).toEqual(ranges);
    expect(service.references(uri, position, false).map(({ range }) => range)).toEqual([ranges[1]]);
    expect(service.documentHighlights(uri, position)).toEqual([
      { range: ranges[0], kind: 3 },
      { range: ranges[1], kind: 2 },
    ]);
  });

  it('is renamed with or without a dollar sign', async () => {
    const { service, uri, position, text } = await openMarked(byAlias);
    expect(service.prepareRename(uri, position)?.placeholder).toBe('$Filter');
    const edits = service.rename(uri, position, 'Watch')?.changes?.[uri] ?? [];
    expect(applyEdits(text, edits)).toBe(text.replaceAll(/\$filter/gi, '$Watch'));
    expect(() => service.rename(uri, position, 'two words')).toThrow(RenameError);
  });

  it('does not take the name of another one', async () => {
    const { service, uri, position } = await openMarked(byAlias);
    expect(() => service.rename(uri, position, '$CONSUMER')).toThrow(/taken/);
    expect(service.rename(uri, position, '$FILTER')?.changes?.[uri]).toHaveLength(2);
  });

  it('that is given twice is renamed in both places, in whatever spelling', async () => {
    const twice = 'instance of A as ⟦$a⟧ { };\ninstance of A as ⟦$A⟧ { };\n';
    const { service, uri, position, text } = await openMarked(twice);
    const edits = service.rename(uri, position, '$b')?.changes?.[uri] ?? [];
    expect(applyEdits(text, edits)).toBe(text.replaceAll(/\$a/gi, '$b'));
  });

  it('is another in another file', async () => {
    const { service, uri, position } = await openMarked(byAlias, { 'b.mof': byAlias });
    expect(service.references(uri, position, true).every((found) => found.uri === uri)).toBe(true);
  });

  it('is the same in an included file', async () => {
    const bench = await openMarked('#include ("part.mof")\ninstance of B { R = ⟦$a⟧; };', {
      'part.mof': 'instance of A as $A { };',
    });
    expect(bench.service.definition(bench.uri, bench.position)).toEqual([
      {
        uri: uriOf('part.mof'),
        range: { start: { line: 0, character: 17 }, end: { line: 0, character: 19 } },
      },
    ]);
  });
});

describe('a class', () => {
  const files = { 'thing.mof': 'class Own_Thing { [key] string Name; uint32 Size; };' };

  it('is found in another file, from an instance, a superclass and a query', async () => {
    for (const text of [
      'instance of ⟦Own_Thing⟧ { Name = "x"; };',
      'class Own_Special : ⟦own_thing⟧ { };',
      `instance of __EventFilter { Name = "F"; Query = "SELECT * FROM __InstanceCreationEvent WITHIN 9 WHERE TargetInstance ISA '⟦Own_Thing⟧'"; };`,
    ]) {
      const bench = await openMarked(text, files);
      const [found] = bench.service.definition(bench.uri, bench.position);
      expect(found?.uri, text).toBe(uriOf('thing.mof'));
    }
  });

  it('is renamed in all files, also inside queries that are written in pieces', async () => {
    const bench = await openMarked(
      `instance of __EventFilter { Name = "F"; Query = "SELECT * FROM __InstanceCreationEvent WITHIN 9 "\n "WHERE TargetInstance ISA \\"⟦Own_Thing⟧\\" AND TargetInstance.Size > 3"; };`,
      files,
    );
    const changes = bench.service.rename(bench.uri, bench.position, 'Own_Object')?.changes ?? {};
    expect(Object.keys(changes).toSorted()).toEqual([bench.uri, uriOf('thing.mof')]);
    expect(applyEdits(bench.text, changes[bench.uri] ?? [])).toContain('ISA \\"Own_Object\\" AND');
    expect(applyEdits(files['thing.mof'], changes[uriOf('thing.mof')] ?? [])).toBe(
      files['thing.mof'].replace('Own_Thing', 'Own_Object'),
    );
  });

  it('does not take the name of another class of the files, or of Windows', async () => {
    const { service, uri, position } = await openMarked('class ⟦Own_A⟧ { };', {
      'b.mof': 'class Own_B { };',
      'c.mof': '#pragma namespace("root\\\\elsewhere")\nclass Own_C { };',
    });
    expect(() => service.rename(uri, position, 'own_b')).toThrow(/taken/);
    expect(() => service.rename(uri, position, 'CommandLineEventConsumer')).toThrow(/taken/);
    expect(service.rename(uri, position, 'Own_C')).not.toBeNull();
  });

  it('of Windows is not renamed', async () => {
    const bench = await openMarked(`${header}instance of ⟦__EventFilter⟧ { };`);
    expect(bench.service.prepareRename(bench.uri, bench.position)).toBeNull();
    expect(bench.service.definition(bench.uri, bench.position)).toEqual([]);
    expect(bench.service.references(bench.uri, bench.position, true)).toHaveLength(1);
  });
});

describe('a property', () => {
  const declaration = 'class A { [key] string Id; uint32 ⟦Size⟧; };\nclass B : A { };\n';

  it('is the one of the class that declares it', async () => {
    const bench = await openMarked(
      `${declaration}instance of B { Id = "1"; ⟦size⟧ = 3; };\nclass C { uint32 Size; };\n` +
        `instance of __EventFilter { Query = "SELECT * FROM __InstanceCreationEvent WITHIN 9 WHERE TargetInstance ISA 'B' AND TargetInstance.⟦Size⟧ = 1"; };`,
    );
    const found = bench.service.references(bench.uri, bench.position, true);
    expect(found.map(({ range }) => range)).toEqual(bench.ranges);
    const use = bench.ranges[2]?.start ?? bench.position;
    expect(bench.service.definition(bench.uri, use)).toEqual([
      { uri: bench.uri, range: bench.ranges[0] },
    ]);
  });

  it('does not take the name of another one', async () => {
    const { service, uri, position } = await openMarked(declaration);
    expect(() => service.rename(uri, position, 'ID')).toThrow(/taken/);
  });

  it('that a subclass declares again is one property', async () => {
    const bench = await openMarked(
      'class A { uint32 ⟦Size⟧; };\nclass B : A { uint32 ⟦Size⟧; };\ninstance of B { ⟦Size⟧ = 1; };',
    );
    const found = bench.service.references(bench.uri, bench.position, true);
    expect(found.map(({ range }) => range)).toEqual(bench.ranges);
  });
});

describe('an object path', () => {
  const byPath = `${header}instance of __EventFilter { Name = "⟦Starts⟧"; };
instance of __FilterToConsumerBinding { Filter = "__EventFilter.Name=\\"⟦Starts⟧\\""; };`;

  it('leads to the instance, and the instance to its paths', async () => {
    const bench = await openMarked(byPath);
    const use = bench.ranges[1]?.start ?? bench.position;
    const found = bench.service.definition(bench.uri, use);
    expect(found).toEqual([{ uri: bench.uri, range: bench.ranges[0] }]);
    expect(
      bench.service.references(bench.uri, bench.position, false).map(({ range }) => range),
    ).toEqual([bench.ranges[1]]);
  });

  it('is found in other files', async () => {
    const bench = await openMarked(
      `${header}instance of __FilterToConsumerBinding { Filter = "__EventFilter.Name=\\"⟦Far⟧\\""; };`,
      { 'f.mof': `${header}instance of __EventFilter { Name = "Far"; };` },
    );
    const [found] = bench.service.definition(bench.uri, bench.position);
    expect(found?.uri).toBe(uriOf('f.mof'));
    const changes = bench.service.rename(bench.uri, bench.position, 'Near')?.changes ?? {};
    expect(Object.keys(changes).toSorted()).toEqual([uriOf('f.mof'), bench.uri]);
    expect(() => bench.service.rename(bench.uri, bench.position, 'a"b')).toThrow(RenameError);
  });
});

it('a class of Windows is found in the queries of all files, and nobody renames it', async () => {
  const filter = (property: string): string =>
    `${header}instance of __EventFilter { Query = "SELECT * FROM __InstanceCreationEvent WITHIN 60 WHERE TargetInstance ISA 'Win32_Service' AND TargetInstance.${property} = 'a'"; };`;
  const { service, uri, position, text } = await openMarked(filter('⟦Name⟧'), {
    'b.mof': filter('name'),
    'c.mof': filter('State'),
  });
  const found = service.references(uri, position, true);
  expect(found.map((location) => location.uri).toSorted()).toEqual([uriOf('b.mof'), uri]);
  expect(textsOf(text, service.definition(uri, position))).toEqual([]);
  expect(service.prepareRename(uri, position)).toBeNull();
});

it('an #include leads to its file', async () => {
  const bench = await openMarked('#include ("sub/⟦⟧part.mof")', { 'sub/part.mof': '' });
  expect(definitionsAt(bench)).toEqual(['0: ']);
  expect(bench.service.definition(bench.uri, bench.position)[0]?.uri).toBe(uriOf('sub/part.mof'));
});

it('says nothing between names and in broken files', async () => {
  const bench = await openMarked('instance of  ⟦⟧ { = ; ');
  expect(bench.service.definition(bench.uri, bench.position)).toEqual([]);
  expect(bench.service.references(bench.uri, bench.position, true)).toEqual([]);
  expect(bench.service.rename(bench.uri, bench.position, 'x')).toBeNull();
});
