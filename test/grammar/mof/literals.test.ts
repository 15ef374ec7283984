import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { StringValue } from '../../../grammar/mof/ast.ts';
import { readNumber, sourceOffset, sourceSpanOf, unescape } from '../../../grammar/mof/literals.ts';
import { parseMof } from '../../../grammar/mof/parser.ts';

function stringIn(text: string): StringValue {
  const item = parseMof(text).document.items[0];
  const value = item?.kind === 'InstanceDeclaration' ? item.properties[0]?.value : undefined;
  if (value?.kind !== 'StringValue') throw new Error('the text must hold a string');
  return value;
}

describe('places inside a string', () => {
  const text =
    String.raw`instance of A { X = "SELECT * " "FROM \"Y\"" ` +
    '\n' +
    String.raw`  "WHERE\x20Z"; };`;
  const value = stringIn(text);

  test.each([
    ['SELECT', 'SELECT'],
    ['* F', '* " "F'],
    ['"Y"', String.raw`\"Y\"`],
    ['Y', 'Y'],
    [' Z', String.raw`\x20Z`],
  ])('%s stands at %s', (part, source) => {
    const start = value.value.indexOf(part);
    const span = sourceSpanOf(value, start, start + part.length);
    expect(text.slice(span.start, span.end)).toBe(source);
  });

  test('an empty range stays empty', () => {
    const at = value.value.indexOf('Y');
    expect(sourceSpanOf(value, at, at)).toEqual({
      start: text.indexOf('Y\\'),
      end: text.indexOf('Y\\'),
    });
  });

  test('the end of the value is before the last closing quote', () => {
    expect(sourceOffset(value, value.value.length)).toBe(text.lastIndexOf('"'));
  });

  test('every offset is inside the literal, and they never go back', () => {
    let last = value.start;
    for (let offset = 0; offset <= value.value.length; offset++) {
      const at = sourceOffset(value, offset);
      expect(at).toBeGreaterThan(last);
      expect(at).toBeLessThan(value.end);
      last = at;
    }
  });
});

describe('escapes', () => {
  test('an unknown one stands for its letter, and is heard of', () => {
    const heard: string[] = [];
    expect(unescape(String.raw`a\cb\q`, ({ start, end }) => heard.push(`${start}-${end}`))).toBe(
      'acbq',
    );
    expect(heard).toEqual(['1-3', '4-6']);
  });

  test('an unknown one of a character beyond U+FFFF is heard of in whole', () => {
    const heard: string[] = [];
    const value = unescape('a\\😀b', ({ start, end, message }) =>
      heard.push(`${start}-${end} ${message}`),
    );
    expect(value).toBe('a😀b');
    expect(heard).toEqual(['1-4 \\😀 is no escape sequence of MOF']);
  });

  test('any text that is escaped comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = Array.from({ length: text.length }, (_, i) => {
          const hex = text.charCodeAt(i).toString(16).padStart(4, '0');
          return `\\x${hex}`;
        }).join('');
        expect(unescape(escaped)).toBe(text);
      }),
    );
  });
});

describe('numbers', () => {
  test('any integer reads back in every base', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 70n }), fc.boolean(), (value, negative) => {
        const sign = negative ? '-' : '';
        const expected = { kind: 'integer', value: negative ? -value : value };
        expect(readNumber(`${sign}${value}`)).toMatchObject({ ...expected, base: 'decimal' });
        expect(readNumber(`${sign}0x${value.toString(16)}`)).toMatchObject({
          ...expected,
          base: 'hexadecimal',
        });
        expect(readNumber(`${sign}0${value.toString(8)}`)).toMatchObject({
          ...expected,
          base: 'octal',
        });
        expect(readNumber(`${sign}${value.toString(2)}b`)).toMatchObject({
          ...expected,
          base: 'binary',
        });
      }),
    );
  });

  test.each(['09', '1.', '12b', '0x', '1a', '1.2.3', '1e', '--1', '1'.repeat(2000)])(
    '%s is none',
    (raw) => {
      expect(readNumber(raw).kind).toBe('invalid');
    },
  );

  test('zero is decimal, and 00 octal', () => {
    expect(readNumber('0')).toMatchObject({ value: 0n, base: 'decimal' });
    expect(readNumber('00')).toMatchObject({ value: 0n, base: 'octal' });
  });
});
