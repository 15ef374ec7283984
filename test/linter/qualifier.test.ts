import { describe, expect, test } from 'vitest';
import { findingsOf, underlinedBy } from '../support/analysis.ts';

const at = (qualifiers: string, declaration = 'uint8 P'): string =>
  `class A { [key] string K; [${qualifiers}] ${declaration}; };`;

test.each([
  ['qualifier-duplicate', at('Description("a"), Units("x"), DESCRIPTION("b")'), ['DESCRIPTION']],
  ['qualifier-duplicate', at('Description("a"), DisplayName("b")'), []],
  [
    'qualifier-duplicate',
    '[dynamic, dynamic] instance of A { [read, read] P = 1; };',
    ['dynamic', 'read'],
  ],
  ['qualifier-cimtype', at('CIMType("uint8")'), ['CIMType("uint8")']],
  [
    'key-static-false',
    'class A { [key(FALSE)] string K; [static(false)] void M(); };',
    ['key(FALSE)', 'static(false)'],
  ],
  ['key-static-false', 'class A { [key(TRUE)] string K; [static] void M(); };', []],
  ['value-map-length', at('ValueMap{"0", "1"}, Values{"a"}'), ['{"a"}']],
  ['value-map-length', at('BitMap{"0", "1"}, BitValues{"a", "b", "c"}'), ['{"a", "b", "c"}']],
  ['value-map-length', at('ValueMap{}, Values{"a"}'), []],
  ['value-map-length', at('ValueMap{"0"}, Values{"a"}'), []],
])('%s about %s: %j', (rule, text, expected) => {
  expect(underlinedBy(rule, text)).toEqual(expected);
});

describe('qualifier-flavor-conflict', () => {
  test.each([
    ['EnableOverride DisableOverride', 'DisableOverride', '0x80044023'],
    ['DisableOverride EnableOverride', 'EnableOverride', '0x80044023'],
    ['Restricted ToInstance', 'ToInstance', '0x80044025'],
    ['ToSubClass Restricted', 'Restricted', '0x80044025'],
  ])('%s: %s, %s', (flavors, second, hresult) => {
    const text = at(`Description("a") : ${flavors}`);
    const [finding, ...others] = findingsOf('qualifier-flavor-conflict', text);
    expect(others).toEqual([]);
    expect(finding && text.slice(finding.start, finding.end)).toBe(second);
    expect(finding?.hresult).toBe(hresult);
  });

  test('takes flavors that go together', () => {
    const text = at('Description("a") : ToInstance ToSubClass DisableOverride Amended');
    expect(underlinedBy('qualifier-flavor-conflict', text)).toEqual([]);
  });
});

describe('qualifier-scope', () => {
  test.each([
    [at('association'), ['association']],
    [at('in'), ['in']],
    ['[key] class A { string K; };', ['key']],
    ['class A { [key] string K; void M([key, in] string P); };', ['key']],
    ['class A { [key] B ref K; };', []],
    ['[dynamic, singleton] class A { [dynamic, out] void M([out] string P); };', ['out']],
  ])('knows the scopes of %s: %j', (text, expected) => {
    expect(underlinedBy('qualifier-scope', text)).toEqual(expected);
  });

  test.each([
    ['property', at('Mine(1)'), []],
    ['class', at('Mine(1)'), ['Mine']],
    ['any', at('Mine(1)'), []],
    ['association', '[Mine(1)] class A { [key] string K; };', []],
    ['reference', at('Mine(1)', 'A ref P'), []],
    ['method', at('Mine(1)', 'A ref P'), ['Mine']],
  ])('keeps to Scope(%s) in %s: %j', (scope, text, expected) => {
    const declared = `Qualifier Mine : uint8 = 0, Scope(${scope}), Flavor(ToSubClass);\n${text}`;
    expect(underlinedBy('qualifier-scope', declared)).toEqual(expected);
  });

  test('carries the code and points at the declaration', () => {
    const text = `Qualifier Mine : boolean, Scope(class);\n${at('Mine')}`;
    const [finding] = findingsOf('qualifier-scope', text);
    expect(finding?.hresult).toBe('0x8004402E');
    expect(finding?.related[0]?.start).toBe(0);
  });

  test("takes WMI's declarations, which have no scope", () => {
    expect(
      underlinedBy('qualifier-scope', `qualifier Mine : ToSubClass Amended;\n${at('Mine(1)')}`),
    ).toEqual([]);
  });
});

describe('qualifier-type', () => {
  test.each([
    [at('Description(5)'), ['5']],
    [at('Description{"a", 5}'), ['{"a", 5}']],
    [at('write("yes")'), ['"yes"']],
    [at('key("TRUE")'), ['"TRUE"']],
    [at('not_null(1)'), []],
    [at('MaxLen("20")', 'string P'), []],
    [at('MaxLen("long")', 'string P'), ['"long"']],
    [at('Description(MACRO)'), []],
    [at('Description(NULL)'), []],
    [at('Unknown(5)'), []],
  ])('knows the types of %s: %j', (text, expected) => {
    expect(underlinedBy('qualifier-type', text)).toEqual(expected);
  });

  test('keeps to the declaration of the run', () => {
    const declared = `Qualifier Mine : uint8 = 0, Scope(any);\n${at('Mine("x")')}`;
    expect(underlinedBy('qualifier-type', declared)).toEqual(['"x"']);
  });
});

describe('limit-misplaced', () => {
  test.each([
    [at('MinValue(1), MaxValue(365)', 'datetime P'), ['MinValue(1)']],
    [at('MaxLen(3)'), ['MaxLen(3)']],
    [at('MaxValue(3)', 'string P'), ['MaxValue(3)']],
    [at('MaxValue(3)', 'boolean P'), ['MaxValue(3)']],
    [at('MaxValue(256)'), ['MaxValue(256)']],
    [at('MinValue(-1)'), ['MinValue(-1)']],
    [at('MinValue(1)', 'real32 P'), []],
    [at('MaxLen(3)', 'string P[]'), []],
    [at('MaxLen(3)', 'uint8 P[]'), []],
    [at('MaxLen(3)', 'ISCSI_MACRO_TYPE P'), []],
    [at('MaxValue(MACRO)', 'datetime P'), []],
    [
      'class A { [key] string K; [MaxLen(3)] uint32 M([in, MaxValue(3)] string P); };',
      ['MaxLen(3)', 'MaxValue(3)'],
    ],
  ])('%s: %j', (text, expected) => {
    expect(underlinedBy('limit-misplaced', text)).toEqual(expected);
  });

  test('is one finding about two limits of a property', () => {
    const text = at('MinValue(1), MaxValue(365)', 'datetime P');
    const [finding] = findingsOf('limit-misplaced', text);
    expect(finding?.message).toContain('MinValue and MaxValue limit a number');
    expect(finding?.related.map(({ start, end }) => text.slice(start, end))).toEqual([
      'datetime',
      'MaxValue(365)',
    ]);
  });
});
