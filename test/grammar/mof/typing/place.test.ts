import { describe, expect, test } from 'vitest';
import { parseMof } from '../../../../grammar/mof/parser.ts';
import { propertiesIn, qualifiersIn, textIn } from '../../../../grammar/mof/typing/contents.ts';
import { type Cursor, cursorAt } from '../../../../grammar/mof/typing/cursor.ts';
import { type Place, placeAt } from '../../../../grammar/mof/typing/place.ts';
import { qualifiedBy } from '../../../../grammar/mof/typing/qualified.ts';
import { readMarks } from '../../../support/marked-text.ts';

function at(marked: string): { readonly cursor: Cursor; readonly place: Place } {
  const { text, spans } = readMarks(marked);
  const cursor = cursorAt(text, parseMof(text).document, spans[0]?.start ?? 0);
  return { cursor, place: placeAt(cursor) };
}

describe('a place', () => {
  test.each<[string, Partial<Place>]>([
    ['⟦⟧', { kind: 'item', isQualified: false }],
    ['ins⟦⟧', { kind: 'item', isQualified: false }],
    ['[Abstract] ⟦⟧', { kind: 'item', isQualified: true }],
    ['#pra⟦⟧gma x', { kind: 'item' }],
    ['#pragma autorecover\n⟦⟧', { kind: 'item' }],
    ['#pragma autorecover ⟦⟧', { kind: 'none' }],
    ['#pragma namespace("x")\n⟦⟧', { kind: 'item' }],
    ['#pragma ⟦⟧', { kind: 'pragma' }],
    ['#pragma x(1, ⟦⟧', { kind: 'argument', pragma: 'x', index: 1 }],
    ['#include ("⟦⟧', { kind: 'argument', pragma: 'include', index: 0 }],
    ['#define X ⟦⟧', { kind: 'none' }],
    ['instance ⟦⟧', { kind: 'of' }],
    ['instance of ⟦⟧', { kind: 'instance-class', owner: undefined }],
    ['instance of A ⟦⟧', { kind: 'instance-rest', className: 'A', hasAlias: false }],
    ['instance of A as ⟦⟧', { kind: 'alias', className: 'A' }],
    ['instance of A as $⟦⟧', { kind: 'alias', className: 'A' }],
    ['instance of A as $B ⟦⟧', { kind: 'instance-rest', hasAlias: true }],
    ['class ⟦⟧', { kind: 'none' }],
    ['class A : ⟦⟧', { kind: 'superclass', className: 'A' }],
    ['class A as $B : ⟦⟧', { kind: 'superclass', className: 'A' }],
    ['class A as ⟦⟧', { kind: 'alias', className: 'A' }],
    ['class A { ⟦⟧', { kind: 'type', of: 'member' }],
    ['class A { [Key] ⟦⟧', { kind: 'type', of: 'member' }],
    ['class A { string S; ⟦⟧', { kind: 'type', of: 'member' }],
    ['class A { B ⟦⟧', { kind: 'ref' }],
    ['class A { string ⟦⟧', { kind: 'none' }],
    ['class A { void M(⟦⟧', { kind: 'type', of: 'parameter' }],
    ['class A { void M([In] string S, ⟦⟧', { kind: 'type', of: 'parameter' }],
    ['class A { uint8 S[⟦⟧', { kind: 'none' }],
    ['Qualifier ⟦⟧', { kind: 'qualifier-name' }],
    ['Qualifier A ⟦⟧', { kind: 'none' }],
    ['Qualifier A : ⟦⟧', { kind: 'qualifier-type' }],
    ['Qualifier A : Amended ⟦⟧', { kind: 'flavor', written: ['amended'] }],
    ['Qualifier A : string = null, Scope(class, ⟦⟧', { kind: 'scope' }],
    ['Qualifier A : string = null, Flavor(⟦⟧', { kind: 'flavor', written: [] }],
    ['[⟦⟧', { kind: 'qualifier' }],
    ['[Key, ⟦⟧] class A { };', { kind: 'qualifier' }],
    ['[Key : ⟦⟧', { kind: 'flavor', written: [] }],
    ['[Key("x") : Amended T⟦⟧', { kind: 'flavor', written: ['amended'] }],
    ['[Key ⟦⟧', { kind: 'none' }],
    ['[MaxLen(⟦⟧', { kind: 'qualifier-value', name: 'MaxLen', index: 0 }],
    ['[ValueMap{"1", "⟦⟧', { kind: 'qualifier-value', name: 'ValueMap', index: 1 }],
    ['instance of A { ⟦⟧', { kind: 'property' }],
    ['instance of A { B = 1; ⟦⟧', { kind: 'property' }],
    ['instance of A { B = 1\n⟦⟧', { kind: 'property' }],
    ['instance of A { B = 1 ⟦⟧', { kind: 'none' }],
    ['instance of A { B ⟦⟧', { kind: 'none' }],
    ['instance of A { [Key] ⟦⟧', { kind: 'property' }],
    ['instance of A { B = {1} ; ⟦⟧', { kind: 'property' }],
    ['instance of A { B = instance of ⟦⟧', { kind: 'instance-class' }],
    ['instance of A { B = instance of C { D = 1; }; ⟦⟧', { kind: 'property' }],
    ['// ⟦⟧', { kind: 'comment' }],
    ['/* ⟦⟧ */', { kind: 'comment' }],
    ['/* */⟦⟧', { kind: 'item' }],
    ["instance of A { B = 'a⟦⟧'", { kind: 'none' }],
    ['structure A { ⟦⟧', { kind: 'none' }],
  ])('%s', (marked, expected) => {
    expect(at(marked).place).toMatchObject(expected);
  });

  test.each([
    ['instance of A { B = ⟦⟧', { className: 'A', property: 'B', inBraces: false }],
    ['instance of A { B = C⟦⟧', { className: 'A', property: 'B', inBraces: false }],
    ['instance of A { B = "x" "⟦⟧"', { className: 'A', property: 'B', inBraces: false }],
    ['instance of A { B = {⟦⟧}', { property: 'B', inBraces: true, index: 0, isAlone: true }],
    ['instance of A { B = {1, ⟦⟧}', { property: 'B', inBraces: true, index: 1, isAlone: false }],
    ['instance of A { B = {1, "⟦⟧"}', { property: 'B', inBraces: true, index: 1 }],
    ['instance of A { B = {instance of C { D = ⟦⟧', { className: 'C', property: 'D' }],
    ['instance of A { X = 1 B = ⟦⟧', { className: 'A', property: 'B' }],
    ['class A { string B = ⟦⟧', { className: undefined, property: 'B', type: 'string' }],
    ['class A { [Key] uint8 B[2] = {⟦⟧', { property: 'B', type: 'uint8', inBraces: true }],
    ['class A { C ref B = "⟦⟧"', { property: 'B', type: 'C' }],
  ])('is that of a value: %s', (marked, owner) => {
    expect(at(marked).place).toMatchObject({ kind: 'value', owner });
  });

  test.each([
    ['instance of A { B = "x;\ninstance of ⟦⟧', 'instance-class'],
    ['instance of A { B = {1, 2\nclass C : ⟦⟧ { };', 'superclass'],
    ['instance of A { B = (1; ⟦⟧', 'property'],
    ['instance of A { B = {1, 2; ⟦⟧', 'property'],
    ['instance of A }}} { ⟦⟧', 'property'],
    ['class A { string S } ; ⟦⟧', 'item'],
    ['#pragma namespace("x"\nclass A { ⟦⟧', 'type'],
    ['[Key class A { ⟦⟧', 'type'],
    ['instnce of A { ⟦⟧', 'property'],
    ['} ⟦⟧', 'none'],
    ['foo bar\n⟦⟧', 'item'],
  ])('is found in a broken file: %s', (marked, kind) => {
    expect(at(marked).place.kind).toBe(kind);
  });
});

describe('the word at a place', () => {
  test.each([
    ['instance of Foo⟦⟧Bar { };', 'FooBar'],
    ['instance of ⟦⟧FooBar { };', ''],
    ['instance of FooBar⟦⟧ { };', 'FooBar'],
    ['instance of A { B = $F⟦⟧oo', '$Foo'],
    ['instance of A { B = $⟦⟧', '$'],
    ['instance of A { B = 1⟦⟧2', '12'],
    ['#pra⟦⟧g', '#prag'],
    ['# pragma⟦⟧', '# pragma'],
    ['instance of A { B = Ä⟦⟧', 'Ä'],
  ])('%s', (marked, expected) => {
    const { cursor } = at(marked);
    expect(cursor.text.slice(cursor.word.start, cursor.word.end)).toBe(expected);
  });
});

describe('the string around a place', () => {
  test.each([
    ['instance of A { B = "ab⟦⟧c"', 'abc', 2],
    ['instance of A { B = "ab" "c⟦⟧d"', 'abcd', 3],
    ['instance of A { B = "a\\\\⟦⟧b"', 'a\\b', 2],
    ['instance of A { B = "⟦⟧"', '', 0],
    ['instance of A { B = "ab⟦⟧', 'ab', 2],
    ['instance of A { B = "ab⟦⟧;\n', 'ab', 2],
    ['instance of A { B = "ab ⟦⟧', 'ab ', 3],
    ['instance of A { B = "ab ⟦⟧};\n', 'ab ', 3],
    ['instance of A { B = "(A;;⟦⟧\n};', '(A;;', 4],
  ])('%s', (marked, value, offset) => {
    expect(at(marked).cursor.string).toMatchObject({ value: { value }, at: offset });
  });

  test.each([['instance of A { B = ⟦⟧"a"'], ['instance of A { B = "a"⟦⟧'], ['// "⟦⟧"']])(
    'is none: %s',
    (marked) => {
      expect(at(marked).cursor.string).toBeUndefined();
    },
  );
});

describe('what brackets hold', () => {
  test('is found before and behind the place', () => {
    const { cursor, place } = at(
      'instance of A { B = 1; ⟦⟧ C = {instance of D { E = 1; }}; F = "x" "y"; G = "z"; }; instance of H { I = 1; };',
    );
    if (place.kind !== 'property') throw new Error(place.kind);
    expect([...propertiesIn(cursor, place.body)]).toEqual(['b', 'c', 'f', 'g']);
    expect(textIn(cursor, place.body, 'G')).toBe('z');
    expect(textIn(cursor, place.body, 'C')).toBeUndefined();
  });

  test('is not the word that is typed', () => {
    const { cursor, place } = at('instance of A { B⟦⟧ = 1; };');
    if (place.kind !== 'property') throw new Error(place.kind);
    expect([...propertiesIn(cursor, place.body)]).toEqual([]);
  });

  test('of qualifiers ends with the statement', () => {
    const { cursor, place } = at('class A { [Key, Max⟦⟧ string S; [Read] string T; };');
    if (place.kind !== 'qualifier') throw new Error(place.kind);
    expect([...qualifiersIn(cursor, place.list)]).toEqual(['key']);
  });
});

describe('what qualifiers stand at', () => {
  test.each([
    ['[⟦⟧] class A { };', ['class']],
    ['[⟦⟧] instance of A { };', ['instance']],
    ['[⟦⟧', ['class', 'instance']],
    ['class A { [⟦⟧] string S; };', ['property']],
    ['class A { [⟦⟧] string S[2]; };', ['property']],
    ['class A { [⟦⟧] B ref R; };', ['reference']],
    ['class A { [⟦⟧] void M(); };', ['method']],
    ['class A { [ValueMap{"]"}, ⟦⟧] void M(); };', ['method']],
    ['class A { [⟦⟧ string S; [Key] string T; };', ['property', 'reference', 'method']],
    ['class A { void M([⟦⟧] string S); };', ['parameter']],
    ['instance of A { [⟦⟧] B = 1; };', ['assignment']],
  ])('%s', (marked, expected) => {
    const { cursor, place } = at(marked);
    if (place.kind !== 'qualifier') throw new Error(place.kind);
    expect(qualifiedBy(cursor, place.list, place.parent)).toEqual(expected);
  });
});
