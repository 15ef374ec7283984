import { describe, expect, test } from 'vitest';
import { findingsOf, fixed, underlinedBy } from '../support/analysis.ts';

const keyed = 'class A { [key] string K; uint8 P; };\n';

describe('class-misspelt', () => {
  test('underlines the name wherever a class is named', () => {
    const text =
      'instance of __EventFiltr { }; class A : __ExtrinsicEvnt { __Provder ref R; CommandLineEventConsumers E; };';
    expect(underlinedBy('class-misspelt', text)).toEqual([
      '__EventFiltr',
      '__ExtrinsicEvnt',
      '__Provder',
      'CommandLineEventConsumers',
    ]);
  });

  test('offers the name', () => {
    const text = 'instance of EventFilter { };';
    const [finding] = findingsOf('class-misspelt', text);
    expect(fixed(text, finding?.fixes[0])).toBe('instance of __EventFilter { };');
    expect(finding?.severity).toBe('warning');
  });

  test.each([
    'instance of PG_Provider { };',
    'instance of CommandLineEventConsumer2 { };',
    'instance of MyScriptEventConsumer { };',
    'class EventFilter { [key] string K; }; instance of EventFilter { K = "a"; };',
    'instance of __eventfilter { };',
  ])('is silent about %s', (text) => {
    expect(underlinedBy('class-misspelt', text)).toEqual([]);
  });
});

describe('class-duplicate', () => {
  test('underlines the second name and points at the first', () => {
    const text = `${keyed}class a { [key] string K; };`;
    const [finding] = findingsOf('class-duplicate', text);
    expect(finding && text.slice(finding.start, finding.end)).toBe('a');
    expect(finding?.related[0]?.start).toBe(text.indexOf('A'));
  });

  test.each([
    ['the same again', keyed + keyed],
    ['another namespace', `${keyed}#pragma namespace("root/other")\nclass A { string Q; };`],
    [
      'a class that was deleted',
      `${keyed}#pragma deleteclass("A", NOFAIL)\nclass A { string Q; };`,
    ],
    ['branches of the C preprocessor', `#ifdef X\n${keyed}#else\nclass A { string Q; };\n#endif\n`],
    ['translations', `${keyed}[AMENDMENT, LOCALE(0x409)] class A { [key] string K; };`],
  ])('is silent about %s', (_, text) => {
    expect(underlinedBy('class-duplicate', text)).toEqual([]);
  });

  test('is silent about other files of the run', () => {
    const files = { 'a.mof': keyed, 'b.mof': 'class A { string Q; };' };
    expect(underlinedBy('class-duplicate', files)).toEqual([]);
  });
});

describe('keys', () => {
  test.each([
    ['[abstract] class A { string P; };', []],
    ['[singleton] class A { string P; };', []],
    ['class A : Unknown { string P; };', []],
    ['class A : __ExtrinsicEvent { string P; };', []],
    ['[association] class A { B ref X; B ref Y; };', []],
    ['class A { string P; }; class B { [key] string K; A Inner; };', []],
    ['class A { string P; }; class B { [key] string K; [EmbeddedInstance("a")] string H; };', []],
    ['class A { string P; }; instance of U { X = instance of A { P = "x"; }; };', []],
    ['[WMI, Dynamic] class A { uint32 P; };', []],
    ['[Indication] class A { uint32 P; };', []],
    ['[AMENDMENT] class A { string P; };', []],
    ['class A { void M(); };', []],
    ['class A { string P; };', ['A']],
    ['[Dynamic, Provider("X")] class A { string P; };', ['A']],
  ])('class-without-key about %s: %j', (text, expected) => {
    expect(underlinedBy('class-without-key', text)).toEqual(expected);
  });

  test.each([
    ['[key] real32 K', ['real32 K']],
    ['[key] string K[]', ['string K[]']],
    ['[key] object K', ['object K']],
    ['[key] A K', ['A K']],
    ['[key] char16 K', []],
    ['[key] boolean K', []],
    ['[key] datetime K', []],
    ['[key] A ref K', []],
    ['[key(FALSE)] real32 K', []],
  ])('key-bad-type about %s: %j', (declaration, expected) => {
    expect(underlinedBy('key-bad-type', `class A { ${declaration}; };`)).toEqual(expected);
  });

  test('key-in-derived takes an inherited key that is declared again', () => {
    const text = `${keyed}class B : A { [key] string K; }; class C : B { [key] string L; };`;
    const [finding, ...others] = findingsOf('key-in-derived', text);
    expect(others).toEqual([]);
    expect(finding && text.slice(finding.start, finding.end)).toBe('L');
    expect(finding?.hresult).toBe('0x8004101F');
  });

  test('key-in-derived speaks of an inherited property that becomes a key', () => {
    const text = `${keyed}class B : A { string K; }; class C : B { [key] string K; [key] uint8 P; };`;
    expect(underlinedBy('key-in-derived', text)).toEqual(['P']);
  });

  test('key-in-derived takes keys below abstract classes without any', () => {
    const text = '[abstract] class A { string P; }; class B : A { [key] string K; };';
    expect(underlinedBy('key-in-derived', text)).toEqual([]);
  });

  test('key-default-value underlines the default', () => {
    expect(underlinedBy('key-default-value', 'class A { [key] string K = "x"; };')).toEqual([
      '"x"',
    ]);
    expect(underlinedBy('key-default-value', 'class A { [key] string K = NULL; };')).toEqual([]);
  });

  test('singleton-with-key speaks of an inherited key at the class', () => {
    expect(underlinedBy('singleton-with-key', '[singleton] class S { [key] string K; };')).toEqual([
      'K',
    ]);
    expect(underlinedBy('singleton-with-key', `${keyed}[singleton] class S : A { };`)).toEqual([
      'S',
    ]);
  });
});

describe('instances', () => {
  test('key-missing names all keys that are missing', () => {
    const text =
      'class A { [key] string K; [key] string L; [key] uint8 D = 1; }; instance of A { P = 1; };';
    const [finding] = findingsOf('key-missing', text);
    expect(finding?.message).toContain('K, L are keys of A');
    expect(finding && text.slice(finding.start, finding.end)).toBe('A');
    expect(finding?.hresult).toBe('0x80041028');
    expect(finding?.related).toHaveLength(2);
  });

  test.each([
    ['an object inside another', 'instance of U { X = instance of A { P = 1; }; };'],
    ['a syntax error', 'instance of A { P = 1 };'],
    ['a filter', 'instance of __EventFilter { };'],
    ['a standard consumer', 'instance of SMTPEventConsumer { };'],
    ['a binding', 'instance of __FilterToConsumerBinding { };'],
    [
      'a class with an unknown ancestor',
      'class B : Unknown { [key] string K; }; instance of B { };',
    ],
  ])('key-missing is silent about %s', (_, text) => {
    expect(underlinedBy('key-missing', keyed + text)).toEqual([]);
  });

  test('key-missing speaks of registrations and timers, which WMI declares', () => {
    const text = 'instance of __IntervalTimerInstruction { IntervalBetweenEvents = 60000; };';
    expect(underlinedBy('key-missing', text)).toEqual(['__IntervalTimerInstruction']);
  });

  test.each([
    ['class A { string P; }; instance of A { };', ['A']],
    ['[singleton] class A { string P; }; class B : A { }; instance of B { };', []],
    ['class A : Unknown { string P; }; instance of A { };', []],
    ['class A : __ExtrinsicEvent { string P; }; instance of A { };', []],
    ['class A@X { [key] string K; }; instance of A@X { K = "a"; };', []],
    [
      'class A { string P; }; class B { [key] string K; [EmbeddedInstance("A")] string H; }; instance of A as $A { };',
      [],
    ],
  ])('instance-without-key about %s: %j', (text, expected) => {
    expect(underlinedBy('instance-without-key', text)).toEqual(expected);
  });

  test('abstract-instance speaks of WMI classes, and leaves the inside of objects alone', () => {
    expect(underlinedBy('abstract-instance', 'instance of __Event { };')).toEqual(['__Event']);
    const text = '[abstract] class A { string P; }; instance of U { X = instance of A { }; };';
    expect(underlinedBy('abstract-instance', text)).toEqual([]);
  });

  test('system-property-assigned speaks of objects inside others too', () => {
    const text =
      'instance of U { __class = "U"; X = instance of V { __PATH = "x"; }; __Mine = 1; };';
    expect(underlinedBy('system-property-assigned', text)).toEqual(['__class', '__PATH']);
  });
});

describe('classes', () => {
  test.each([
    ['association-reference-count', '[association] class A { B ref X; };', ['A']],
    ['association-reference-count', '[association] class A { B ref X; B ref Y; B ref Z; };', []],
    ['association-reference-count', '[association, abstract] class A { };', []],
    ['association-reference-count', '[association] class A : Unknown { };', []],
    ['system-class-definition', 'class __Mine { [key] string K; };', ['__Mine']],
    ['system-class-definition', '[abstract] class __Event : __IndicationRelated { };', []],
    [
      'class-name-underscore',
      'class _A { [key] string K; }; class B_ { [key] string K; };',
      ['_A', 'B_'],
    ],
    ['class-name-underscore', 'class A_B { [key] string K; };', []],
    ['property-keyword-name', 'class A { [key] string K; string Where; };', ['Where']],
    ['terminal-abstract', '[terminal] class A { [key] string K; }; class B : A { };', ['A']],
    ['abstract-from-concrete', `${keyed}[abstract] class B : A { };`, ['abstract']],
    ['abstract-from-concrete', `${keyed}[abstract, Version("2.0.0")] class B : A { };`, []],
    ['property-override-type', `${keyed}class B : A { uint16 P; };`, ['uint16 P']],
    ['property-override-type', `${keyed}class B : A { uint8 P[]; };`, ['uint8 P[]']],
    ['property-override-type', `${keyed}class B : A { uint8 P = 3; };`, []],
    ['property-override-type', 'class A { X ref R; }; class B : A { Y ref R; };', []],
  ])('%s about %s: %j', (rule, text, expected) => {
    expect(underlinedBy(rule, text)).toEqual(expected);
  });

  test('too-many-properties underlines the first one too many', () => {
    const declared = (count: number): string =>
      `class A { [key] string K; ${Array.from({ length: count - 1 }, (_, i) => `uint8 P${i};`).join('')} };`;
    expect(underlinedBy('too-many-properties', declared(1024))).toEqual([]);
    expect(underlinedBy('too-many-properties', declared(1025))).toEqual(['P1023']);
  });

  test('too-many-keys underlines the first one too many, inherited ones included', () => {
    const keys = (count: number): string =>
      Array.from({ length: count }, (_, i) => `[key] uint8 P${i};`).join('');
    expect(underlinedBy('too-many-keys', `class A { ${keys(256)} };`)).toEqual([]);
    expect(underlinedBy('too-many-keys', `class A { ${keys(258)} };`)).toEqual(['P256']);
    const derived = `[abstract] class A { ${keys(200)} }; class B : A { [key] uint8 P7; ${keys(257)} };`;
    expect(underlinedBy('too-many-keys', derived)).toEqual(['P256']);
    expect(underlinedBy('too-many-keys', `class A { ${keys(257)} }; class B : A { };`)).toEqual([
      'P256',
    ]);
  });

  test('identifier-length counts every sort of name', () => {
    const [long, longest] = ['x'.repeat(256), 'x'.repeat(255)];
    const text = (name: string): string =>
      `[Q${name.slice(1)}] class C${name.slice(1)} { [key] string P${name.slice(1)}; void M${name.slice(1)}(); };`;
    expect(underlinedBy('identifier-length', text(long))).toHaveLength(4);
    expect(underlinedBy('identifier-length', text(longest))).toEqual([]);
  });
});

describe('superclass-later', () => {
  test.each([
    ['class B : A { }; class A { [key] string K; };', ['A']],
    ['class a { [key] string K; }; class B : A { };', []],
    ['class B : A { };', []],
    ['class A : A { };', ['A']],
    ['class A : B { }; class B : A { };', ['B']],
    // A class of WMI itself is there before.
    ['class B : LogFileEventConsumer { }; class LogFileEventConsumer { [key] string Name; };', []],
    ['#if 1\nclass B : A { };\n#endif\nclass A { [key] string K; };', []],
    [
      String.raw`class B : A { };
#pragma namespace("\\\\.\\root\\other")
class A { [key] string K; };`,
      [],
    ],
  ])('%s: %j', (text, expected) => {
    expect(underlinedBy('superclass-later', text)).toEqual(expected);
  });

  test('carries the code and points at the declaration', () => {
    const text = `class B : A { };\n${keyed}`;
    const [finding] = findingsOf('superclass-later', text);
    expect(finding?.hresult).toBe('0x8004100D');
    expect(finding?.related.map(({ start }) => start)).toEqual([text.lastIndexOf('A {')]);
  });

  test('is silent where another file may come first', () => {
    const text = 'class B : A { }; class A { [key] string K; };';
    expect(underlinedBy('superclass-later', { 'a.mof': text, 'b.mof': keyed })).toEqual([]);
  });

  test('counts included files where they are included', () => {
    const onDisk = { 'a.mof': keyed };
    const before = '#include ("a.mof")\nclass B : A { };';
    const behind = 'class B : A { };\n#include ("a.mof")\n';
    expect(underlinedBy('superclass-later', before, { onDisk })).toEqual([]);
    expect(underlinedBy('superclass-later', behind, { onDisk })).toEqual(['A']);
  });
});

describe('key-control-character', () => {
  test.each([
    [String.raw`"C:\temp"`, [String.raw`\t`]],
    [String.raw`"a" "b\x001fc"`, [String.raw`\x001f`]],
    [String.raw`"a b\x20\x7f"`, []],
    [String.raw`"C:\\temp"`, []],
    [String.raw`'\n'`, [String.raw`'\n'`]],
    ["''", []],
  ])('%s: %j', (value, expected) => {
    const text = `${keyed}instance of A { K = ${value}; };`;
    expect(underlinedBy('key-control-character', text)).toEqual(expected);
  });

  test('looks at the names of filters, and at keys only', () => {
    const text = String.raw`instance of __EventFilter { Name = "a\nb"; Query = "a\nb"; };`;
    expect(underlinedBy('key-control-character', text)).toEqual([String.raw`\n`]);
  });
});
