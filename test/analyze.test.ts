import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '../src/analyze.ts';
import type { Place } from '../src/diagnostics/diagnostic.ts';
import { rules } from '../src/linter/registry.ts';
import { SourceFile } from '../src/text/source-file.ts';

function placesOf({ diagnostics }: Analysis): readonly Place[] {
  return diagnostics.flatMap((diagnostic) => [
    diagnostic,
    ...diagnostic.related,
    ...diagnostic.fixes.flatMap(({ edits }) => edits),
  ]);
}

function expectPlacesInside(analysis: Analysis): void {
  for (const { file, start, end } of placesOf(analysis)) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(file.text.length);
  }
}

/** Pieces of subscriptions, so that random texts come near to real ones. */
const fragments = [
  'instance of ',
  '__EventFilter',
  '__FilterToConsumerBinding',
  'LogFileEventConsumer',
  ' as ',
  '$F',
  '$C',
  ' { ',
  ' }',
  ';\n',
  'Filter = ',
  'Consumer = ',
  'Name = ',
  '"F"',
  '"__EventFilter.Name=\\"F\\""',
  '"__EventFilter . Name=F"',
  '"\\\\.\\root\\x"',
  '{1, NULL}',
  'NULL',
  'TRUE',
  'DeliveryQoS = 0;',
  'MaintainSecurityContext = TRUE;',
  'EventAccess = "O:BAD:(A;;0x80;;;WD)";',
  'CreatorSID = {1,1};',
  '#pragma ',
  'namespace',
  '(',
  ')',
  '#include ("',
  'a.mof")\n',
  'class ',
  ' : ',
  '__EventConsumer',
  '[key] string Name',
  '"',
  "'",
  '\\',
  '/*',
  '*/',
  '//',
  '\n',
  'é',
  '\u0000',
];

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((pieces) => pieces.join('')),
);

describe('analyze', () => {
  test('never throws, and every place lies inside its text', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
        const sources = texts.map(
          (source, index) => new SourceFile(`${'abc'.charAt(index)}.mof`, source),
        );
        expectPlacesInside(analyze(sources, { rules }));
        expectPlacesInside(analyze(sources.slice(1), { rules, schema: sources }));
        expectPlacesInside(
          analyze(sources, {
            rules,
            host: { readInclude: (path) => new SourceFile(path, texts[0] ?? '') },
          }),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('says the same whenever it is asked', () => {
    fc.assert(
      fc.property(text, (source) => {
        const diagnostics = (): unknown =>
          analyze([new SourceFile('a.mof', source)]).diagnostics.map(
            ({ file: _, related: __, fixes: ___, ...rest }) => rest,
          );
        expect(diagnostics()).toEqual(diagnostics());
      }),
      { numRuns: 50 },
    );
  });

  test('does each phase once', () => {
    const analysis = analyze([new SourceFile('a.mof', 'class A { };')]);
    expect(analysis.compilation).toBe(analysis.compilation);
    expect(analysis.diagnostics).toBe(analysis.diagnostics);
    expect(analysis.files.map(({ path }) => path)).toEqual(['a.mof']);
  });

  test('takes no file at all', () => {
    expect(analyze([]).diagnostics).toEqual([]);
  });
});
