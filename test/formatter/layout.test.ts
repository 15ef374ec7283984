/** What the layout of each construct is. */
import { describe, expect, test } from 'vitest';
import type { FormatOptions } from '../../src/formatter/options.ts';
import { faultsOf, formatted } from '../support/formatting.ts';

type Case = readonly [
  what: string,
  before: string,
  after: string,
  options?: Partial<FormatOptions>,
];

function cases(title: string, list: readonly Case[]): void {
  const named = list.map(([what, before, after, options = {}]) => ({
    what,
    before,
    after,
    options,
  }));
  describe(title, () => {
    test.each(named)('$what', ({ before, after, options }) => {
      expect(formatted(before, options)).toBe(after);
      expect(faultsOf(before, options)).toEqual([]);
    });
  });
}

cases('a file', [
  ['that is empty stays so', '', ''],
  ['of blanks is empty', ' \n\t\r\n ', ''],
  ['ends with a line end', 'class A\n{\n};', 'class A\n{\n};\n'],
  ['begins with its first declaration', '\n\n  class A\n{\n};\n\n\n', 'class A\n{\n};\n'],
  [
    'keeps one empty line between declarations, and makes none',
    'class A {};class B {};\n\n\n\nclass C {};\n  class D {};',
    'class A\n{\n};\nclass B\n{\n};\n\nclass C\n{\n};\nclass D\n{\n};\n',
  ],
  [
    'has one line end where a conversion has left CR CR LF',
    'class A\r\r\n{\r\r\n};\r\r\n\r\r\nclass B {};',
    'class A\r\n{\r\n};\r\n\r\nclass B\r\n{\r\n};\r\n',
  ],
]);

cases('a pragma', [
  ['without arguments', '#  PRAGMA\tAutoRecover', '#PRAGMA AutoRecover\n'],
  [
    'has no blanks in its parentheses',
    '#pragma namespace ( "\\\\\\\\.\\\\root" )',
    '#pragma namespace("\\\\\\\\.\\\\root")\n',
  ],
  ['with a flag', '#pragma deleteclass("A",NoFail)', '#pragma deleteclass("A", NoFail)\n'],
  [
    'that is on one line stays there, because a C preprocessor reads lines',
    '#pragma classflags("updateonly",    "forceupdate")',
    '#pragma classflags("updateonly", "forceupdate")\n',
    { printWidth: 20 },
  ],
  [
    'that is on several lines is joined where it fits',
    '#pragma classflags(\n"updateonly",\n"forceupdate")',
    '#pragma classflags("updateonly", "forceupdate")\n',
  ],
  [
    'that is on several lines is a list where it does not',
    '#pragma classflags("updateonly",\n  "forceupdate")',
    '#pragma classflags(\n  "updateonly",\n  "forceupdate"\n)\n',
    { printWidth: 20 },
  ],
]);

cases('an include', [
  ['of WMI', '#include("a.mof")', '#include ("a.mof")\n'],
  ['of the DMTF', '#pragma include ("a.mof")', '#pragma include("a.mof")\n'],
  ['of C', '# include   "a.h"\n#include <b.h>', '#include "a.h"\n#include <b.h>\n'],
]);

cases('a qualifier declaration', [
  [
    'of the DMTF',
    'Qualifier Key:boolean=false,Scope(property,reference),Flavor(DisableOverride,ToSubClass);',
    'Qualifier Key : boolean = false, Scope(property, reference), Flavor(DisableOverride, ToSubClass);\n',
    { printWidth: 100 },
  ],
  [
    'of the DMTF that is too long',
    'Qualifier Values : string[] = {"a","b"}, Scope(property), Flavor(ToSubClass), Translatable;',
    'Qualifier Values : string[] = {"a", "b"},\n  Scope(property),\n  Flavor(ToSubClass),\n  Translatable;\n',
    { printWidth: 60 },
  ],
  [
    'of WMI',
    'qualifier Description:ToSubClass   Amended ;',
    'qualifier Description : ToSubClass Amended;\n',
  ],
]);

cases('a class', [
  ['without members', 'class A:B{};', 'class A : B\n{\n};\n'],
  ['with an alias', 'class A as $A:B{};', 'class A as $A : B\n{\n};\n'],
  [
    'has each property on a line',
    'Class A { string a;uint32 b[ ] ;\n\n\nuint8 c[ 16 ]={1,2} ; B   ref d = NULL; };',
    'Class A\n{\n  string a;\n  uint32 b[];\n\n  uint8 c[16] = {1, 2};\n  B ref d = NULL;\n};\n',
  ],
  [
    'has no empty lines at the edges of its body',
    'class A\n{\n\n  string a;\n\n};',
    'class A\n{\n  string a;\n};\n',
  ],
  [
    'stands below its qualifiers',
    '[dynamic:ToInstance,provider("P")]class A{};',
    '[dynamic: ToInstance, provider("P")]\nclass A\n{\n};\n',
  ],
  ['has nothing between it and its qualifiers', '[key]\n\nclass A {};', '[key]\nclass A\n{\n};\n'],
]);

cases('qualifiers', [
  [
    'stand before a property where both fit',
    'class A { [ key , read ]string a; [] string b; };',
    'class A\n{\n  [key, read] string a;\n  [] string b;\n};\n',
  ],
  [
    'stay on a line of their own',
    'class A {\n  [key]\n  string a;\n};',
    'class A\n{\n  [key]\n  string a;\n};\n',
  ],
  [
    'are on a line of their own where both do not fit',
    'class A { [key, read, write] string abcdef; };',
    'class A\n{\n  [key, read, write]\n  string abcdef;\n};\n',
    { printWidth: 30 },
  ],
  [
    'have a line each where they do not fit on one',
    'class A { [key, read, write, MaxLen(12)] string a; };',
    'class A\n{\n  [\n    key,\n    read,\n    write,\n    MaxLen(12)\n  ]\n  string a;\n};\n',
    { printWidth: 25 },
  ],
  [
    'have flavors behind a colon',
    '[Description ( "x" ) :Amended   ToSubClass, key:DisableOverride] class A {};',
    '[Description("x"): Amended ToSubClass, key: DisableOverride]\nclass A\n{\n};\n',
  ],
  [
    'have values in either bracket',
    '[Values { "a","b" },ValueMap{},InPartition ( "a","b" ),Locale ( 0x409 ),V({ 1 })] class A {};',
    '[Values{"a", "b"}, ValueMap{}, InPartition("a", "b"), Locale(0x409), V({1})]\nclass A\n{\n};\n',
  ],
  [
    'have a long text on a line of its own, where it then fits',
    '[Description("a text of some length")] class A {};',
    '[\n  Description(\n    "a text of some length"\n  )\n]\nclass A\n{\n};\n',
    { printWidth: 30 },
  ],
  [
    'keep a text beside their name that fits nowhere',
    '[Description("a text of quite some length")] class A {};',
    '[\n  Description("a text of quite some length")\n]\nclass A\n{\n};\n',
    { printWidth: 30 },
  ],
  [
    'have adjacent texts below one another',
    'class A { [Description("a "\n      "b "\n"c"), key] string a; };',
    'class A\n{\n  [\n    Description(\n      "a "\n      "b "\n      "c"\n    ),\n    key\n  ]\n  string a;\n};\n',
  ],
  [
    'may hold macros of the C preprocessor',
    '[cpp_quote(HEADER\n"a\\n" MORE), FLAGS] class A {};',
    '[\n  cpp_quote(\n    HEADER\n    "a\\n"\n    MORE\n  ),\n  FLAGS\n]\nclass A\n{\n};\n',
  ],
]);

cases('a method', [
  ['without parameters', 'class A { uint32 a ( ) ; };', 'class A\n{\n  uint32 a();\n};\n'],
  [
    'on one line',
    'class A { [static]void a([in]uint32 b=1,[out]string c[]); };',
    'class A\n{\n  [static] void a([in] uint32 b = 1, [out] string c[]);\n};\n',
  ],
  [
    'with a line for each parameter',
    'class A { [static] void a([in, Description("x")] uint32 b, [out] string c[]); };',
    'class A\n{\n  [static]\n  void a(\n    [in, Description("x")]\n    uint32 b,\n    [out] string c[]\n  );\n};\n',
    { printWidth: 35 },
  ],
]);

cases('an instance', [
  ['without properties', 'instance of A{};', 'instance of A\n{\n};\n'],
  ['with an alias', 'INSTANCE OF A AS $a{};', 'INSTANCE OF A AS $a\n{\n};\n'],
  [
    'has each property on a line',
    '[Locale(1033)] instance of A { a=1;b = $B ;c; [d] e; };',
    '[Locale(1033)]\ninstance of A\n{\n  a = 1;\n  b = $B;\n  c;\n  [d] e;\n};\n',
  ],
  [
    'keeps the spelling of literals',
    "instance of A { a = 0X1f; b = 011B; c = -.5E+3; d = True; e = null; f = '\\x41'; g = +1; };",
    "instance of A\n{\n  a = 0X1f;\n  b = 011B;\n  c = -.5E+3;\n  d = True;\n  e = null;\n  f = '\\x41';\n  g = +1;\n};\n",
  ],
  [
    'as a value',
    'instance of A { a = instance of B { b = 1; }; };',
    'instance of A\n{\n  a = instance of B\n  {\n    b = 1;\n  };\n};\n',
  ],
  [
    'in an array',
    'instance of A { a = {instance of B {}, instance of C { c = 1; }}; };',
    'instance of A\n{\n  a = {\n    instance of B\n    {\n    },\n    instance of C\n    {\n      c = 1;\n    }\n  };\n};\n',
  ],
]);

cases('a text', [
  [
    'is on a line of its own where it then fits',
    'instance of A { Query = "SELECT * FROM B"; };',
    'instance of A\n{\n  Query =\n    "SELECT * FROM B";\n};\n',
    { printWidth: 25 },
  ],
  [
    'stays behind the sign where it fits nowhere',
    'instance of A { Query = "SELECT * FROM B WHERE C"; };',
    'instance of A\n{\n  Query = "SELECT * FROM B WHERE C";\n};\n',
    { printWidth: 25 },
  ],
  [
    'is not touched inside',
    'instance of A { Query = "select   *\\tFROM  a";  EventAccess = "O:BAG:BAD:(A;;0x80 ;;;BA)"; };',
    'instance of A\n{\n  Query = "select   *\\tFROM  a";\n  EventAccess = "O:BAG:BAD:(A;;0x80 ;;;BA)";\n};\n',
  ],
  [
    'in several literals stays on one line',
    'instance of A { a = "b"   "c"; };',
    'instance of A\n{\n  a = "b" "c";\n};\n',
  ],
  [
    'in several literals has a line for each where there was one for any',
    'instance of A { a = "b" "c"\n\n"d"; };',
    'instance of A\n{\n  a =\n    "b"\n    "c"\n    "d";\n};\n',
  ],
  [
    'in several literals has a line for each where they do not fit on one',
    'instance of A { a = "bcdefgh" "ijklmno"; };',
    'instance of A\n{\n  a =\n    "bcdefgh"\n    "ijklmno";\n};\n',
    { printWidth: 20 },
  ],
  [
    'in several literals shows where the next element begins',
    'instance of A { a = {"b"\n"c", "d"}; };',
    'instance of A\n{\n  a = {\n    "b"\n      "c",\n    "d"\n  };\n};\n',
  ],
  [
    'over several lines is not touched',
    'instance of A { a = "b  \n   c\\\n d"; [Description("e\n f  ")] g; };',
    'instance of A\n{\n  a = "b  \n   c\\\n d";\n  [\n    Description("e\n f  ")\n  ]\n  g;\n};\n',
  ],
]);

cases('an array', [
  ['without elements', 'instance of A { a = { } ; };', 'instance of A\n{\n  a = {};\n};\n'],
  [
    'of texts has a line for each where they do not fit on one',
    'instance of A { a = {"bcdef", "ghijk"}; };',
    'instance of A\n{\n  a = {\n    "bcdef",\n    "ghijk"\n  };\n};\n',
    { printWidth: 20 },
  ],
  [
    'of numbers has as many on a line as it holds',
    'instance of A { a = {100,200,300,400,500,600}; };',
    'instance of A\n{\n  a = {\n    100, 200, 300,\n    400, 500, 600\n  };\n};\n',
    { printWidth: 20 },
  ],
  [
    'keeps an empty line',
    'instance of A { a = {1,\n\n2}; b = {"cdefghij",\n\n"klmnop"}; };',
    'instance of A\n{\n  a = {\n    1,\n\n    2\n  };\n  b = {\n    "cdefghij",\n\n    "klmnop"\n  };\n};\n',
    { printWidth: 20 },
  ],
  [
    'in an array',
    'instance of A { a = {{1,2},{}}; };',
    'instance of A\n{\n  a = {{1, 2}, {}};\n};\n',
  ],
]);

const administrators = '{1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}';

cases('a SID', [
  [
    'stays on one line, without blanks',
    'instance of A { CreatorSID = { 1, 2,\n0,0,0,0,0,5, 32,0,0,0, 32,2,0,0 }; };',
    `instance of A\n{\n  CreatorSID = ${administrators};\n};\n`,
    { printWidth: 20 },
  ],
  [
    'that is wrong does too',
    'class A { uint8 CreatorSid[] = {1, 2, 0, 300}; };',
    'class A\n{\n  uint8 CreatorSid[] = {1,2,0,300};\n};\n',
  ],
  [
    'is known by its bytes',
    'instance of A { Owner = {0x01, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0}; Bytes = {1, 1, 0, 0}; };',
    'instance of A\n{\n  Owner = {0x01,1,0,0,0,0,0,5,18,0,0,0};\n  Bytes = {1, 1, 0, 0};\n};\n',
  ],
  [
    'with a comment for a part of it has lines',
    'instance of A { CreatorSID = {1, 1, // revision, count\n0,0,0,0,0,5, 18,0,0,0}; };',
    'instance of A\n{\n  CreatorSID = {\n    1, 1, // revision, count\n    0, 0, 0, 0, 0, 5, 18, 0, 0, 0\n  };\n};\n',
  ],
]);

cases('a line for the C preprocessor', [
  [
    'stays between the same declarations',
    '#define A 1\nclass B {};\n\n#ifdef C\nclass D {};\n#endif',
    '#define A 1\nclass B\n{\n};\n\n#ifdef C\nclass D\n{\n};\n#endif\n',
  ],
  [
    'stays between the same members, and with its continuation as it is',
    'class A {\n#define B \\\n     Description("x"), \\\n   key\nstring b;\n#undef B\n};',
    'class A\n{\n  #define B \\\n     Description("x"), \\\n   key\n  string b;\n  #undef B\n};\n',
  ],
  [
    'stays between the same tokens',
    'class A { string b\n#ifdef C\n= "d"\n#endif\n; };',
    'class A\n{\n  string b\n  #ifdef C\n  = "d"\n  #endif\n  ;\n};\n',
  ],
  [
    'and a backslash at the end of a line',
    '[key, \\\n read] class A {};',
    '[key, read]\nclass A\n{\n};\n',
  ],
]);

describe('a text with errors', () => {
  test.each([
    ['syntax', 'class A { string; };'],
    ['a missing semicolon', 'class A {}'],
    ['an unterminated string', 'instance of A { a = "b; };'],
    ['a trailing comma', 'instance of A { a = {1,}; };'],
    ['a declaration that WMI does not have', 'enumeration A { B };'],
    ['a blank behind a continued line', '#define A \\ \nclass B {};'],
  ])('is refused: %s', (_, text) => {
    expect(faultsOf(text)).toEqual(['refused']);
  });

  test.each([
    ['an escape that MOF lacks', 'instance of A { a = "\\s"; };'],
    ['an unknown flavor', '[key: Sticky] class A {};'],
    ['an alias of an embedded instance', 'instance of A { a = instance of B as $C {}; };'],
  ])('is formatted where it is plain what it means: %s', (_, text) => {
    expect(faultsOf(text)).toEqual([]);
  });
});
