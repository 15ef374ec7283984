import { describe, expect, test } from 'vitest';
import { parseMof } from '../../grammar/mof/parser.ts';
import { compileMof } from '../../src/compiler/compile.ts';
import { emitMof } from '../../src/emit/mof.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { compiled, parsed } from './trees.ts';

const subscription = '#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")';
const fallback = '#pragma namespace("\\\\\\\\.\\\\root\\\\default")';
const canonical = (...texts: readonly string[]): string => emitMof(compiled(...texts));

/** What follows the namespace of a text that names none. */
function body(text: string): string {
  const out = canonical(text);
  expect(out.startsWith(`${fallback}\n`)).toBe(true);
  return out.slice(fallback.length + 1).trim();
}

test('a subscription in its canonical form', () => {
  expect(
    canonical(`
      #PRAGMA AUTORECOVER
      #pragma namespace ("//./ROOT/Subscription") // where it belongs
      INSTANCE OF __eventfilter AS $Filter {
        query = "SELECT * FROM __InstanceModificationEvent "
                "WITHIN 5";
        QUERYLANGUAGE = "WQL"; NAME = "Filter";
        CREATORSID = {1,2,0,0,0,0,0,0x5,040,0,0,0,100000b,2,0,0};
        eventnamespace = "root\\\\cimv2";
      };
      instance of ActiveScriptEventConsumer as $Consumer {
        ScriptText = "WScript.Quit 0\\n' caf\\xe9\\n"; ScriptingEngine = "VBScript"; Name = "Consumer"; };
      instance of __FilterToConsumerBinding { consumer = $CONSUMER; filter = $filter; };
    `),
  ).toBe(`#pragma autorecover
${subscription}

instance of __EventFilter as $Filter
{
  Name = "Filter";
  EventNamespace = "root\\\\cimv2";
  QueryLanguage = "WQL";
  Query = "SELECT * FROM __InstanceModificationEvent WITHIN 5";
  CreatorSID = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0}; // S-1-5-32-544 BUILTIN\\Administrators
};

instance of ActiveScriptEventConsumer as $Consumer
{
  Name = "Consumer";
  ScriptingEngine = "VBScript";
  ScriptText =
    "WScript.Quit 0\\n"
    "' caf\\x00E9\\n";
};

instance of __FilterToConsumerBinding
{
  Filter = $Filter;
  Consumer = $Consumer;
};
`);
});

test('a class in its canonical form', () => {
  expect(
    body(`
      qualifier write : toSubclass TOINSTANCE;
      Qualifier Own : String = "x", Flavor(ToSubClass), Scope(Property, METHOD);
      [dynamic(true), PROVIDER("P"): ToSubClass ToInstance, description("one\\ntwo") : amended]
      class Contoso_Thing as $T : CIM_Thing {
        [key, read] STRING Name;
        [ValueMap{"0", "1"}, Values{"off", "on"}] uint8 State = 0x1;
        real32 Ratio = 5E-1; Contoso_THING REF Other; uint8 Raw[16]; object Any = null;
        [implemented, STATIC] uint32 Run([in] string Command, [out] uint32 Result = 7);
      };`),
  ).toBe(`Qualifier Write : ToInstance ToSubClass;
Qualifier Own : string = "x", Scope(method, property), Flavor(ToSubClass);

[
  Dynamic,
  Provider("P"): ToInstance ToSubClass,
  Description(
    "one\\n"
    "two"): Amended
]
class Contoso_Thing as $T : CIM_Thing
{
  [Key, Read] string Name;
  [ValueMap{"0", "1"}, Values{"off", "on"}] uint8 State = 1;
  real32 Ratio = 0.5;
  Contoso_Thing ref Other;
  uint8 Raw[16];
  object Any = NULL;
  [Implemented, Static] uint32 Run([In] string Command, [Out] uint32 Result = 7);
};`);
});

test('what is too long for a line is broken', () => {
  const words = (count: number, text: string): string =>
    Array.from({ length: count }, (_, i) => `"${text}${i}"`).join(',');
  expect(
    body(`
      instance of X {
        Numbers = {${Array.from({ length: 40 }, (_, i) => i).join(',')}};
        Texts = {${words(3, 'a text of some thirty characters ')}};
        Long = "${'x'.repeat(120)}";
      };
      class X {
        [Values{${words(3, 'a text of some thirty characters ')}}, Key] string P = "${'y'.repeat(60)}";
        uint32 M([In] string TheFirstParameter, [In] string TheSecondParameter, [In] string TheThirdParameter);
      };`),
  ).toBe(`instance of X
{
  Numbers = {
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
    26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39
  };
  Texts = {
    "a text of some thirty characters 0",
    "a text of some thirty characters 1",
    "a text of some thirty characters 2"
  };
  Long = "${'x'.repeat(120)}";
};

class X
{
  [
    Values{
      "a text of some thirty characters 0",
      "a text of some thirty characters 1",
      "a text of some thirty characters 2"
    },
    Key
  ]
  string P = "${'y'.repeat(60)}";
  uint32 M(
    [In] string TheFirstParameter,
    [In] string TheSecondParameter,
    [In] string TheThirdParameter
  );
};`);
});

test('embedded objects, empty values and properties without a value', () => {
  expect(
    body(`instance of X { A = {}; B; C = instance of __namespace { NAME = "n"; };
      D = {instance of Y {}, instance of Z { z = {NULL}; }}; E = MACRO; F = 'a'; };
      [cpp_quote(MACRO "te" "xt" OTHER)] class X {};`),
  ).toBe(`instance of X
{
  A = {};
  B;
  C =
    instance of __Namespace
    {
      Name = "n";
    };
  D = {
    instance of Y
    {
    },
    instance of Z
    {
      z = {NULL};
    }
  };
  E = MACRO;
  F = 'a';
};

[cpp_quote(MACRO "text" OTHER)]
class X
{
};`);
});

describe('texts that mean the same have the same form', () => {
  test.each<[string, string, string]>([
    [
      'names',
      'INSTANCE OF __EVENTFILTER { name = NULL; };',
      'instance of __EventFilter {Name=null;};',
    ],
    [
      'numbers',
      'instance of X { a = {0x1F, 037, 11111b, +31}; };',
      'instance of X { a = {31,31,31,31}; };',
    ],
    ['reals', 'instance of X { a = {.5, 5E-1}; };', 'instance of X { a = {0.5, 0.50}; };'],
    [
      'strings',
      String.raw`instance of X { a = "a" "\x62\'\"" ; };`,
      String.raw`instance of X { a = "ab'\""; };`,
    ],
    ['a qualifier that is TRUE', '[Key(TRUE)] class X {};', '[key] class X {};'],
    ['several values of a qualifier', '[V("a", "b")] class X {};', '[V{"a", "b"}] class X {};'],
    [
      'flavors',
      '[V : ToSubClass Amended ToSubClass] class X {};',
      '[V : amended tosubclass] class X {};',
    ],
    [
      'scopes',
      'Qualifier V : string, Scope(property, CLASS, property, method);',
      'qualifier V : string, scope(Class, Method, Property);',
    ],
    [
      'a scope that says all',
      'Qualifier V : string, Scope(any);',
      'qualifier V : string, scope(property, ANY, class);',
    ],
    [
      'the flavors of a declaration',
      'Qualifier V : string, Flavor(ToSubClass, DisableOverride), Scope(class);',
      'qualifier V : string, scope(class), flavor(DISABLEOVERRIDE, tosubclass, ToSubClass);',
    ],
    [
      "the flavors of WMI's declaration",
      'Qualifier V : ToSubClass Amended;',
      'qualifier V : amended tosubclass amended;',
    ],
    ['an empty list of qualifiers', '[] class X {};', 'class X {};'],
    [
      'namespaces',
      '#pragma namespace("//./root/CIMV2") instance of X {};',
      '#pragma namespace("root\\\\cimv2") instance of X {}; #pragma namespace("ROOT/cimv2")',
    ],
    [
      'the place of autorecover',
      'class X {};\n#pragma autorecover',
      '#pragma AutoRecover()\nclass X {};',
    ],
    ['pragmas', '#pragma DELETECLASS ( "X",nofail )', '#pragma deleteclass("X", NOFAIL)'],
    [
      'names of the run',
      'class Contoso_A { string Name; }; instance of contoso_a as $A { name = $a; };',
      'class Contoso_A { string Name; }; instance of Contoso_A as $A { Name = $A; };',
    ],
    [
      'inherited names',
      'class A : __EventConsumer { [key] string Id; }; class B : a {}; instance of b { ID = 1; creatorsid = NULL; };',
      'class A : __EventConsumer { [key] string Id; }; class B : A {}; instance of B { Id = 1; CreatorSID = NULL; };',
    ],
  ])('%s', (_, one, other) => {
    expect(canonical(one)).toBe(canonical(other));
  });

  test('an include and its text', () => {
    const common = '#pragma namespace("root\\\\cimv2") class X as $X {};';
    const main = (middle: string): string => `class A {}; ${middle} instance of X { Y = $X; };`;
    const compilation = compileMof([parsed(main('#include ("lib/common.mof")'), 'main.mof')], {
      readInclude: (path) => (path === 'lib/common.mof' ? new SourceFile(path, common) : undefined),
    });
    expect(emitMof(compilation)).toBe(canonical(main(common)));
  });
});

describe('what means something else has another form', () => {
  test.each<[string, string, string]>([
    ['case of unknown names', 'class Xa {};', 'class XA {};'],
    ['case of macros', 'instance of X { a = NoFail; };', 'instance of X { a = NOFAIL; };'],
    ['integers and reals', 'instance of X { a = 1; };', 'instance of X { a = 1.0; };'],
    ['a value and a list of it', '[V("a")] class X {};', '[V{"a"}] class X {};'],
    ['FALSE and nothing', '[Key(FALSE)] class X {};', 'class X {};'],
    ['a name and a string', 'instance of X { a = b; };', 'instance of X { a = "b"; };'],
    [
      'the order of unknown properties',
      'instance of X { a=1; b=2; };',
      'instance of X { b=2; a=1; };',
    ],
    [
      'namespaces',
      '#pragma namespace("root/a") class X {};',
      '#pragma namespace("root/b") class X {};',
    ],
  ])('%s', (_, one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });
});

describe('the namespace', () => {
  test('is stated first and where it changes', () => {
    expect(
      canonical(`class A {}; #pragma namespace("root/a") class B {}; #pragma namespace("root/A") class C {};
        #pragma namespace("root/empty")
        #pragma namespace("root\\\\default") class D {};`)
        .split('\n')
        .filter((line) => /^[#c]/.test(line)),
    ).toEqual([
      fallback,
      'class A',
      fallback.replace('default', 'a'),
      'class B',
      'class C',
      fallback,
      'class D',
    ]);
  });

  test('is not needed by what has none', () => {
    expect(canonical('#pragma classflags("updateonly")\n#pragma namespace("root/a")')).toBe(
      '#pragma classflags("updateonly")\n',
    );
    expect(canonical('// nothing')).toBe('');
  });

  test('is stated again behind a file that cannot be read', () => {
    expect(canonical('class A {};\n#include ("other.mof")\nclass B {};')).toBe(
      `${fallback}\n\nclass A\n{\n};\n\n#include ("other.mof")\n${fallback}\n\nclass B\n{\n};\n`,
    );
  });
});

test('the flags of a pragma have one case', () => {
  expect(
    canonical('#pragma ClassFlags("UpdateOnly", "FORCEUPDATE")\n#pragma amendment("MS_409")'),
  ).toBe('#pragma classflags("updateonly", "forceupdate")\n#pragma amendment("MS_409")\n');
});

describe('macros in a qualifier', () => {
  test.each([
    ['[x("a" M, "b")] class A {};', '[x("a" M, "b")]'],
    ['[x("b", M "a" "c"), Values("a", "b")] class A {};', '[x("b", M "ac"), Values{"a", "b"}]'],
    ['[x("a" M)] class A {};', '[x("a" M)]'],
  ])('stand in parentheses: %s', (text, list) => {
    const out = canonical(text);
    expect(out).toContain(`\n${list}\nclass A`);
    expect(parseMof(out).problems).toEqual([]);
    expect(canonical(out)).toBe(out);
  });

  test('stand there in several lines too', () => {
    const out = canonical(`[x("${'a'.repeat(60)}" M, "${'b'.repeat(60)}")] class A {};`);
    expect(out).toContain(`[\n  x(\n    "${'a'.repeat(60)}" M,\n`);
    expect(parseMof(out).problems).toEqual([]);
    expect(canonical(out)).toBe(out);
  });
});

test('files side by side share one text, and aliases stay apart', () => {
  const file = (name: string): string =>
    `instance of X as $a { Name = "${name}"; Self = $A; }; instance of Y as $A_2 {};`;
  const out = canonical(file('1'), file('2'));
  expect(out.split('\n').filter((line) => /as|Self/.test(line))).toEqual([
    'instance of X as $a',
    '  Self = $a;',
    'instance of Y as $A_2',
    'instance of X as $a_3',
    '  Self = $a_3;',
    'instance of Y as $A_2_2',
  ]);
  expect(canonical(out)).toBe(out);
});

describe('lines for the C preprocessor', () => {
  test('stay where they are, in ASCII', () => {
    const out = canonical(
      '#define NAME "x" /* é */ \\\r\n  "y"\n#include <guids.h>\n# include "other.h"\nclass X {};\n#define MORE\n',
    );
    expect(out).toBe(
      `#define NAME "x" /* \\x00E9 */ \\\n  "y"\n#include <guids.h>\n#include "other.h"\n${fallback}\n\nclass X\n{\n};\n\n#define MORE\n`,
    );
    expect(canonical(out)).toBe(out);
  });

  test('keep a declaration that they cut through as it is', () => {
    const cut = 'class  X {\n#ifdef A\n  string a;\n#else\n  string b;\n#endif\n};';
    const out = canonical(`${cut} class  Y {};`);
    expect(out).toBe(`${fallback}\n\n${cut}\n\nclass Y\n{\n};\n`);
    expect(canonical(out)).toBe(out);
  });

  test('keep the pragmas between which they choose', () => {
    const out = canonical(
      '#ifdef A\n#pragma namespace("root/a")\n#else\n#pragma namespace("root/b")\n#endif\nclass X {};',
    );
    expect(out.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '#ifdef A',
      fallback.replace('default', 'a'),
      '#else',
      fallback.replace('default', 'b'),
      '#endif',
    ]);
    expect(canonical(out)).toBe(out);
  });
});

describe('text that the C preprocessor cuts through', () => {
  const cut = (head: string, tail: string): string =>
    `instance of K${head} {\n#ifdef X\n  n = "$F";\n#endif\n${tail}};`;

  test('uses the names that aliases are printed with', () => {
    const out = canonical(
      'instance of K as $F { n = "1"; };',
      `instance of K as $F { n = "2"; };\n${cut('', '  r = $f; // $F\n')}`,
    );
    expect(out).toContain('instance of K as $F_2\n');
    expect(out).toContain('n = "$F";\n#endif\n  r = $F_2; // $F\n};');
    expect(canonical(out)).toBe(out);
  });

  test('defines them, too', () => {
    const out = canonical(
      'instance of K as $F { n = "1"; };',
      `${cut(' as $F', '')}\ninstance of L { r = $F; };`,
    );
    expect(out).toContain('instance of K as $F_2 {');
    expect(out).toContain('  r = $F_2;');
  });

  test('keeps its names, and escapes what is text', () => {
    const out = canonical(
      'class Ä { // ä\r\n#ifdef Ö // don\'t "\n  string ü = "é" \'è\' ;\n#endif\n};',
    );
    expect(out).toContain(
      'class Ä { // \\x00E4\n#ifdef Ö // don\'t "\n  string ü = "\\x00E9" \'\\x00E8\' ;\n#endif\n};',
    );
  });

  test('cannot clear the screen', () => {
    expect(canonical('#define X \x1b[2J\u202e Ä\nclass A {};')).toContain(
      '#define X \\x001B[2J\\x202E Ä\n',
    );
  });
});

describe('where the C preprocessor chooses', () => {
  const pragma = (name: string): string => fallback.replace('default', name);
  const lines = (...texts: readonly string[]): readonly string[] => {
    const out = canonical(...texts);
    expect(canonical(out)).toBe(out);
    return out.split('\n').filter((line) => /^(?:#|class)/.test(line));
  };

  test('each branch keeps its namespace', () => {
    const pragmaB = '#pragma namespace("root/b")';
    expect(
      lines(
        `#pragma namespace("root/a")\nclass Z {};\n#ifdef X\n${pragmaB}\n#else\n${pragmaB}\n#endif\nclass A {};`,
      ),
    ).toEqual([
      pragma('a'),
      'class Z',
      '#ifdef X',
      pragma('b'),
      '#else',
      pragma('b'),
      '#endif',
      'class A',
    ]);
  });

  test('a file starts in its own namespace', () => {
    expect(
      lines(
        '#pragma namespace("root/a")\nclass Z {};',
        '#ifdef X\nclass A {};\n#else\nclass B {};\n#endif\n',
        'class C {};',
      ),
    ).toEqual([
      pragma('a'),
      'class Z',
      fallback,
      '#ifdef X',
      'class A',
      '#else',
      'class B',
      '#endif',
      fallback,
      'class C',
    ]);
  });

  test('what no branch places stays in the namespace of the file', () => {
    expect(
      lines('#ifndef X\n#pragma namespace("root/b")\n#endif\nclass A {};\nclass B {};'),
    ).toEqual([fallback, '#ifndef X', pragma('b'), '#endif', 'class A', 'class B']);
  });

  test('autorecover stays where it is', () => {
    expect(lines('#ifdef X\n#pragma autorecover\n#endif\nclass A {};')).toEqual([
      fallback,
      '#ifdef X',
      '#pragma autorecover',
      '#endif',
      'class A',
    ]);
    expect(lines('#pragma autorecover\n#ifdef X\n#pragma autorecover\n#endif')).toEqual([
      '#pragma autorecover',
      '#ifdef X',
      '#endif',
    ]);
  });
});

describe('hostile text', () => {
  test('nests as deep as the parser goes', () => {
    const deep = (open: string, close: string): string =>
      `instance of X { a = ${open.repeat(150)}1${close.repeat(150)}; };`;
    for (const text of [deep('{', '}'), deep('instance of X { a = ', '; }')]) {
      const out = canonical(text);
      expect(parseMof(out).problems).toEqual([]);
      expect(canonical(out)).toBe(out);
    }
  });

  test('of many items, values and includes takes its time and no more', () => {
    const many = `instance of X { a = {${'1,'.repeat(200_000)}1}; };${'[a]class X:X{};'.repeat(20_000)}`;
    const started = performance.now();
    expect(canonical(many).length).toBeGreaterThan(many.length);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('that includes itself ends', () => {
    const text = 'class X {};\n#include ("test.mof")\n#include ("test.mof")';
    expect(canonical(text)).toContain('class X');
  });

  test('that includes ever more ends', () => {
    const files = Array.from({ length: 40 }, (_, i) => {
      const next = `#include ("${i + 1}.mof")\n`;
      return parsed(`${next}${next}class X${i} {};`, `${i}.mof`);
    });
    expect(emitMof(compileMof(files))).toContain('class X39');
  });

  test('has names that objects have', () => {
    const text =
      'class __proto__ { string constructor; }; instance of __proto__ { constructor = "x"; };';
    expect(body(text)).toContain('instance of __proto__\n{\n  constructor = "x";\n};');
  });
});
