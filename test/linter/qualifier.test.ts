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
    [at('Description{4, 5}'), ['{4, 5}']],
    // qualifier-value
    [at('Description{"a", 5}'), []],
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

describe('qualifier-override', () => {
  const fixing = (qualifiers: string): string =>
    `class A { [key] string K; [${qualifiers}] uint8 P; };\n`;
  const below = (qualifiers: string): string => `class B : A { [${qualifiers}] uint8 P; };`;
  const units = 'Units("bytes") : DisableOverride ToSubClass';

  test.each([
    [fixing(units), below('Units("bits")'), ['Units("bits")']],
    [fixing(units), below('UNITS("Bytes")'), []],
    [fixing(units), below('Units{"bytes"}'), []],
    [fixing(units), below('DisplayName("x")'), []],
    [fixing('Write : DisableOverride ToSubClass'), below('Write(FALSE)'), ['Write(FALSE)']],
    [fixing('Write : DisableOverride ToSubClass'), below('Write(TRUE)'), []],
    [fixing('MaxLen(5) : ToSubClass DisableOverride'), below('MaxLen(6)'), ['MaxLen(6)']],
    [fixing('V{1, 2} : ToSubClass DisableOverride'), below('V{1, 2, 3}'), ['V{1, 2, 3}']],
    // A macro of the C preprocessor may stand for the same.
    [fixing('MaxLen(5) : ToSubClass DisableOverride'), below('MaxLen(FIVE)'), []],
    // What nobody inherits nobody changes.
    [fixing('Units("bytes") : DisableOverride'), below('Units("bits")'), []],
    [fixing('Units("bytes") : DisableOverride Restricted'), below('Units("bits")'), []],
    [fixing('Units("bytes") : EnableOverride ToSubClass'), below('Units("bits")'), []],
    // Of a key mofcomp does not read the value, and Abstract is not inherited.
    [fixing('key : DisableOverride ToSubClass'), below('key(FALSE)'), []],
    [
      '[abstract : DisableOverride ToSubClass] class A { };',
      '[abstract(FALSE)] class B : A { };',
      [],
    ],
    [
      '[Provider("x") : DisableOverride ToSubClass] class A { [key] string K; };',
      '[Provider("y")] class B : A { };',
      ['Provider("y")'],
    ],
    [
      'class A { [key] string K; [Static : DisableOverride ToSubClass, Implemented : DisableOverride ToSubClass] void M(); };',
      'class B : A { [Static, Implemented(FALSE)] void m(); };',
      ['Implemented(FALSE)'],
    ],
  ])('%s%s: %j', (above, text, expected) => {
    expect(underlinedBy('qualifier-override', above + text)).toEqual(expected);
  });

  test('reaches over classes that do not speak of it, and blames the first that does', () => {
    const text = `${fixing(units)}class B : A { uint8 P; }; class C : B { [Units("bits")] uint8 P; };
class D : C { [Units("words")] uint8 P; };`;
    expect(underlinedBy('qualifier-override', text)).toEqual(['Units("bits")']);
  });

  test('takes flavors from the declaration of the qualifier, and from the use where both speak', () => {
    const declared =
      'Qualifier Units : string = NULL, Scope(any), Flavor(DisableOverride, ToSubClass);\n';
    const [above, other] = [fixing('Units("bytes")'), fixing('Units("bytes") : EnableOverride')];
    expect(underlinedBy('qualifier-override', declared + above + below('Units("bits")'))).toEqual([
      'Units("bits")',
    ]);
    expect(underlinedBy('qualifier-override', declared + other + below('Units("bits")'))).toEqual(
      [],
    );
  });

  test.each([
    ['[Locale(2)] instance of A { K = "a"; };', ['Locale(2)']],
    ['[Locale(1)] instance of A { K = "a"; };', []],
    ['instance of A { K = "a"; [Units("bits")] P = 1; };', ['Units("bits")']],
    // It reaches classes only.
    ['instance of A { K = "a"; [Write(FALSE)] Q = 1; };', []],
    ['class B : A { }; [Locale(2)] instance of B { K = "a"; };', []],
    ['class B : A { }; instance of B { K = "a"; [Units("bits")] P = 1; };', ['Units("bits")']],
  ])('is kept by instances: %s', (text, expected) => {
    const above = `[Locale(1) : DisableOverride ToInstance] class A { [key] string K;
[Units("bytes") : DisableOverride ToInstance ToSubClass] uint8 P;
[Write : DisableOverride ToSubClass] uint8 Q; };\n`;
    expect(underlinedBy('qualifier-override', above + text)).toEqual(expected);
  });

  test.each([
    [
      'class C : __EventConsumer { [key] string Name; [Read(FALSE)] uint8 CreatorSID[]; };',
      ['Read(FALSE)'],
    ],
    ['class C : __EventConsumer { [key] string Name; [read] uint8 CreatorSID[]; };', []],
    ['class C : LogFileEventConsumer { [Units("KB")] uint32 MaximumQueueSize; };', ['Units("KB")']],
    ['[Association(FALSE)] class C : __FilterToConsumerBinding { };', ['Association(FALSE)']],
    [
      "class C : __IntervalTimerInstruction { [Units('seconds')] uint32 IntervalBetweenEvents; };",
      [],
    ],
  ])("keeps what WMI's own classes fix: %s", (text, expected) => {
    expect(underlinedBy('qualifier-override', text)).toEqual(expected);
  });

  test('carries the code and points at what fixes the value', () => {
    const text = fixing(units) + below('Units("bits")');
    const [finding] = findingsOf('qualifier-override', text);
    expect(finding?.hresult).toBe('0x8004101A');
    expect(finding?.related.map(({ start, end }) => text.slice(start, end))).toEqual([units]);
  });
});

describe('qualifier-value', () => {
  test.each([
    [at('Foo("a"), Bar(1), Baz{1, 2.5}, V{}'), []],
    [at('Foo{NULL, "a"}'), []],
    [at('Foo{"a", MACRO}'), []],
    [at('Foo{"a", 1, 2}'), ['1']],
    [at('Foo{1, TRUE}'), ['TRUE']],
    [at('Foo{{1}}'), ['{1}']],
    [at('Foo(instance of A { K = "a"; })'), ['instance of A { K = "a"; }']],
    ['[Foo("a", $A)] class A as $A { [key] string K; };', ['$A']],
    ['[Foo{"a", 1}] instance of A { [Bar($A)] P = 1; };', ['1', '$A']],
  ])('%s: %j', (text, expected) => {
    expect(underlinedBy('qualifier-value', text)).toEqual(expected);
  });

  test.each([
    [at('Foo($A)'), '0x8004400E'],
    [at('Foo{"a", 1}'), '0x80044015'],
    [at('Foo{{1}}'), undefined],
  ])('carries the code of its mistake: %s, %s', (text, hresult) => {
    expect(findingsOf('qualifier-value', text)[0]?.hresult).toBe(hresult);
  });
});

test.each([
  ['[Singleton(FALSE)] class A { };', ['Singleton(FALSE)']],
  ['[dynprops(false)] instance of A { };', ['dynprops(false)']],
  ['[Singleton, DynProps(TRUE)] class A { };', []],
])('qualifier-must-be-true about %s: %j', (text, expected) => {
  expect(underlinedBy('qualifier-must-be-true', text)).toEqual(expected);
});
