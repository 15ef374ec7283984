import { describe, expect, test } from 'vitest';

import type { Document } from '../../../grammar/mof/ast.ts';
import { parseMof } from '../../../grammar/mof/parser.ts';
import { childrenOf, walk } from '../../../grammar/mof/visit.ts';
import { readMarks } from '../../support/marked-text.ts';

/** [what is wrong, the text with the exact characters marked, rule, HRESULT, part of the message] */
type Row = readonly [string, string, string, string | undefined, RegExp];

/** What follows the mistake in every text; it must be read whatever came before. */
const SURVIVOR = '\ninstance of Survivor { Name = "here"; };\n';

const rows: readonly Row[] = [
  // Delimiters.
  [
    'no semicolon after an instance',
    'instance of A { X = 1; ⟦}⟧',
    'missing-semicolon-after-block',
    '0x80044002',
    /without the semicolon/,
  ],
  [
    'no semicolon after a class',
    'class A { uint8 X; ⟦}⟧',
    'missing-semicolon-after-block',
    '0x80044029',
    /without the semicolon/,
  ],
  [
    'no semicolon after an assignment',
    'instance of A {\n  X = 1⟦⟧\n  Y = 2;\n};',
    'syntax',
    '0x80044002',
    /semicolon is missing/,
  ],
  [
    'no semicolon before the closing brace',
    'instance of A { X = 1⟦⟧ };',
    'syntax',
    '0x80044002',
    /semicolon is missing/,
  ],
  [
    'no semicolon after a property',
    'class A {\n  uint8 X⟦⟧\n  uint8 Y;\n};',
    'syntax',
    '0x80044002',
    /semicolon is missing/,
  ],
  [
    'no semicolon between two assignments on one line',
    'instance of A { X = 1⟦⟧ Y = 2; };',
    'syntax',
    '0x80044002',
    /semicolon is missing/,
  ],
  [
    'two values',
    'instance of A { X = 1 ⟦2⟧; Y = 3; };',
    'syntax',
    '0x80044002',
    /Expected a semicolon, but found the number 2/,
  ],
  [
    'a block that is never closed',
    'instance of A { X = 1;⟦⟧',
    'syntax',
    '0x80044004',
    /instance of A is not closed/,
  ],
  [
    'a class that is never closed',
    'class A { uint8 X;⟦⟧',
    'syntax',
    '0x80044029',
    /class A is not closed/,
  ],
  [
    'no opening brace',
    'instance of A ⟦X⟧ = 1; };',
    'syntax',
    '0x80044003',
    /Expected an opening brace/,
  ],
  ['a brace too many', 'instance of A { X = 1; };\n⟦}⟧;', 'syntax', '0x8004400A', /closes nothing/],
  [
    'a semicolon too many',
    'instance of A { X = 1;⟦;⟧ Y = 2; };',
    'syntax',
    '0x8004400A',
    /ends nothing/,
  ],
  [
    'a semicolon between declarations',
    'instance of A { X = 1; };⟦;⟧',
    'syntax',
    '0x8004400A',
    /ends nothing/,
  ],
  [
    'qualifiers without their bracket',
    'class A {\n  [Key, Description("x")⟦⟧ string Name;\n  uint8 Y;\n};',
    'syntax',
    '0x80044005',
    /not closed/,
  ],
  [
    'a comma instead of the bracket',
    'class A {\n  [Read, Description("x")⟦⟧, string Name;\n  uint8 Y;\n};',
    'syntax',
    '0x80044005',
    /not closed/,
  ],
  [
    'qualifiers without a comma',
    'class A { [Key⟦⟧ Read] uint8 X; };',
    'syntax',
    '0x80044005',
    /comma is missing before the qualifier Read/,
  ],
  [
    'a parenthesis that another bracket closes',
    'class A { [Description("x"⟦}⟧] uint8 X; uint8 Y; };',
    'syntax',
    '0x80044006',
    /closing parenthesis/,
  ],
  [
    'a brace for a bracket in a parameter',
    'class A { void M(⟦{⟧IN] uint8 X, [IN] uint8 Y); uint8 Z; };',
    'syntax',
    '0x80044008',
    /parameter's type/,
  ],
  [
    'a pragma without its parenthesis',
    '#pragma namespace("root"⟦⟧\ninstance of A { X = 1; };',
    'syntax',
    '0x80044006',
    /parenthesis is missing/,
  ],
  [
    'an include without its parenthesis',
    '#include ("a.mof"⟦⟧\ninstance of A { X = 1; };',
    'syntax',
    '0x80044006',
    /parenthesis is missing/,
  ],
  [
    'text behind a block instead of its semicolon',
    'instance of A { X = 1; } ⟦as⟧ $B;',
    'syntax',
    '0x8004400A',
    /found "as"/,
  ],
  [
    'a parameter without the bracket of its qualifiers',
    'class A { void M([in⟦⟧ uint8 X); uint8 Y; };',
    'syntax',
    '0x80044005',
    /not closed/,
  ],
  [
    'flavors without the bracket behind them',
    'class A { [Key : ToSubClass Amended⟦⟧ string Name; uint8 Y; };',
    'syntax',
    '0x80044005',
    /not closed/,
  ],
  [
    'flavors without their colon',
    'class A { [Description("x")⟦⟧ Amended] string Name; };',
    'syntax',
    '0x80044005',
    /colon is missing before the flavor Amended/,
  ],
  [
    'a semicolon between embedded instances',
    'instance of A { X = {instance of B { Y = 1; }⟦;⟧ instance of B { Y = 2; }}; };',
    'syntax',
    '0x80044004',
    /comma stands between/,
  ],
  [
    'a lost opening brace of an array',
    'instance of A { X = 1⟦,⟧2}; Y = 3; };',
    'syntax',
    '0x80044002',
    /Expected a semicolon/,
  ],
  [
    'one brace too many inside',
    'instance of A { X = 1; } ⟦}⟧;',
    'syntax',
    '0x8004400A',
    /closes nothing/,
  ],
  [
    'a comma behind the last parameter',
    'class A { uint8 M([in] uint8 X⟦,⟧); uint8 Y; };',
    'syntax',
    '0x80044008',
    /No parameter follows/,
  ],
  [
    'a pragma without its opening parenthesis',
    '#pragma namespace⟦⟧"root")',
    'syntax',
    '0x80044009',
    /opening parenthesis is missing/,
  ],
  [
    'a body that is never closed, right at its start',
    'instance of A {⟦⟧\ninstance of B { X = 1; };',
    'syntax',
    '0x80044004',
    /instance of A is not closed/,
  ],
  ['no qualifier', 'class A { [⟦5⟧] uint8 X; };', 'syntax', '0x80044001', /qualifier's name/],
  ['a misspelt of', 'instance ⟦fo⟧ A { X = 1; };', 'syntax', '0x8004400A', /did you mean of\?/],
  [
    'an unterminated string among qualifiers',
    'class A {\n  [Description(⟦"x)] uint8 X⟧;\n  uint8 Y;\n};',
    'unterminated-string',
    '0x8004400A',
    /not closed/,
  ],
  // Values.
  [
    'a leading comma',
    'instance of A { X = {⟦,⟧1}; };',
    'syntax',
    '0x80044004',
    /before this comma/,
  ],
  ['a size below 1', 'class A { uint8 X[⟦-1⟧]; };', 'syntax', '0x80044007', /no size of an array/],
  [
    'a quote inside a text that ends like a key',
    'instance of A { Query = "SELECT * FROM X WHERE Y.Z=⟦"⟧b""; W = 1; };',
    'syntax',
    '0x8004400A',
    /written with a backslash/,
  ],
  ['no value', 'instance of A { X = ⟦;⟧ Y = 2; };', 'syntax', '0x80044007', /Expected a value/],
  [
    'a trailing comma',
    'instance of A { X = {1, 2⟦,⟧}; };',
    'array-trailing-comma',
    '0x80044004',
    /remove it/,
  ],
  [
    'a missing element',
    'instance of A { X = {1⟦,,⟧2}; };',
    'syntax',
    '0x80044004',
    /element is missing/,
  ],
  [
    'an array that is never closed',
    'instance of A { X = {1, 2⟦;⟧ Y = 3; };',
    'syntax',
    '0x80044004',
    /comma or the closing brace/,
  ],
  [
    'two elements without a comma',
    'instance of A { X = {1 ⟦2⟧}; };',
    'syntax',
    '0x80044004',
    /comma or the closing brace/,
  ],
  [
    'a digit that octal does not have',
    'instance of A { X = ⟦09⟧; };',
    'syntax',
    '0x80044007',
    /octal/,
  ],
  [
    'a digit that binary does not have',
    'instance of A { X = ⟦12b⟧; };',
    'syntax',
    '0x80044007',
    /binary/,
  ],
  [
    'a digit that hexadecimal does not have',
    'instance of A { X = ⟦0x1G⟧; };',
    'syntax',
    '0x80044007',
    /0x is followed by/,
  ],
  [
    'a number that ends in its point',
    'instance of A { X = ⟦1.⟧; };',
    'syntax',
    '0x80044007',
    /behind the point, as in 1\.0/,
  ],
  [
    'a number with letters',
    'instance of A { X = ⟦12abc⟧; };',
    'syntax',
    '0x80044007',
    /neither a number nor a name/,
  ],
  [
    'two characters in single quotes',
    "instance of A { X = ⟦'ab'⟧; };",
    'syntax',
    '0x80044007',
    /exactly one character/,
  ],
  [
    'a path without quotes',
    'instance of A { X = ⟦B.Name="n"⟧; };',
    'syntax',
    '0x80044007',
    /object path is text/,
  ],
  // Strings and comments.
  [
    'an unterminated string',
    'instance of A {\n  X = ⟦"abc⟧;\n  Y = "d";\n};',
    'unterminated-string',
    '0x8004400A',
    /not closed/,
  ],
  [
    'an unterminated string with more strings on its line',
    'instance of A {\n  X = {"a", ⟦"b⟧};\n  Y = "d";\n};',
    'unterminated-string',
    '0x8004400A',
    /not closed/,
  ],
  [
    'an unterminated string in parentheses',
    '#pragma namespace(⟦"root⟧)',
    'unterminated-string',
    '0x8004400A',
    /not closed/,
  ],
  [
    'an unterminated descriptor',
    'instance of A {\n  X = ⟦"O:BAD:(A;;0x80;;;BA)⟧;\n  Y = "d";\n};',
    'unterminated-string',
    '0x8004400A',
    /not closed/,
  ],
  [
    'an unterminated comment',
    '⟦/*⟧ never closed\n',
    'unterminated-comment',
    '0x8004400A',
    /write \*\//,
  ],
  [
    'an escape that MOF lacks',
    String.raw`instance of A { X = "C:⟦\d⟧ata"; };`,
    'bad-escape',
    undefined,
    /written twice/,
  ],
  [
    '\\x without digits',
    String.raw`instance of A { X = "a⟦\x⟧g"; };`,
    'bad-escape',
    undefined,
    /hexadecimal digits/,
  ],
  [
    'a quote inside a string',
    'instance of A { X = "where Y ISA ⟦"⟧Z" "; W = 1; };',
    'syntax',
    '0x8004400A',
    /written with a backslash/,
  ],
  [
    'quotes inside a path',
    'instance of A { X = "__EventFilter.Name=⟦"F"⟧"; W = 1; };',
    'binding-path-unescaped-quotes',
    '0x8004400A',
    /written with a backslash/,
  ],
  // Keywords and names.
  [
    'a misspelt instance',
    '⟦instnce⟧ of A { X = 1; };',
    'syntax',
    '0x8004400A',
    /did you mean instance\?/,
  ],
  [
    'instance without of',
    '⟦Instance⟧ A { X = 1; };',
    'syntax',
    '0x80044018',
    /write instance of A/,
  ],
  ['instanceof', '⟦instanceof⟧ A { X = 1; };', 'syntax', '0x80044018', /write instance of A/],
  ['a misspelt class', '⟦clas⟧ A { uint8 X; };', 'syntax', '0x8004400A', /did you mean class\?/],
  ['no class name', 'instance of ⟦{⟧ X = 1; };', 'syntax', '0x80044014', /class's name/],
  ['no property name', 'class A { string⟦;⟧ uint8 X; };', 'syntax', undefined, /name/],
  [
    'a property name that starts with a digit',
    'class A { string ⟦1A⟧; uint8 X; };',
    'syntax',
    '0x8004400C',
    /name of a property/,
  ],
  ['a property outside a class', '⟦uint32⟧ X;', 'syntax', '0x8004400A', /belongs inside a class/],
  ['brackets before the name', 'class A { uint8⟦[]⟧ X; };', 'syntax', '0x8004400C', /write X\[\]/],
  [
    'a flavor that is none',
    'class A { [Key : ⟦ToSubclas⟧] uint8 X; };',
    'flavor-unknown',
    '0x80044022',
    /did you mean ToSubClass/,
  ],
  [
    'a scope that is none',
    'Qualifier Q : boolean, Scope(⟦clas⟧);',
    'syntax',
    '0x8004402D',
    /did you mean class/,
  ],
  ['an empty scope', 'Qualifier Q : boolean, ⟦Scope⟧();', 'syntax', '0x8004402D', /empty/],
  // Aliases.
  [
    'an alias that starts with a digit',
    'instance of A as ⟦$1⟧ { X = 1; };',
    'alias-bad-name',
    '0x80044016',
    /is no alias/,
  ],
  ['a dollar sign alone', 'instance of A { X = ⟦$⟧; };', 'alias-bad-name', '0x80044016', /eaten/],
  [
    'an alias on an embedded object',
    'instance of A { X = instance of B as ⟦$B⟧ { Y = 1; }; };',
    'alias-embedded',
    '0x8004401F',
    /cannot have an alias/,
  ],
  // The preprocessor.
  [
    'no blank behind #pragma',
    '⟦#pragma⟧namespace("root")',
    'syntax',
    '0x80044012',
    /blank is missing/,
  ],
  ['a misspelt #pragma', '⟦#pragme autorecover⟧', 'syntax', '0x80044012', /did you mean #pragma/],
  // Other languages.
  [
    'a structure',
    '⟦structure⟧ A { uint8 X; };',
    'typedef-or-enum',
    '0x8004400D',
    /Structures are MOF 3/,
  ],
  [
    'an enumeration',
    '⟦enumeration⟧ A : string { x, y };',
    'typedef-or-enum',
    '0x8004400D',
    /Enumerations are MOF 3/,
  ],
  [
    'an association',
    '⟦association⟧ A : B { uint8 X; };',
    'typedef-or-enum',
    '0x8004400D',
    /\[Association\]/,
  ],
  [
    'a typedef',
    '⟦typedef⟧ struct { int x; } A;',
    'typedef-or-enum',
    '0x8004400D',
    /Typedefs are C/,
  ],
  ['an enum', '⟦enum⟧ A { x };', 'typedef-or-enum', '0x8004400D', /Enums are C/],
  [
    'value of',
    'instance of A { X = ⟦value of⟧ B { Y = 1; }; };',
    'typedef-or-enum',
    '0x8004400D',
    /instance of/,
  ],
  [
    'an enumeration value',
    'instance of A { X = ⟦Months.May⟧; };',
    'typedef-or-enum',
    '0x8004400D',
    /write the number/,
  ],
  // Anything.
  ['stray characters', 'instance of A { X = 1; };\n⟦@@@⟧', 'syntax', '0x8004400A', /mean nothing/],
  ['prose', '⟦Hello⟧ world, this is no MOF.', 'syntax', '0x8004400A', /starts no declaration/],
];

describe('one mistake, one problem, at its exact characters', () => {
  test.each(rows)('%s', (_, marked, code, hresult, message) => {
    const { text, spans } = readMarks(marked);
    const { document, problems } = parseMof(text + SURVIVOR);
    expect(problems.map((problem) => problem.message)).toHaveLength(1);
    const [problem] = problems;
    expect(problem).toMatchObject({ code, ...spans[0] });
    expect(problem?.message).toMatch(message);
    if (hresult !== undefined) expect(problem?.hresult).toBe(hresult);
    expect(classNames(document)).toContain('Survivor');
  });
});

function classNames(document: Document): readonly string[] {
  return document.items.flatMap((item) =>
    item.kind === 'InstanceDeclaration' ? [item.className.name] : [],
  );
}

describe('several mistakes', () => {
  test('are each reported once', () => {
    const { text, spans } = readMarks(
      `
      instance of A { X = ⟦;⟧ Y = 1; };
      clazz { };
      instance of B { Z = {1⟦,⟧}; W = 2⟦⟧ };
      class C { uint8 X; ⟦}⟧
    `.replace('clazz', '⟦clazz⟧'),
    );
    const { problems } = parseMof(text);
    expect(problems.map(({ start, end }) => ({ start, end }))).toEqual(spans);
  });

  test('are capped in number, and the last entry says so', () => {
    const { problems } = parseMof('instance of A { X = ; };\n'.repeat(500));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message).toContain('400 more');
  });
});

describe('what was read of a broken element stays in the tree', () => {
  test('an instance that just ends keeps its properties', () => {
    const { document } = parseMof('instance of __EventFilter as $F { Name = "x"; Query = ');
    expect(document.items[0]).toMatchObject({
      kind: 'InstanceDeclaration',
      className: { name: '__EventFilter' },
      alias: { name: '$F' },
      properties: [{ name: { name: 'Name' } }, { name: { name: 'Query' }, value: undefined }],
      incomplete: true,
    });
  });

  test('a class that just ends keeps its members', () => {
    const { document } = parseMof('class A : B { [key] string Name; uint8 X[');
    expect(document.items[0]).toMatchObject({
      kind: 'ClassDeclaration',
      superclass: { name: 'B' },
      members: [{ name: { name: 'Name' } }, { name: { name: 'X' } }],
    });
  });
});

describe('strings that span lines', () => {
  test.each([
    ['prose', '"first line\nsecond line"'],
    ['a script', '"\nDim x\nx = 1\n"'],
    ['a last line that looks like an assignment', '"x\nName = "'],
    ['a last line that looks like a call', '"Usage:\nRun(" "x"'],
    ['adjacent literals', '"SELECT * FROM X WITHIN 60\nWHERE\nName = " "\'x\'"'],
  ])('%s', (_, literal) => {
    expect(parseMof(`instance of A { X = ${literal}; };`).problems).toEqual([]);
  });
});

describe('every node of a broken text', () => {
  const whole = `#pragma namespace("root")
[Key(1), Values{"a", "b"} : ToInstance] class A as $A : B { [Read] uint8 X[2] = {1, 2}; void M([in] B ref b, uint8 c[]); };
instance of A as $I { X = "a" "b"; Y = {instance of B { Z = $A; }, NULL}; [Q] W; };
Qualifier Q : string = null, Scope(class, property), Flavor(ToSubClass);`;

  test.each([
    ['cut short', (at: number) => whole.slice(0, at)],
    ['with a character lost', (at: number) => whole.slice(0, at) + whole.slice(at + 1)],
    ['with a brace too many', (at: number) => `${whole.slice(0, at)}}${whole.slice(at)}`],
    ['with a word too many', (at: number) => `${whole.slice(0, at)} word ${whole.slice(at)}`],
    ['with a quote too many', (at: number) => `${whole.slice(0, at)}"${whole.slice(at)}`],
  ])('lies inside its parent, %s anywhere', (_, damage) => {
    for (let at = 0; at <= whole.length; at++) {
      const text = damage(at);
      walk(parseMof(text).document, (node) => {
        for (const child of childrenOf(node)) {
          if (child.start < node.start || child.end > node.end || child.end < child.start) {
            throw new Error(`${child.kind} outside ${node.kind} at ${at}: ${text}`);
          }
        }
      });
    }
  });
});

describe('hostile input', () => {
  test.each([
    ['nothing', ''],
    ['a NUL', '\0'],
    ['blanks', ' \t\r\n\v\f\u00a0\ufeff'],
    ['nested arrays', `instance of A { X = ${'{'.repeat(10_000)}`],
    ['nested instances', 'instance of A { X = '.repeat(10_000)],
    ['opening brackets', '['.repeat(20_000)],
    ['opening quotes', '"'.repeat(20_001)],
    [
      'an unterminated string of closers',
      `instance of A { X = "${')'.repeat(100_000)}\n Y = 1; };`,
    ],
    ['an unterminated char of closers', `instance of A { X = '${'}'.repeat(100_000)}\n Y = 1; };`],
    ['low opening quotes', '\u201e'.repeat(100_000)],
    ['low opening quotes and escapes', '\u201ea\\'.repeat(50_000)],
    ['angle includes', '#include <'.repeat(50_000)],
    ['nested closed instances', `${'instance of A { X = '.repeat(1000)}1;${' };'.repeat(1000)}`],
    ['escaped quotes', '"' + String.raw`\"`.repeat(20_000)],
    ['runaway strings', '"a;\n X = '.repeat(10_000)],
    ['opening comments', '/*\n['.repeat(20_000)],
    ['slashes', '/'.repeat(20_000)],
    ['hashes', '#define x \\\n'.repeat(10_000)],
    ['a long number', '1'.repeat(100_000)],
    ['a long name', `class ${'a'.repeat(100_000)} {};`],
    ['lone surrogates', '\ud800 \udc00 class \ud800 { };'],
    [
      'names of Object.prototype',
      'instance of __proto__ { constructor = 1; toString = 2; __proto__ = 3; };',
    ],
  ])('%s', (_, text) => {
    const { document, problems } = parseMof(text);
    expect(document.end).toBe(text.length);
    for (const { start, end } of problems) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });
});
