import { describe, expect, test } from 'vitest';
import { matchesPath } from '../../src/config/path-pattern.ts';

describe('a pattern', () => {
  test.each<readonly [pattern: string, yes: readonly string[], no: readonly string[]]>([
    ['a.mof', ['a.mof'], ['b.mof', 'a.mof2', 'sub/a.mof', 'A.mof']],
    ['*.mof', ['a.mof', '.mof', '.a.mof'], ['sub/a.mof', 'a.mfl']],
    ['**/*.mof', ['a.mof', 'sub/a.mof', 'sub/deep/a.mof'], ['a.mfl', 'sub/a']],
    ['**/a.mof', ['a.mof', 'sub/a.mof'], ['ba.mof', 'sub/ba.mof']],
    ['sub/**', ['sub/a.mof', 'sub/deep/a.mof'], ['a.mof', 'subs/a.mof']],
    ['sub/**/a.mof', ['sub/a.mof', 'sub/deep/er/a.mof'], ['a.mof', 'sub/b.mof']],
    ['?.mof', ['a.mof', '漢.mof'], ['.mof', 'ab.mof', '/.mof']],
    ['[a-c].mof', ['a.mof', 'c.mof'], ['d.mof', '-.mof']],
    ['[!a-c].mof', ['d.mof'], ['a.mof', '/.mof']],
    ['[^a].mof', ['d.mof'], ['a.mof']],
    ['[\\]].mof', ['].mof'], ['\\.mof']],
    ['*.{mof,mfl}', ['a.mof', 'a.mfl'], ['a.bmf', 'a.{mof,mfl}']],
    ['{a,b{1,2}}.mof', ['a.mof', 'b1.mof', 'b2.mof'], ['b.mof', 'a1.mof']],
    ['{a}.mof', ['{a}.mof'], ['a.mof']],
    ['{a,b.mof', ['{a,b.mof'], ['a.mof']],
    ['\\*.mof', ['*.mof'], ['a.mof']],
    ['a\\{b,c\\}', ['a{b,c}'], ['ab', 'ac']],
    ['[a.mof', ['[a.mof'], ['a.mof']],
    ['a+(b).mof', ['a+(b).mof'], ['ab.mof']],
    ['', [''], ['a']],
  ])('%s', (pattern, yes, no) => {
    expect(yes.filter((path) => !matchesPath(pattern, path))).toEqual([]);
    expect(no.filter((path) => matchesPath(pattern, path))).toEqual([]);
  });

  test.each([
    ['stars', '*a'.repeat(400), 'a'.repeat(4000)],
    ['folders', '**/'.repeat(300), 'a/'.repeat(2000)],
    ['choices', '{a,b}'.repeat(150), 'a'.repeat(150)],
    ['nested choices', `${'{a,'.repeat(200)}b${'}'.repeat(200)}`, 'b'],
    ['open braces', '{'.repeat(1000), '{'.repeat(1000)],
    ['length', '*'.repeat(1_000_000), 'a'],
  ])('of a stranger takes no long time: %s', (_, pattern, path) => {
    const start = performance.now();
    matchesPath(pattern, `${path}.mof`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
