import { expect, test } from 'vitest';
import { lineDiff } from '../../src/report/line-diff.ts';

const letters = [...'abcdefghijklmnop'];
const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

test('equal texts have no difference', () => {
  expect(lineDiff(text(letters), text(letters))).toBe('');
});

test('a changed line stands between three lines before and behind', () => {
  const changed = letters.map((letter) => (letter === 'h' ? 'H' : letter));
  expect(lineDiff(text(letters), text(changed))).toBe(
    text(['@@ -5,7 +5,7 @@', ' e', ' f', ' g', '-h', '+H', ' i', ' j', ' k']),
  );
});

test('changes that are far apart have a hunk each', () => {
  const changed = ['new', ...letters.filter((letter) => letter !== 'p')];
  expect(lineDiff(text(letters), text(changed))).toBe(
    text([
      '@@ -1,3 +1,4 @@',
      '+new',
      ' a',
      ' b',
      ' c',
      '@@ -13,4 +14,3 @@',
      ' m',
      ' n',
      ' o',
      '-p',
    ]),
  );
});

test('changes that are near share a hunk', () => {
  const changed = letters.map((letter) => ('bf'.includes(letter) ? letter.toUpperCase() : letter));
  expect(lineDiff(text(letters), text(changed)).match(/^@@/gm)).toHaveLength(1);
});

test('line ends are no part of a line', () => {
  expect(lineDiff('a\r\nb\r\n', 'a\nb\n')).toBe('');
});
