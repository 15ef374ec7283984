import { describe, expect, test } from 'vitest';
import {
  asciiOnly,
  charLiteral,
  realLiteral,
  splitAtLineBreaks,
  stringLiteral,
} from '../../src/emit/literals.ts';

describe('a string literal', () => {
  test.each([
    ['', '""'],
    ["it's plain", `"it's plain"`],
    ['"C:\\x"', '"\\"C:\\\\x\\""'],
    ['a\tb\r\n', '"a\\tb\\r\\n"'],
    ['\b\f\0\x7f', '"\\x0008\\x000C\\x0000\\x007F"'],
    ['é1', '"\\x00E91"'],
    ['😀', '"\\xD83D\\xDE00"'],
    ['\ud83d', '"\\xD83D"'],
  ])('of %j is %s', (value, literal) => {
    expect(stringLiteral(value)).toBe(literal);
  });
});

describe('a char literal', () => {
  test.each([
    ['a', "'a'"],
    ["'", "'\\''"],
    ['"', `'"'`],
    ['\\', "'\\\\'"],
    ['\n', "'\\n'"],
    ['\u4133', "'\\x4133'"],
  ])('of %j is %s', (value, literal) => {
    expect(charLiteral(value)).toBe(literal);
  });
});

describe('a real literal', () => {
  test.each([
    [0, '0.0'],
    [-0, '-0.0'],
    [1, '1.0'],
    [-127.78, '-127.78'],
    [0.1, '0.1'],
    [1e21, '1.0e+21'],
    [1.5e300, '1.5e+300'],
    [5e-324, '5.0e-324'],
    [-1e-7, '-1.0e-7'],
  ])('of %d is %s', (value, literal) => {
    expect(realLiteral(value, '')).toBe(literal);
    expect(Object.is(Number(literal), value)).toBe(true);
  });

  test.each([
    ['1E999', '1.0e+999'],
    ['1e+999', '1.0e+999'],
    ['-10.0E998', '-1.0e+999'],
    ['0012.50e997', '1.25e+998'],
    ['.05e999', '5.0e+997'],
    [`1${'0'.repeat(400)}.0`, '1.0e+400'],
    ['1.0e+999', '1.0e+999'],
  ])('of a number beyond all doubles keeps its digits: %s', (raw, literal) => {
    expect(realLiteral(raw.startsWith('-') ? -Infinity : Infinity, raw)).toBe(literal);
  });
});

test.each<[string, string[]]>([
  ['', ['']],
  ['one line', ['one line']],
  ['one line\n', ['one line\n']],
  ['\n', ['\n']],
  ['a\r\nb\n\nc', ['a\r\n', 'b\n', '\n', 'c']],
])('the lines of %j', (value, lines) => {
  expect(splitAtLineBreaks(value)).toEqual(lines);
});

test('foreign text keeps its line breaks and tabs', () => {
  expect(asciiOnly('#define X\t"é" \\\n 1\r')).toBe('#define X\t"\\x00E9" \\\n 1\\r');
});
