import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { fingerprintsOf } from '../../src/report/fingerprints.ts';
import { SourceFile } from '../../src/text/source-file.ts';

/** The fingerprints of a finding at each `?` of a text. */
function fingerprints(text: string, rule = 'a-rule', path = 'a.mof'): readonly string[] {
  const file = new SourceFile(path, text);
  return fingerprintsOf(
    [...text.matchAll(/\?/g)].map(({ index }): Diagnostic => ({
      rule,
      severity: 'error',
      message: `at ${index}`,
      file,
      start: index,
      end: index + 1,
      related: [],
      fixes: [],
    })),
  );
}

test('are 64 hexadecimal digits', () => {
  expect(fingerprints('?')).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
});

test('stay when the line moves or is indented anew, and when other lines change', () => {
  const before = fingerprints('a\nx = ?\nb\ny = ?\n');
  expect(fingerprints('a\na\n\t x = ? \r\n\r\nother\r\ny = ?\r\n')).toEqual(before);
});

test('change with the line and with the rule', () => {
  const [one] = fingerprints('x = ?');
  expect(fingerprints('y = ?')).not.toEqual([one]);
  expect(fingerprints('x = ?', 'another-rule')).not.toEqual([one]);
});

test('tell equal lines of one file apart, and say nothing of the file', () => {
  const some = fingerprints('x = ??\nx = ??\n');
  expect(new Set(some).size).toBe(4);
  expect(fingerprints('x = ??\nx = ??\n', 'a-rule', 'b.mof')).toEqual(some);
});

test('of a thousand findings in a long line take no time', () => {
  const start = performance.now();
  fingerprints(`${'?'.repeat(1000)}${'x'.repeat(5_000_000)}`);
  expect(performance.now() - start).toBeLessThan(2000);
});
