import { describe, expect, test } from 'vitest';

import type { Document, Node } from '../../../grammar/mof/ast.ts';
import { MofParser, parseMof } from '../../../grammar/mof/parser.ts';
import { childrenOf, walk } from '../../../grammar/mof/visit.ts';

/** Parses a text that must have no problem. */
function parse(text: string): Document {
  const { document, problems } = parseMof(text);
  expect(problems).toEqual([]);
  return document;
}

/** The value of the only property of the only instance. */
function valueOf(literal: string): unknown {
  const item = parse(`instance of A { X = ${literal}; };`).items[0];
  return item?.kind === 'InstanceDeclaration' ? item.properties[0]?.value : undefined;
}

test('the grammar passes Chevrotain’s own validations', () => {
  expect(() => new MofParser({ skipValidations: false })).not.toThrow();
});

describe('items', () => {
  test('pragmas, with and without arguments', () => {
    const document = parse(`
      #pragma autorecover
      #PRAGMA NAMESPACE ("\\\\\\\\.\\\\root")
      # pragma classflags("updateonly", "forceupdate")
      #pragma classflags(64)
      #pragma deleteclass("C", NOFAIL)`);
    expect(document.items).toMatchObject([
      { kind: 'Pragma', name: { name: 'autorecover' }, arguments: undefined },
      { name: { name: 'NAMESPACE' }, arguments: [{ value: '\\\\.\\root' }] },
      { arguments: [{ value: 'updateonly' }, { value: 'forceupdate' }] },
      { arguments: [{ kind: 'IntegerValue', value: 64n }] },
      { arguments: [{ value: 'C' }, { kind: 'NameValue', name: 'NOFAIL' }] },
    ]);
  });

  test('includes, in MOF’s form and in C’s', () => {
    const document = parse('#include ("a.mof")\n#include "b.h"\n#include <c.h>');
    expect(document.items).toMatchObject([
      { kind: 'Include', form: 'mof', path: { value: 'a.mof' } },
      { kind: 'Include', form: 'c', path: { value: 'b.h' } },
      { kind: 'Include', form: 'c', path: undefined },
    ]);
  });

  test('qualifier declarations, in DMTF’s form and in WMI’s', () => {
    const document = parse(`
      Qualifier Key : boolean = false, Scope(property, reference), Flavor(DisableOverride);
      Qualifier Values : string[], Scope(any);
      Qualifier Description : ToSubClass Amended;`);
    expect(document.items).toMatchObject([
      {
        kind: 'QualifierDeclaration',
        type: { name: { name: 'boolean' } },
        defaultValue: { value: false },
        scopes: [{ name: 'property' }, { name: 'reference' }],
        flavors: [{ name: 'DisableOverride' }],
      },
      { array: { kind: 'ArraySuffix' }, scopes: [{ name: 'any' }] },
      { type: undefined, scopes: [], flavors: [{ name: 'ToSubClass' }, { name: 'Amended' }] },
    ]);
  });

  test('lines for the C preprocessor, between items and inside them', () => {
    const document = parse(
      '#define A \\\n  1\nclass B {\n#ifdef X\n  uint8 C;\n#endif\n};\n#undef A',
    );
    expect(document.items.map(({ kind }) => kind)).toEqual([
      'PreprocessorLine',
      'ClassDeclaration',
      'PreprocessorLine',
    ]);
    expect(document.items[0]).toMatchObject({ directive: 'define', text: '#define A \\\n  1' });
    expect(document.nestedDirectives.map(({ directive }) => directive)).toEqual(['ifdef', 'endif']);
  });

  test('comments of both kinds, wherever they stand', () => {
    const document = parse('// a\nclass /* b */ C { /* c\n */ }; // d');
    expect(document.comments.map(({ kind, text }) => [kind, text])).toEqual([
      ['LineComment', '// a'],
      ['BlockComment', '/* b */'],
      ['BlockComment', '/* c\n */'],
      ['LineComment', '// d'],
    ]);
  });
});

describe('classes', () => {
  test('with qualifiers, an alias, a superclass, properties, references and methods', () => {
    const document = parse(`
      [Association : ToInstance ToSubClass, Locale(0x409), Values{"a", "b"}, InPartition("x", "y"), Empty{}]
      class A as $A : B
      {
        [key] string Name;
        [] uint8 Bytes[16] = {1, 0x2};
        B ref Other = NULL;
        object ref Any;
        EmbeddedClass Parts[];
        [Implemented] uint32 M([in] string a = "x", [out] B ref b, uint8 c[]);
        void N();
      };`);
    expect(document.items[0]).toMatchObject({
      kind: 'ClassDeclaration',
      name: { name: 'A' },
      alias: { name: '$A' },
      superclass: { name: 'B' },
      qualifiers: {
        qualifiers: [
          {
            name: { name: 'Association' },
            flavors: [{ name: 'ToInstance' }, { name: 'ToSubClass' }],
          },
          { value: { kind: 'IntegerValue', base: 'hexadecimal', value: 0x409n } },
          { value: { kind: 'ArrayValue', elements: [{ value: 'a' }, { value: 'b' }] } },
          { value: { kind: 'ArrayValue', elements: [{ value: 'x' }, { value: 'y' }] } },
          { value: { kind: 'ArrayValue', elements: [] } },
        ],
      },
      members: [
        { kind: 'PropertyDeclaration', name: { name: 'Name' } },
        { array: { size: { value: 16n } }, qualifiers: { qualifiers: [] } },
        { type: { name: { name: 'B' }, isReference: true }, defaultValue: { kind: 'NullValue' } },
        { type: { name: { name: 'object' }, isReference: true } },
        {
          type: { name: { name: 'EmbeddedClass' }, isReference: false },
          array: { size: undefined },
        },
        {
          kind: 'MethodDeclaration',
          parameters: [
            { defaultValue: { value: 'x' } },
            { type: { isReference: true } },
            { array: {} },
          ],
        },
        { kind: 'MethodDeclaration', returnType: { name: { name: 'void' } }, parameters: [] },
      ],
    });
  });

  test('keywords are names where a name stands', () => {
    const document = parse(`
      class Qualifier : Instance { string Class; uint8 Of; string ref; boolean Ref; As ref Null; };
      instance of Class { Instance = 1; Of = 2; Qualifier = TRUE; Null = NULL; True = false; };
      Qualifier Qualifier : boolean, Scope(any);`);
    expect(document.items.map(({ kind }) => kind)).toEqual([
      'ClassDeclaration',
      'InstanceDeclaration',
      'QualifierDeclaration',
    ]);
  });

  test('macros of the C preprocessor as qualifiers and values', () => {
    const document = parse(
      '[A(B), cpp_quote(C D "e" F "g"), H] class I { [J(K "l")] uint8 M[SIZE]; };',
    );
    expect(document.items[0]).toMatchObject({
      qualifiers: {
        qualifiers: [
          { value: { kind: 'NameValue', name: 'B' } },
          {
            value: {
              kind: 'StringValue',
              value: 'eg',
              pieces: [{ name: 'C' }, { name: 'D' }, {}, {}, {}],
            },
          },
          { value: undefined },
        ],
      },
      members: [{ array: { size: { kind: 'NameValue', name: 'SIZE' } } }],
    });
  });
});

describe('instances', () => {
  test('with qualifiers, an alias, assignments, and properties without a value', () => {
    const document = parse(`
      [DynProps : ToInstance] instance of A as $A_1
      {
        Name = "a";
        Ref = $Other;
        [PropertyContext("x")] Dynamic;
        Plain;
      };`);
    expect(document.items[0]).toMatchObject({
      kind: 'InstanceDeclaration',
      className: { name: 'A' },
      alias: { name: '$A_1' },
      properties: [
        { value: { value: 'a' } },
        { value: { kind: 'Alias', name: '$Other' } },
        { qualifiers: { qualifiers: [{ name: { name: 'PropertyContext' } }] }, value: undefined },
        { name: { name: 'Plain' }, value: undefined },
      ],
    });
  });

  test('embedded in values and in arrays', () => {
    expect(valueOf('instance of B { Y = {instance of C { Z = 1; }, $D}; }')).toMatchObject({
      kind: 'InstanceValue',
      className: { name: 'B' },
      properties: [
        {
          value: {
            elements: [{ kind: 'InstanceValue', className: { name: 'C' } }, { kind: 'Alias' }],
          },
        },
      ],
    });
  });
});

describe('values', () => {
  test.each([
    ['7', { kind: 'IntegerValue', value: 7n, base: 'decimal' }],
    ['+127', { value: 127n }],
    ['-0xdef', { value: -0xdefn, base: 'hexadecimal' }],
    ['017', { value: 15n, base: 'octal' }],
    ['101b', { value: 5n, base: 'binary' }],
    ['18446744073709551615', { value: 18446744073709551615n }],
    ['-9223372036854775808', { value: -9223372036854775808n }],
    ['0x123456789ABCDEF01', { value: 0x123456789abcdef01n }],
    ['1.5', { kind: 'RealValue', value: 1.5 }],
    ['.1', { value: 0.1 }],
    ['-1.2778E+02', { value: -127.78 }],
    ['TRUE', { kind: 'BooleanValue', value: true }],
    ['False', { kind: 'BooleanValue', value: false }],
    ['null', { kind: 'NullValue' }],
    ["'a'", { kind: 'CharValue', value: 'a' }],
    [String.raw`'\x4133'`, { kind: 'CharValue', value: '\u4133' }],
    [String.raw`'\''`, { kind: 'CharValue', value: "'" }],
    ['"a" "b" /* c */ "d"', { kind: 'StringValue', value: 'abd', pieces: [{}, {}, {}] }],
    ['"two\nlines"', { value: 'two\nlines' }],
    [String.raw`"\b\t\n\f\r\"\'\\\x41\X42g\x1F600"`, { value: '\b\t\n\f\r"\'\\ABg\u1f600' }],
    ['""', { value: '' }],
    ['{}', { kind: 'ArrayValue', elements: [] }],
    ['Word', { kind: 'NameValue', name: 'Word' }],
    ['"20170926171254.000000+***"', { value: '20170926171254.000000+***' }],
  ])('%s', (literal, expected) => {
    expect(valueOf(literal)).toMatchObject(expected);
  });
});

describe('positions', () => {
  const text = `#pragma namespace("root")
    [a(1) : ToInstance] class B as $B : C { [k] uint8 D[2] = {1}; void E([in] F ref g); };
    instance of B as $I { H = "x" "y"; I = instance of J { K = $I; }; L; };`;

  test('every node covers exactly its text, inside its parent, after its sibling', () => {
    walk(parse(text), (node: Node) => {
      let last = node.start;
      for (const child of childrenOf(node)) {
        expect(child.start).toBeGreaterThanOrEqual(last);
        expect(child.end).toBeLessThanOrEqual(node.end);
        last = child.end;
      }
      if (node.kind === 'Identifier') expect(text.slice(node.start, node.end)).toBe(node.name);
    });
  });

  test('a declaration reaches to its semicolon, a body to its brace', () => {
    const [, cls, instance] = parse(text).items;
    expect(text.slice(cls?.start, cls?.end)).toMatch(/^\[a.*\};$/s);
    expect(
      instance?.kind === 'InstanceDeclaration' &&
        text.slice(instance.body.start, instance.body.end),
    ).toMatch(/^\{ H.*\}$/s);
  });

  test('a no-break space and a line continuation are blanks', () => {
    expect(parse('class\u00a0A\u00a0{\u00a0uint8 X;\\\r\n};').items).toHaveLength(1);
  });
});
