import { describe, expect, test } from 'vitest';
import { analyzing, findingsOf, fixed, underlinedBy } from '../support/analysis.ts';

const all = `class T
{
  [key] string Name;
  uint8 U8; uint16 U16; uint32 U32; uint64 U64; sint8 S8; sint16 S16; sint32 S32; sint64 S64;
  real32 R32; real64 R64; boolean B; string S; char16 C; datetime D; [SubType("interval")] datetime I;
  string SA[]; uint8 U8A[]; object O; T E; T EA[]; T ref R; T ref RA[]; object ref OR;
  [EmbeddedInstance("T")] string Held; [not_null] string Must; int32 Foreign;
  [indexed] string Fast;
};
`;

/** Our rules that speak about one assignment, each with the characters that it underlines. */
function said(assignment: string): readonly string[] {
  const text = `${all}instance of T { Name = "n"; ${assignment} };`;
  return analyzing(text)
    .diagnostics.filter(({ file, start }) => start > all.length && file.text === text)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`);
}

describe('a value and its type', () => {
  test.each([
    'U8 = 7;',
    'U8 = NULL;',
    'U64 = "18446744073709551615";',
    'S64 = "-5";',
    'S32 = 0xFFFFFFFF;',
    'R32 = 1;',
    'R32 = -3.402823466E+38;',
    'R64 = 1.7e308;',
    'R64 = 1.5e3;',
    'B = TRUE;',
    'S = "a" "b";',
    "C = 'a';",
    'C = 65;',
    'D = "20250131120000.000000+000";',
    'D = "00000000000500.000000:000";',
    'I = "00000000000500.000000:000";',
    'SA = {};',
    'SA = {"a", "b"};',
    'U8A = {1, 255};',
    'O = instance of Anything { X = 1; };',
    'E = instance of T { U8 = 1; };',
    'EA = {instance of T { }};',
    'R = "T.Name=\\"x\\"";',
    'RA = {"T.Name=\\"x\\""};',
    'OR = "Anything.Name=\\"x\\"";',
    'Held = "instance of T { };";',
    'Held = instance of T { };',
    'S;',
  ])('%s is silent', (assignment) => {
    expect(said(assignment)).toEqual([]);
  });

  test('is silent where a syntax error has cut the value short', () => {
    expect(said('D = "2025" MACRO;')).toEqual(['syntax MACRO']);
  });

  test.each([
    ['U8 = "x";', 'property-type "x"'],
    ['U8 = {1};', 'array-initializer-on-scalar {1}'],
    ['U8 = instance of T { };', 'property-type instance of T { }'],
    ['B = "yes";', 'property-type "yes"'],
    ['B = 1.5;', 'property-type 1.5'],
    ['R32 = "high";', 'property-type "high"'],
    ['D = 5;', 'property-type 5'],
    ['C = "ab";', 'property-type "ab"'],
    ['S = {"a"};', 'array-initializer-on-scalar {"a"}'],
    ['SA = "a";', 'property-type "a"'],
    ['SA = {"a", {"b"}};', 'property-type {"b"}'],
    ['U8A = {1, "x"};', 'property-type "x"'],
    ['O = 5;', 'property-type 5'],
    ['E = "text";', 'property-type "text"'],
    ['R = 5;', 'property-type 5'],
    ['R = instance of T { };', 'property-type instance of T { }'],
    ['Foreign = 5;', 'property-type 5'],
    ['U8 = "5";', 'value-conversion "5"'],
    ['U8 = TRUE;', 'value-conversion TRUE'],
    ['B = 1;', 'value-conversion 1'],
    ['B = "true";', 'value-conversion "true"'],
    ['S = 23;', 'value-conversion 23'],
    ['S = TRUE;', 'value-conversion TRUE'],
    ['R32 = "1.5";', 'value-conversion "1.5"'],
    ['U8 = 8.6;', 'float-to-integer 8.6'],
    ['U8 = 300.5;', 'numeric-out-of-range 300.5'],
    ['U64 = "18446744073709551616";', 'numeric-out-of-range "18446744073709551616"'],
    ['U8A = {1, 256};', 'numeric-out-of-range 256'],
    ['C = 65536;', 'numeric-out-of-range 65536'],
    ['U8 = 010;', 'octal-literal 010'],
    ['D = "2025-01-01";', 'datetime-format "2025-01-01"'],
    ['I = "00:05:00";', 'datetime-format "00:05:00"'],
    ['I = "20250131120000.000000+000";', 'interval-format "20250131120000.000000+000"'],
    ['I = "00000000000500.000000:***";', 'interval-format "00000000000500.000000:***"'],
    ['Must = NULL;', 'null-not-allowed NULL'],
    ['Fast = NULL;', 'null-not-allowed NULL'],
    ['R32 = 3.5e38;', 'numeric-out-of-range 3.5e38'],
    ['R64 = -1e309;', 'numeric-out-of-range -1e309'],
    ['Nmae2 = 1;', 'property-unknown Nmae2'],
    ['E = instance of T { U8 = 256; };', 'numeric-out-of-range 256'],
    ['E = instance of T { Uu8 = 1; };', 'property-unknown Uu8'],
  ])('%s: %s', (assignment, expected) => {
    expect(said(assignment)).toEqual([expected]);
  });

  test.each([
    ['U8 = "x";', 'property-type', '0x80044015'],
    ['U8 = {1};', 'array-initializer-on-scalar', '0x8004400F'],
    ['U8 = 256;', 'numeric-out-of-range', '0x8004401D'],
    ['Must = NULL;', 'null-not-allowed', '0x80041028'],
    ['Nope = 1;', 'property-unknown', '0x80044015'],
    ['D = "x";', 'datetime-format', '0x80044015'],
  ])('%s carries the code of %s, %s', (assignment, rule, hresult) => {
    const [finding] = findingsOf(rule, `${all}instance of T { Name = "n"; ${assignment} };`);
    expect(finding?.hresult).toBe(hresult);
    expect(finding?.severity).toBe('error');
  });

  test.each([
    ['uint8', '0', '255', '-1', '256'],
    ['uint16', '0', '65535', '-1', '65536'],
    ['uint32', '0', '4294967295', '-1', '4294967296'],
    ['uint64', '0', '18446744073709551615', '-1', '18446744073709551616'],
    ['sint8', '-128', '127', '-129', '128'],
    ['sint16', '-32768', '32767', '-32769', '32768'],
    ['sint32', '-2147483648', '2147483647', '-2147483649', '2147483648'],
    [
      'sint64',
      '-9223372036854775808',
      '9223372036854775807',
      '-9223372036854775809',
      '9223372036854775808',
    ],
  ])('%s holds %s to %s, and neither %s nor %s', (type, min, max, below, above) => {
    const text = (value: string): string =>
      `class R { [key] string K; ${type} V = ${value}; void M([in] ${type} P = ${value}); };
       instance of R { K = "a"; V = ${value}; };`;
    for (const value of [min, max]) {
      expect(underlinedBy('numeric-out-of-range', text(value))).toEqual([]);
    }
    for (const value of [below, above]) {
      expect(underlinedBy('numeric-out-of-range', text(value))).toEqual([value, value, value]);
    }
  });

  test('is checked in the defaults of qualifiers too', () => {
    const text = 'Qualifier Q : uint8 = 256, Scope(any); Qualifier D : datetime = "x", Scope(any);';
    expect(underlinedBy('numeric-out-of-range', text)).toEqual(['256']);
    expect(underlinedBy('datetime-format', text)).toEqual(['"x"']);
  });

  test('points at the declaration', () => {
    const [finding] = findingsOf('property-type', `${all}instance of T { Name = "n"; SA = "a"; };`);
    expect(finding?.related.map(({ file, start, end }) => file.text.slice(start, end))).toEqual([
      'string SA[]',
    ]);
  });

  test.each([
    ['SA = "a";', 'property-type', 'SA = {"a"};'],
    ['U8 = {7};', 'array-initializer-on-scalar', 'U8 = 7;'],
    ['B = "true";', 'value-conversion', 'B = TRUE;'],
    ['B = 0;', 'value-conversion', 'B = FALSE;'],
    ['S = 23;', 'value-conversion', 'S = "23";'],
    ['U8 = "5";', 'value-conversion', 'U8 = 5;'],
    ['U8 = 8.6;', 'float-to-integer', 'U8 = 9;'],
    ['U8 = 010;', 'octal-literal', 'U8 = 10;'],
    ['I = "00000000250000.000000:***";', 'interval-format', 'I = "00000001010000.000000:000";'],
  ])('%s is mended by %s to %s', (assignment, rule, expected) => {
    const text = `${all}instance of T { Name = "n"; ${assignment} };`;
    expect(fixed(text, findingsOf(rule, text)[0]?.fixes[0])).toContain(expected);
  });
});

describe('property-unknown', () => {
  test('offers the property that is nearly it', () => {
    const text = 'instance of __EventFilter { QueryLangauge = "WQL"; };';
    const [finding] = findingsOf('property-unknown', text);
    expect(finding?.message).toContain('did you mean QueryLanguage?');
    expect(fixed(text, finding?.fixes[0])).toBe(text.replace('Langauge', 'Language'));
  });

  test('does not offer what is set already', () => {
    const text = 'class A { [key] string Name; }; instance of A { Name = "a"; Nane = "b"; };';
    expect(findingsOf('property-unknown', text)[0]?.message).toContain('remove it');
  });

  test.each([
    ['a class that nobody knows', 'instance of Unknown { A = 1; };'],
    ['an ancestor that nobody knows', 'class A : Unknown { }; instance of A { B = 1; };'],
    [
      'a class of another namespace',
      '#pragma namespace("root/a")\nclass A { };\n#pragma namespace("root/b")\ninstance of A { B = 1; };',
    ],
    ['a class with a syntax error', 'class A { string ]; string B; }; instance of A { C = 1; };'],
    ['a system property', 'class A { }; instance of A { __CLASS = "A"; };'],
  ])('is silent about %s', (_, text) => {
    expect(underlinedBy('property-unknown', text)).toEqual([]);
  });

  test('knows inherited properties, of the run and of WMI', () => {
    const text =
      'class A : __EventConsumer { [key] string Id; }; class B : A { };' +
      'instance of B { Id = "a"; MachineName = "b"; Neither = 1; };';
    expect(underlinedBy('property-unknown', text)).toEqual(['Neither']);
  });
});

describe('limits', () => {
  const limited = (qualifier: string, declaration: string): string =>
    `class T { [key] string K; [${qualifier}] ${declaration}; };\n`;

  test.each([
    ['MaxValue(3)', 'uint8 P = 4', '4'],
    ['MinValue(3)', 'uint8 P = 2', '2'],
    ['MaxValue(999)', 'real32 P = 999.5', '999.5'],
    ['MinValue(-9223372036854775808)', 'real64 P = -9.3e18', '-9.3e18'],
    ['MaxLen(3)', 'string P[] = {"ab", "abcd"}', '"abcd"'],
    ['MinLen(3)', 'string P = "ab"', '"ab"'],
  ])('%s is broken by the default of %s', (qualifier, declaration, at) => {
    expect(underlinedBy('default-outside-limits', limited(qualifier, declaration))).toEqual([at]);
  });

  test.each([
    ['MaxValue(3)', 'uint8 P = 3'],
    ['MinLen(3)', 'string P = "abc"'],
    ['MaxValue(3)', 'uint8 P = NULL'],
  ])('%s is kept by the default of %s', (qualifier, declaration) => {
    expect(underlinedBy('default-outside-limits', limited(qualifier, declaration))).toEqual([]);
  });

  test('are pointed at from an instance', () => {
    const text = `${limited('MaxLen(3)', 'string P')}instance of T { K = "a"; P = "abcd"; };`;
    const [finding] = findingsOf('value-outside-limits', text);
    expect(finding?.severity).toBe('warning');
    expect(finding?.related.map(({ start, end }) => text.slice(start, end))).toEqual(['MaxLen(3)']);
  });
});

describe('references and embedded objects', () => {
  const classes = `class A { [key] string K; }; class A1 : A { }; class B { [key] string K; };
class L { [key] string K; A ref R; A E; A EA[]; [EmbeddedInstance("A")] string Held; };
instance of A1 as $A { K = "a"; }; instance of B as $B { K = "b"; };
`;
  const link = (assignment: string): string =>
    `${classes}instance of L { K = "l"; ${assignment} };`;

  test.each([
    ['R = $B;', ['$B']],
    ['R = "B.K=\\"b\\"";', ['"B.K=\\"b\\""']],
    ['R = $A;', []],
    ['R = "A1.K=\\"b\\"";', []],
    ['R = "Unknown.K=\\"b\\"";', []],
    ['R = "root\\\\other:B.K=\\"b\\"";', []],
  ])('reference-class about %s: %j', (assignment, expected) => {
    expect(underlinedBy('reference-class', link(assignment))).toEqual(expected);
  });

  test.each([
    ['E = instance of B { };', ['B']],
    ['EA = {instance of A { }, instance of B { }};', ['B']],
    ['Held = $B;', ['$B']],
    ['E = instance of A1 { };', []],
    ['E = instance of Unknown { };', []],
  ])('embedded-class about %s: %j', (assignment, expected) => {
    expect(underlinedBy('embedded-class', link(assignment))).toEqual(expected);
  });

  test('the ends of a binding are left to their own rule', () => {
    const text =
      'instance of __EventFilter as $F { Name = "f"; };' +
      'instance of __FilterToConsumerBinding { Filter = $F; Consumer = $F; };';
    expect(underlinedBy('reference-class', text)).toEqual([]);
    expect(underlinedBy('binding-reference-class', text)).toEqual(['$F']);
  });
});

describe('octal-literal', () => {
  test('speaks wherever a number stands, and not where octal and decimal are the same', () => {
    const text = '[Locale(0409), Q(07)] class A { [key] string K; }; instance of U { A = -012; };';
    expect(underlinedBy('octal-literal', text)).toEqual(['-012']);
    expect(underlinedBy('octal-literal', 'instance of U { A = {010, 00}; };')).toEqual(['010']);
  });

  test('leaves the bytes of a SID to their own rule', () => {
    expect(underlinedBy('octal-literal', 'instance of U { CreatorSID = {1, 010}; };')).toEqual([]);
  });
});

test('type-misspelt speaks of properties, parameters and results, but for classes of the run', () => {
  const text =
    'class A { [key] string K; int32 P; bool M([in] float F); word W; }; class word { };';
  expect(underlinedBy('type-misspelt', text)).toEqual(['int32', 'bool', 'float']);
});

describe('the parts of a subscription', () => {
  const rulesOf = (text: string): readonly string[] =>
    analyzing(text)
      .diagnostics.map(({ rule }) => rule)
      .filter((rule) =>
        /^(?:consumer-(?:property|unknown)|property-|value-|array-init|numeric|null-)/.test(rule),
      );

  test.each([
    ['KillTimeout = "60s";', ['consumer-property-type']],
    ['KillTimeout = {60};', ['array-initializer-on-scalar']],
    ['KillTimeout = 4294967296;', ['numeric-out-of-range']],
    ['RunInteractively = "TRUE";', ['value-conversion']],
    ['WindowTitle = 5;', ['consumer-property-type']],
    ['Commandline = "x";', ['consumer-unknown-property']],
  ])('a standard consumer is told of %s once: %j', (assignment, expected) => {
    const text = `instance of CommandLineEventConsumer { Name = "n"; ${assignment} };`;
    expect(rulesOf(text)).toEqual(expected);
  });

  test('a class below a standard one is judged by what it declares', () => {
    const text =
      'class Mine : CommandLineEventConsumer { uint8 Level; };' +
      'instance of Mine { Name = "n"; Level = 256; Lvel = 1; };';
    expect(rulesOf(text)).toEqual(['numeric-out-of-range', 'property-unknown']);
  });

  test.each([
    ['instance of __EventFilter { Name = NULL; };', ['null-not-allowed']],
    ['instance of __EventFilter { Query = {"a"}; };', ['array-initializer-on-scalar']],
    ['instance of __EventFilter { EventAccess = 5; CreatorSID = "x"; };', []],
    ['instance of __FilterToConsumerBinding { Filter = 5; Consumer = NULL; };', []],
    ['instance of __FilterToConsumerBinding { DeliverSynchronously = "x"; };', ['property-type']],
    ['instance of __FilterToConsumerBinding { DeliverSynchronously = NULL; };', []],
  ])('%s: %j', (text, expected) => {
    expect(rulesOf(text)).toEqual(expected);
  });
});

describe('type-unsupported', () => {
  test.each([
    ['class A { [key] string K; void P; VOID Q[]; };', ['void', 'VOID']],
    ['class A { [key] string K; void M([in] void P, [out] uint8 Q); };', ['void']],
    ['class A { [key] string K; void ref R; object O; B E; };', []],
    ['Qualifier Q : object, Scope(any);', ['object']],
    ['Qualifier Q : Sample_Class = NULL, Scope(any);', ['Sample_Class']],
    ['Qualifier Q : void[], Scope(any);', ['void']],
    ['Qualifier Q : char16 = NULL, Scope(any); Qualifier R : ToSubClass Amended;', []],
    ['Qualifier Q : what ever;', []],
  ])('%s: %j', (text, expected) => {
    expect(underlinedBy('type-unsupported', text)).toEqual(expected);
  });
});
