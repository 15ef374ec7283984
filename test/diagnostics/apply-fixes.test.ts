import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { applyEdits, applyFixes } from '../../src/diagnostics/apply-fixes.ts';
import type { Diagnostic, Fix, TextEdit } from '../../src/diagnostics/diagnostic.ts';
import { rules } from '../../src/linter/registry.ts';
import { SourceFile } from '../../src/text/source-file.ts';

const file = new SourceFile('a.mof', '0123456789');
const other = new SourceFile('b.mof', '0123456789');

function edit(start: number, end: number, text = 'x', at = file): TextEdit {
  return { file: at, start, end, text };
}

function fix(safety: Fix['safety'], ...edits: readonly TextEdit[]): Fix {
  return { title: 'Mend it', safety, edits };
}

function finding(...fixes: readonly Fix[]): Diagnostic {
  const place = { file, start: 0, end: 1 };
  return { ...place, rule: 'r', severity: 'error', message: 'm', related: [], fixes };
}

/** The text of `a.mof` after the fixes that fit. */
function mended(...findings: readonly Diagnostic[]): string {
  return applyEdits(file.text, applyFixes(findings).edits.get(file) ?? []);
}

describe('of several findings', () => {
  it.each<[string, readonly Diagnostic[], string]>([
    ['nothing is applied where nothing is offered', [finding()], '0123456789'],
    ['safe fixes are applied', [finding(fix('safe', edit(1, 2)))], '0x23456789'],
    ['suggestions are not', [finding(fix('suggestion', edit(1, 2)))], '0123456789'],
    [
      'the first safe fix of each is',
      [finding(fix('suggestion', edit(0, 1)), fix('safe', edit(1, 2)), fix('safe', edit(2, 3)))],
      '0x23456789',
    ],
    [
      'fixes side by side are, in any order',
      [finding(fix('safe', edit(3, 5, 'b'))), finding(fix('safe', edit(1, 3, 'a')))],
      '0ab56789',
    ],
    [
      'of two that overlap, the first is',
      [finding(fix('safe', edit(1, 4, 'a'))), finding(fix('safe', edit(3, 5, 'b')))],
      '0a456789',
    ],
    [
      'of two that insert at one place, the first is',
      [finding(fix('safe', edit(2, 2, 'a'))), finding(fix('safe', edit(2, 2, 'b')))],
      '01a23456789',
    ],
    [
      'an insertion beside a replacement waits',
      [finding(fix('safe', edit(2, 4, 'a'))), finding(fix('safe', edit(4, 4, 'b')))],
      '01a456789',
    ],
    [
      'a fix is applied whole or not at all',
      [finding(fix('safe', edit(5, 6, 'a'))), finding(fix('safe', edit(1, 2), edit(5, 7)))],
      '01234a6789',
    ],
    [
      'another fix stands in for one that does not fit',
      [
        finding(fix('safe', edit(1, 2, 'a'))),
        finding(fix('safe', edit(1, 2)), fix('safe', edit(8, 9))),
      ],
      '0a234567x9',
    ],
    [
      'a fix that overlaps itself is never',
      [finding(fix('safe', edit(1, 5), edit(2, 3)))],
      '0123456789',
    ],
    ['a fix without edits is never', [finding(fix('safe'))], '0123456789'],
  ])('%s', (_, findings, expected) => {
    expect(mended(...findings)).toBe(expected);
  });

  it('files do not get in each other’s way', () => {
    const { edits, applied } = applyFixes([
      finding(fix('safe', edit(1, 2), edit(1, 2, 'y', other))),
      finding(fix('safe', edit(3, 4, 'z', other))),
    ]);
    expect(applied).toHaveLength(2);
    expect(applyEdits(other.text, edits.get(other) ?? [])).toBe('0y2z456789');
  });
});

/** Fixes of a few edits each, in a text of twenty characters. */
const randomEdit = fc
  .tuple(fc.nat(20), fc.nat(20), fc.string({ maxLength: 2 }), fc.boolean())
  .map(([a, b, text, first]) => edit(Math.min(a, b), Math.max(a, b), text, first ? file : other));
const randomFix = fc
  .tuple(fc.constantFrom('safe' as const, 'suggestion' as const), fc.array(randomEdit))
  .map(([safety, edits]) => fix(safety, ...edits));
const randomFindings = fc.array(
  fc.array(randomFix, { maxLength: 3 }).map((fixes) => finding(...fixes)),
);

describe('whatever the findings are', () => {
  it('no two edits touch the same characters or the same place', () => {
    fc.assert(
      fc.property(randomFindings, (findings) => {
        for (const edits of applyFixes(findings, () => true).edits.values()) {
          edits.slice(1).forEach(({ start, end }, index) => {
            const before = edits[index] ?? edit(0, 0);
            expect(start).toBeGreaterThanOrEqual(before.end);
            if (start === before.end) {
              expect(start).toBeLessThan(end);
              expect(before.start).toBeLessThan(before.end);
            }
          });
        }
      }),
    );
  });

  it('every fix that is applied is applied whole, and no other edit is', () => {
    fc.assert(
      fc.property(randomFindings, (findings) => {
        const { applied, edits } = applyFixes(findings);
        const expected = applied.flatMap(({ fix }) => fix.edits);
        expect(new Set([...edits.values()].flat())).toEqual(new Set(expected));
        expect(applied.every(({ fix }) => fix.safety === 'safe')).toBe(true);
      }),
    );
  });

  it('a finding that was left out has no fix that still fits', () => {
    fc.assert(
      fc.property(randomFindings, (findings) => {
        const { applied } = applyFixes(findings);
        const done = new Set(applied.map(({ diagnostic }) => diagnostic));
        const kept = applied.map(({ diagnostic, fix }) => ({ ...diagnostic, fixes: [fix] }));
        for (const left of findings.filter((candidate) => !done.has(candidate))) {
          expect(applyFixes([...kept, left]).applied).toHaveLength(kept.length);
        }
      }),
    );
  });
});

describe('the safe fixes of the examples of all rules', () => {
  const mendable = rules.filter(({ fixes }) => fixes?.includes('safe') === true);

  it('are there', () => {
    expect(mendable.length).toBeGreaterThan(10);
  });

  it.each(mendable.map(({ name, examples }) => [name, examples.bad] as const))(
    'mend the example of %s within ten rounds, and no text becomes worse',
    (_, bad) => {
      let source = new SourceFile('example.mof', bad);
      const errors = (at: SourceFile): number =>
        analyze([at], { rules }).diagnostics.filter(({ severity }) => severity === 'error').length;
      const before = errors(source);
      for (let round = 0; ; round++) {
        expect(round).toBeLessThan(10);
        const edits = applyFixes(analyze([source], { rules }).diagnostics).edits.get(source) ?? [];
        if (edits.length === 0) break;
        source = new SourceFile('example.mof', applyEdits(source.text, edits));
      }
      expect(errors(source)).toBeLessThanOrEqual(before);
    },
  );
});
