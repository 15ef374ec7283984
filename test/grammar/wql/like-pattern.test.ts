import { describe, expect, test } from 'vitest';

import {
  hasWildcards,
  literalPrefixOf,
  parseLikePattern,
} from '../../../grammar/wql/like-pattern.ts';

describe('a pattern of LIKE', () => {
  test('consists of text and wildcards, each with its place', () => {
    expect(parseLikePattern('ab%_c[x][^a-fz]', 10)).toEqual({
      elements: [
        { kind: 'text', text: 'ab', start: 10, end: 12 },
        { kind: 'any-text', start: 12, end: 13 },
        { kind: 'any-character', start: 13, end: 14 },
        { kind: 'text', text: 'c', start: 14, end: 15 },
        { kind: 'set', negated: false, ranges: [{ from: 'x', to: 'x' }], start: 15, end: 18 },
        {
          kind: 'set',
          negated: true,
          ranges: [
            { from: 'a', to: 'f' },
            { from: 'z', to: 'z' },
          ],
          start: 18,
          end: 25,
        },
      ],
      problems: [],
    });
  });

  test.each([
    [
      '[-a]',
      [
        ['-', '-'],
        ['a', 'a'],
      ],
    ],
    [
      '[a-]',
      [
        ['a', 'a'],
        ['-', '-'],
      ],
    ],
    ['[^]', []],
    [
      '[a^]',
      [
        ['a', 'a'],
        ['^', '^'],
      ],
    ],
    ['[[]', [['[', '[']]],
    [
      '[%_]',
      [
        ['%', '%'],
        ['_', '_'],
      ],
    ],
  ] as const)('has the set %s', (text, ranges) => {
    expect(parseLikePattern(text).elements).toMatchObject([
      { kind: 'set', ranges: ranges.map(([from, to]) => ({ from, to })) },
    ]);
  });

  test.each([
    ['', '', false],
    ['abc', 'abc', false],
    ['abc%', 'abc', true],
    ['%abc', '', true],
    ['a]b_', 'a]b', true],
    ['a[b', 'a', false],
    [String.raw`C:\\Windows\\%`, String.raw`C:\\Windows\\`, true],
  ])('%j starts with %j', (text, prefix, isWild) => {
    const pattern = parseLikePattern(text);
    expect(literalPrefixOf(pattern)).toBe(prefix);
    expect(hasWildcards(pattern)).toBe(isWild);
  });

  test.each([
    ['a[bc', 1, 2],
    ['[[[', 0, 1],
    ['[]', 0, 2],
    ['x[^]y', 1, 4],
    ['[z-a]', 0, 5],
  ])('is malformed: %s', (text, start, end) => {
    expect(parseLikePattern(text).problems).toMatchObject([{ start, end }]);
  });
});
