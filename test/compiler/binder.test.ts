import { describe, expect, test } from 'vitest';
import { analyzing, findings, type Files, type Surroundings } from '../support/analysis.ts';

/** Class names of all instances with the namespace that each goes to. */
function namespaces(files: Files | string, surroundings: Surroundings = {}): readonly string[] {
  return analyzing(files, surroundings).compilation.instances.map(
    ({ className, namespace }) => `${namespace.path}:${className}`,
  );
}

describe('a declaration goes to the namespace', () => {
  test('that mofcomp takes when nothing says otherwise', () => {
    expect(namespaces('instance of A { };')).toEqual(['root\\default:A']);
  });

  test('that an option names', () => {
    expect(namespaces('instance of A { };', { namespace: '\\\\.\\root\\x' })).toEqual([
      'root\\x:A',
    ]);
  });

  test.each([
    ['\\\\\\\\.\\\\Root\\\\Sub', 'Root\\Sub'],
    ['//./root/x', 'root\\x'],
    ['root\\\\x', 'root\\x'],
    ['root/x', 'root\\x'],
    ['\\\\root\\\\x', 'root\\x'],
    ['\\\\\\\\localhost\\\\root\\\\x', 'root\\x'],
  ])('of #pragma namespace("%s")', (argument, expected) => {
    const text = `#pragma namespace("${argument}")\ninstance of A { };`;
    expect(namespaces(text)).toEqual([`${expected}:A`]);
    expect(findings(text)).toEqual([]);
  });

  test('of the last pragma before it', () => {
    const text =
      '#pragma namespace("root/a")\ninstance of A { };\n#PRAGMA NAMESPACE ("root/b")\ninstance of B { };';
    expect(namespaces(text)).toEqual(['root\\a:A', 'root\\b:B']);
  });

  test('that is evidently meant where the pragma is at fault', () => {
    expect(namespaces('#pragma namespace("\\\\.\\root\\test")\ninstance of A { };')).toEqual([
      'root\\test:A',
    ]);
  });

  test('that an included file switches to, as in one text', () => {
    const files = {
      'main.mof': 'instance of A { };\n#include ("other.mof")\ninstance of C { };',
      'other.mof': '#pragma namespace("root/x")\ninstance of B { };',
    };
    expect(namespaces(files)).toEqual(['root\\default:A', 'root\\x:B', 'root\\x:C']);
  });
});

test('a namespace of a hundred thousand blanks takes no time', () => {
  const started = performance.now();
  expect(findings(`#pragma namespace("${' '.repeat(100_000)}x")`)).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(2000);
});

describe('an alias that a broken head loses is one mistake', () => {
  test.each(['$F {', 'as {', 'as F {', '$F as {', 'as "$F" {'])('instance of X %s', (head) => {
    const found = findings(`instance of X ${head} a = 1; };\ninstance of Y { r = $F; };`);
    expect(found.map(({ rule }) => rule)).not.toContain('alias-undefined');
    expect(found).not.toEqual([]);
  });

  test('and no excuse for others', () => {
    const found = findings(
      'instance of X $F { }; // as such\ninstance of X as $H { };\ninstance of Y { r = $G; };',
    );
    expect(found.filter(({ rule }) => rule === 'alias-undefined')).toEqual([
      { rule: 'alias-undefined', at: '$G' },
    ]);
  });
});

describe('a unit', () => {
  test('has the declarations of all that it includes, in order', () => {
    const { units } = analyzing({
      'main.mof': 'class A { };\n#include ("sub/other.mof")\nclass C { };',
      'sub/other.mof': 'class B { };',
    }).compilation;
    expect(units).toHaveLength(1);
    expect(
      units[0]?.declarations.map((declaration) => declaration.kind === 'class' && declaration.name),
    ).toEqual(['A', 'B', 'C']);
    expect(units[0]?.files.map(({ source }) => source.path)).toEqual(['main.mof', 'sub/other.mof']);
  });

  test('shares its aliases with what it includes', () => {
    const files = {
      'main.mof': '#include ("other.mof")\ninstance of L { R = $X; };',
      'other.mof': 'instance of A as $X { };',
    };
    expect(findings(files)).toEqual([]);
  });

  test('keeps its aliases to itself', () => {
    const files = { 'a.mof': 'instance of A as $X { };', 'b.mof': 'instance of L { R = $X; };' };
    expect(findings(files)).toEqual([{ rule: 'alias-undefined', at: '$X' }]);
  });

  test('is made of files that include one another, too', () => {
    const { units, files } = analyzing({
      'a.mof': '#include ("b.mof")\n',
      'b.mof': '#include ("a.mof")\nclass B { };',
    }).compilation;
    expect(units.map(({ root }) => root.source.path)).toEqual(['a.mof']);
    expect(files).toHaveLength(2);
  });
});
