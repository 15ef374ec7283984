import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareLines } from '../../src/report/compare-lines.ts';
import { unifiedDiff } from '../../src/report/line-diff.ts';

describe('compareLines', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', '{', '}', ''), { maxLength: 30 });

  test('gives back both texts', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const compared = compareLines(before, after);
        const without = (mark: string): readonly string[] =>
          compared.filter((line) => line.mark !== mark).map(({ text }) => text);
        expect([without('+'), without('-')]).toEqual([before, after]);
      }),
    );
  });

  test('finds one changed line among many that repeat', () => {
    const before = Array.from({ length: 50_000 }, (_, index): string =>
      index % 2 === 0 ? '{' : '}',
    );
    const after = before.with(30_000, 'x').with(31_001, 'y');
    expect(compareLines(before, after).filter(({ mark }) => mark === '+')).toHaveLength(1002);
    const once = before.with(30_000, 'x');
    expect(compareLines(before, once).filter(({ mark }) => mark !== ' ')).toEqual([
      { mark: '-', text: '{' },
      { mark: '+', text: 'x' },
    ]);
  });

  test('takes its time with the length of the texts, not with the product', () => {
    const before = Array.from({ length: 100_000 }, (_, index) => `a${index}`);
    const after = Array.from({ length: 100_000 }, (_, index) => `b${index}`);
    const start = performance.now();
    expect(compareLines(before, after)).toHaveLength(200_000);
    expect(compareLines(before, before.toReversed())).toHaveLength(199_999);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('unifiedDiff', () => {
  test('is nothing for equal texts', () => {
    expect(unifiedDiff('a.mof', 'a', 'a')).toBe('');
  });

  test('says where a last line has no end, and keeps the ends of the others', () => {
    expect(unifiedDiff('a.mof', 'a\r\nb', 'a\r\nc\n')).toBe(
      '--- a/a.mof\n+++ b/a.mof\n@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n+c\n',
    );
  });

  test('names the line before an empty side, and ends a name with blanks', () => {
    expect(unifiedDiff('a b.mof', '', 'x\n')).toBe(
      '--- a/a b.mof\t\n+++ b/a b.mof\t\n@@ -0,0 +1,1 @@\n+x\n',
    );
  });
});
