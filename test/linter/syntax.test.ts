import { describe, expect, test } from 'vitest';
import { findingsOf, underlinedBy } from '../support/analysis.ts';

describe('duplicate-property', () => {
  test.each([
    ['an instance', 'instance of A { N = 1; n = 2; };', ['n']],
    ['an embedded object', 'instance of A { O = instance of B { N = 1; N = 2; }; };', ['N']],
    ['a class', 'class A { [key] string N; uint32 n; };', ['n']],
    ['three times', 'instance of A { N = 1; N = 2; N = 3; };', ['N', 'N']],
    [
      'branches of the C preprocessor',
      'class A {\n#ifdef X\nuint32 N;\n#else\nuint64 N;\n#endif\n};',
      [],
    ],
    ['names of JavaScript', 'instance of A { __proto__ = 1; constructor = 2; toString = 3; };', []],
    ['a property and a method', 'class A { [key] string N; uint32 M(); };', []],
    [
      'a property and that of an embedded object',
      'instance of A { N = instance of A { N = 1; }; };',
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(underlinedBy('duplicate-property', text)).toEqual(expected);
  });

  test('points at the first one', () => {
    const [finding] = findingsOf('duplicate-property', 'instance of A { N = 1; n = 2; };');
    expect(finding?.related[0]).toMatchObject({ start: 16, end: 17 });
    expect(finding?.hresult).toBe('0x8004401B');
  });
});

describe('array-null-element', () => {
  test.each([
    ['instance of A { N = {1, NULL, null}; };', ['NULL', 'null']],
    ['class A { string N[] = {NULL}; };', ['NULL']],
    ['[Values{"a", NULL}] class A { };', ['NULL']],
    ['instance of A { N = NULL; };', []],
  ])('%s', (text, expected) => {
    expect(underlinedBy('array-null-element', text)).toEqual(expected);
  });
});
