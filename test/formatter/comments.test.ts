/** Where comments stand afterwards. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMof } from '../../grammar/mof/parser.ts';
import { lexMof } from '../../grammar/mof/tokens.ts';
import { faultsOf, formatted } from '../support/formatting.ts';

describe('a comment', () => {
  test.each<readonly [where: string, before: string, after: string]>([
    ['alone in a file', '  // a  \n\n\n/* b */', '// a\n\n/* b */\n'],
    ['before everything', '\n// a\n\n#pragma autorecover', '// a\n\n#pragma autorecover\n'],
    ['before a declaration', '// a\n/* b */ class A {};', '// a\n/* b */ class A\n{\n};\n'],
    [
      'behind a declaration on its line',
      'class A {}; // a\nclass B {}; /* b */\nclass C {};',
      'class A\n{\n}; // a\nclass B\n{\n}; /* b */\nclass C\n{\n};\n',
    ],
    [
      'between declarations on one line',
      'class A {}; /* b */ class B {};',
      'class A\n{\n};\n/* b */ class B\n{\n};\n',
    ],
    ['at the end of a file', 'class A {};\n\n\n// a', 'class A\n{\n};\n\n// a\n'],
    [
      'between qualifiers and a class',
      '[key] // a\n// b\nclass A {};',
      '[key] // a\n// b\nclass A\n{\n};\n',
    ],
    ['before a block', 'class A // a\n// b\n{};', 'class A // a\n// b\n{\n};\n'],
    [
      'behind an opening brace',
      'instance of A { // a\nb = 1; };',
      'instance of A\n{ // a\n  b = 1;\n};\n',
    ],
    ['alone in a block', 'class A {\n\n// a\n\n};', 'class A\n{\n  // a\n};\n'],
    ['alone in a block of one line', 'class A { /* a */ };', 'class A\n{\n  /* a */\n};\n'],
    [
      'at the end of a block',
      'class A { string b; // b\n\n// c\n// d\n};',
      'class A\n{\n  string b; // b\n\n  // c\n  // d\n};\n',
    ],
    ['between a brace and its semicolon', 'class A {} // a\n;', 'class A\n{\n}; // a\n'],
    [
      'before a semicolon',
      'instance of A { b = 1 // b\n; };',
      'instance of A\n{\n  b = 1; // b\n};\n',
    ],
    [
      'in the middle of a line, where that is possible',
      'class /* a */ A /* b */ : /* c */ B {};',
      'class /* a */ A /* b */ : /* c */ B\n{\n};\n',
    ],
    [
      'at the end of the line, where the middle is not possible',
      'instance of A { b // a\n = // b\n 1; };',
      'instance of A\n{\n  b = // a\n    // b\n    1;\n};\n',
    ],
    [
      'behind an equals sign',
      'instance of A { Query = // a\n// b\n"c"; };',
      'instance of A\n{\n  Query = // a\n    // b\n    "c";\n};\n',
    ],
    [
      'between adjacent strings',
      'instance of A { Query = "a" // a\n// b\n/* c */ "b" /* d */ "c"; };',
      'instance of A\n{\n  Query =\n    "a" // a\n    // b\n    /* c */ "b"\n    /* d */ "c";\n};\n',
    ],
    [
      'in a list',
      '[key, // a\n// b\nread, /* c */ write // d\n] class A {};',
      '[\n  key, // a\n  // b\n  read,\n  /* c */ write // d\n]\nclass A\n{\n};\n',
    ],
    [
      'in a list on one line',
      'instance of A { b = {/* a */ 1 /* b */, /* c */ 2}; };',
      'instance of A\n{\n  b = {/* a */ 1 /* b */, /* c */ 2};\n};\n',
    ],
    [
      'before a comma',
      'class A { void b(string c // c\n, string d // d\n); };',
      'class A\n{\n  void b(\n    string c, // c\n    string d // d\n  );\n};\n',
    ],
    [
      'alone in a list',
      'instance of A { b = {/* a */}; c = {\n// b\n}; };',
      'instance of A\n{\n  b = { /* a */ };\n  c = {\n    // b\n  };\n};\n',
    ],
    [
      'in lines with stars moves as a whole',
      'class A {\n/**\n* a\n   * b\n*/\nstring c;\n};',
      'class A\n{\n  /**\n   * a\n   * b\n   */\n  string c;\n};\n',
    ],
    [
      'in other lines stays as it is',
      'class A {\n/* a\n    b\n*/\nstring c;\n};',
      'class A\n{\n  /* a\n    b\n*/\n  string c;\n};\n',
    ],
    [
      'does not count as a part of the line that it ends',
      'class A { [key, read] string b; // a comment that is longer than the line\n};',
      'class A\n{\n  [key, read] string b; // a comment that is longer than the line\n};\n',
    ],
  ])('%s', (_, before, after) => {
    expect(formatted(before, { printWidth: 40 })).toBe(after);
    expect(faultsOf(before, { printWidth: 40 })).toEqual([]);
  });
});

describe('prettier-ignore', () => {
  test.each<readonly [what: string, before: string, after: string]>([
    [
      'keeps a declaration',
      '// prettier-ignore\n[ key ]  class A {\n      string   b;   };\nclass B {};',
      '// prettier-ignore\n[ key ]  class A {\n      string   b;   };\nclass B\n{\n};\n',
    ],
    [
      'keeps a member',
      'class A {\n/* prettier-ignore */\n[ key ]\n  string   b ;\nstring   c ; };',
      'class A\n{\n  /* prettier-ignore */\n  [ key ]\n  string   b ;\n  string c;\n};\n',
    ],
    [
      'keeps a property of an instance',
      'instance of A {\n// prettier-ignore\nb = { 1,2,\n  3,4 };  // c\nd={5}; };',
      'instance of A\n{\n  // prettier-ignore\n  b = { 1,2,\n  3,4 }; // c\n  d = {5};\n};\n',
    ],
    [
      'keeps an element of a list',
      'class A { void b(\n// prettier-ignore\n[ in ]string c , [ out ]string d); };',
      'class A\n{\n  void b(\n    // prettier-ignore\n    [ in ]string c,\n    [out] string d\n  );\n};\n',
    ],
    [
      'speaks of what it stands before, and not of what it is behind',
      'class A { string  b; // prettier-ignore\nstring  c; };',
      'class A\n{\n  string b; // prettier-ignore\n  string c;\n};\n',
    ],
    [
      'has nothing beside it',
      'class A {\n// prettier-ignore because\nstring  b; };',
      'class A\n{\n  // prettier-ignore because\n  string b;\n};\n',
    ],
    [
      'keeps strings over several lines',
      '// prettier-ignore\ninstance of A {\n  b   = "c\n  d"; };',
      '// prettier-ignore\ninstance of A {\n  b   = "c\n  d"; };\n',
    ],
  ])('%s', (_, before, after) => {
    expect(formatted(before)).toBe(after);
    expect(faultsOf(before)).toEqual([]);
  });
});

/** Every construct, and so every gap between two tokens that there is. */
const constructs: readonly string[] = [
  '#pragma autorecover\n',
  '#pragma namespace ("\\\\\\\\.\\\\root\\\\subscription")\n',
  '#include ("x.mof")\n',
  '#pragma include ("x" "y")\n',
  'Qualifier Key : boolean = false, Scope(property, reference), Flavor(ToSubClass);\n',
  'Qualifier Description : ToSubClass Amended;\n',
  '[dynamic: ToInstance, Values{"a", "b" "c"}, In("x", "y"), Foo(), E{}, N(5), A({1,2})]\nclass Foo as $C : Bar { [key, read] string Name; };\n',
  'class Empty {};\n',
  `class Members
{
  uint8 Data[4] = {1, 2, 3};
  [Description("a"
    "b") : Amended ToSubClass] Bar ref R[] = NULL;
  [] void M([in] uint32 A, [out] string B[] = {"x"});
  uint32 N();
};
`,
  `[Locale(1033)] instance of __EventFilter as $F
{
  Name = "n"; Query = "select" " * from x";
  Query2 =
    "select"
    " * from x";
  CreatorSID = {1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0};
};
`,
  'instance of X { E = {}; [q] P; O = instance of X { a = 1; b = {instance of Y {}, $F, TRUE}; }; };\n',
];

const everything = constructs.join('');

/** Where a comment can be put: before each token, and at the end. */
function gapsOf(text: string): readonly number[] {
  return [...lexMof(text).tokens.map(({ startOffset }) => startOffset), text.length];
}

const comments: readonly string[] = [
  ' /* a */ ',
  ' // a\n',
  '\n// a\n',
  '\n/* a */\n',
  '\n/* a\n * b\n */\n',
  ' /* a\n b */ ',
  '\n\n// a\n\n// b\n\n',
  ' /* a */ // b\n// c\n/* d */ /* e */',
  ' // a\n/* b */ ',
  '\n#define X 1\n',
  ' // a\n#ifdef X\n// b\n',
  '\n// prettier-ignore\n',
  ' /* prettier-ignore */ ',
];

const layouts = [{ printWidth: 80 }, { printWidth: 30 }, { printWidth: 200 }];

/** A text with something put into some of its gaps. */
function withInserted(text: string, insertions: ReadonlyMap<number, string>): string {
  const gaps = gapsOf(text);
  const parts = gaps.map((gap, index) => {
    const from = gaps[index - 1] ?? 0;
    return text.slice(from, gap) + (insertions.get(index) ?? '');
  });
  return parts.join('');
}

describe('comments in every gap', () => {
  test.each(comments.map((comment) => [JSON.stringify(comment), comment] as const))(
    'of the kind %s',
    (_, comment) => {
      const wrong = constructs.flatMap((construct) =>
        gapsOf(construct).flatMap((gap, index) => {
          const text = withInserted(construct, new Map([[index, comment]]));
          expect(parseMof(text).problems).toEqual([]);
          return layouts.flatMap((layout) =>
            faultsOf(text, layout).map(
              (fault) => `${fault} before ${construct.slice(gap)}, width ${layout.printWidth}`,
            ),
          );
        }),
      );
      expect(wrong).toEqual([]);
    },
  );

  test('and in any of them at once', () => {
    const insertion = fc.tuple(
      fc.nat(gapsOf(everything).length - 1),
      fc.constantFrom(...comments, ' ', '\n', '\n\n', '\r\n\r\n\t'),
    );
    fc.assert(
      fc.property(
        fc.array(insertion, { minLength: 2, maxLength: 60 }),
        fc.constantFrom(...layouts),
        (insertions, layout) => {
          expect(faultsOf(withInserted(everything, new Map(insertions)), layout)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
