import { describe, expect, test } from 'vitest';
import { checkedOf } from '../../src/compiler/checker/checker.ts';
import type { ClassInfo, Site } from '../../src/compiler/checker/class-table.ts';
import { readDatetime } from '../../src/compiler/checker/datetime.ts';
import { integerRange, isSameType, typeNamed } from '../../src/compiler/checker/value-type.ts';
import { parseMof } from '../../grammar/mof/parser.ts';
import { analyze } from '../../src/analyze.ts';
import { rules } from '../../src/linter/registry.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { analyzing, type Files } from '../support/analysis.ts';

function checking(files: Files | string): {
  readonly checked: ReturnType<typeof checkedOf>;
  /** The site of the first instance. */
  readonly site: Site;
  readonly lookup: (name: string) => ClassInfo | undefined;
} {
  const { compilation } = analyzing(files);
  const checked = checkedOf(compilation);
  const [site] = [...compilation.instances, ...compilation.classes];
  if (site === undefined) throw new Error('nothing is declared');
  return { checked, site, lookup: (name) => checked.table.lookup(name, site) };
}

describe('looking a class up', () => {
  test('finds a class of the run, whatever the case', () => {
    const { lookup } = checking('class Sample { [key] string K; };');
    expect(lookup('SAMPLE')?.keys.map(({ name }) => name)).toEqual(['K']);
  });

  test('finds a class of another file of the run', () => {
    const { lookup } = checking({
      'a.mof': 'instance of Sample { };',
      'b.mof': 'class Sample { [key] string K; };',
    });
    expect(lookup('Sample')?.symbol?.file.path).toBe('b.mof');
  });

  test('prefers the declaration of the same file', () => {
    const { lookup } = checking({
      'a.mof': 'instance of Sample { }; class Sample { string A; };',
      'b.mof': 'class Sample { string B; };',
    });
    expect([...(lookup('Sample')?.properties.keys() ?? [])]).toEqual(['a']);
  });

  test('cannot tell a class that other files declare differently', () => {
    const { lookup } = checking({
      'a.mof': 'instance of Sample { };',
      'b.mof': 'class Sample { string A; };',
      'c.mof': 'class Sample { string B; };',
    });
    expect(lookup('Sample')).toBeUndefined();
  });

  test('takes declarations for the same that differ in comments and descriptions', () => {
    const { lookup } = checking({
      'a.mof': 'instance of Sample { };',
      'b.mof': 'class Sample { string A; };',
      'c.mof': '[Description("x")] class Sample { /* y */ STRING a; };',
    });
    expect(lookup('Sample')?.symbol?.file.path).toBe('b.mof');
  });

  test('cannot tell a class of another namespace, known or not', () => {
    const other = '#pragma namespace("root/other")\n';
    const { lookup } = checking({
      'a.mof': 'instance of Sample { };',
      'b.mof': `${other}class Sample { string A; }; class NTEventLogEventConsumer { string B; };`,
    });
    expect(lookup('Sample')).toBeUndefined();
    expect(lookup('NTEventLogEventConsumer')).toBeUndefined();
  });

  test('knows the classes of WMI, which nobody can redefine', () => {
    const { lookup } = checking('class __Namespace { string Name; };');
    expect(lookup('CommandLineEventConsumer')?.symbol).toBeUndefined();
    expect(lookup('__namespace')?.keys.map(({ name }) => name)).toEqual(['Name']);
  });

  test('follows classes of the run into those of WMI', () => {
    const { checked, site, lookup } = checking(
      'class Mine : __EventConsumer { [key] string Id; };',
    );
    const mine = lookup('Mine');
    if (mine === undefined) throw new Error('no class');
    expect(checked.table.property(mine, 'machinename', site)?.type).toEqual(
      typeNamed('string', false, false),
    );
    expect(checked.table.isWhole(mine, site)).toBe(true);
    expect(checked.table.derives(mine, '__IndicationRelated', site)).toBe(true);
    expect(checked.table.derives(mine, '__EventFilter', site)).toBe(false);
  });

  test.each([
    ['an ancestor that nobody knows', 'class A : Unknown { string P; };'],
    ['a syntax error inside', 'class A { string P; uint8 ] Q; };'],
    ['lines of the C preprocessor inside', 'class A {\n#ifdef X\n string P;\n#endif\n};'],
    ['ancestors in a circle', 'class A : B { }; class B : A { };'],
  ])('is not whole with %s', (_, text) => {
    const { checked, site, lookup } = checking(text);
    const info = lookup('A');
    if (info === undefined) throw new Error('no class');
    expect(checked.table.isWhole(info, site)).toBe(false);
  });

  test('leaves open whether a class with an unknown ancestor derives from another', () => {
    const { checked, site, lookup } = checking('class A : Unknown { };');
    const info = lookup('A');
    if (info === undefined) throw new Error('no class');
    expect(checked.table.derives(info, 'B', site)).toBeUndefined();
    expect(checked.table.derives(info, 'unknown', site)).toBe(true);
  });
});

describe('types', () => {
  test.each([
    ['uint8', 0n, 255n],
    ['uint16', 0n, 65_535n],
    ['uint32', 0n, 4_294_967_295n],
    ['uint64', 0n, 18_446_744_073_709_551_615n],
    ['sint8', -128n, 127n],
    ['sint16', -32_768n, 32_767n],
    ['sint32', -2_147_483_648n, 2_147_483_647n],
    ['sint64', -9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n],
  ] as const)('%s holds %d to %d', (name, min, max) => {
    expect(integerRange(name)).toEqual({ min, max });
  });

  test('that are no numbers have no range', () => {
    expect(integerRange('real32')).toBeUndefined();
    expect(integerRange('string')).toBeUndefined();
  });

  test('are the same whatever class an object has', () => {
    expect(isSameType(typeNamed('A', true, false), typeNamed('B', true, false))).toBe(true);
    expect(isSameType(typeNamed('A', true, false), typeNamed('A', false, false))).toBe(false);
    expect(isSameType(typeNamed('UINT8', false, false), typeNamed('uint8', false, false))).toBe(
      true,
    );
    expect(isSameType(typeNamed('uint8', false, true), typeNamed('uint8', false, false))).toBe(
      false,
    );
  });
});

describe('the text of a datetime', () => {
  test.each([
    ['20250131120000.000000+000', 'point'],
    ['20250131120000.000000-480', 'point'],
    ['20170926171254.000000+***', 'point'],
    ['****0101******.******+***', 'point'],
    ['20250131120000.123***+060', 'point'],
    ['00000001000500.000000:000', 'interval'],
    ['99999999235959.999999:000', 'interval'],
    ['00000000000500.000000:***', 'loose-interval'],
    ['00000000000500.0000:000', 'loose-interval'],
    ['00000000000500.000000:00', 'loose-interval'],
    ['00000000250000.000000:000', 'loose-interval'],
    ['20251331120000.000000+000', 'invalid'],
    ['20250100120000.000000+000', 'invalid'],
    ['20250131240000.000000+000', 'invalid'],
    ['20250131120000.000000', 'invalid'],
    ['2025-01-01', 'invalid'],
    ['00:05:00', 'invalid'],
    ['', 'invalid'],
    ['20250131120000,000000+000', 'invalid'],
    ['20250131120000.000000 000', 'invalid'],
    ['2025013112000x.000000+000', 'invalid'],
  ])('%s: %s', (text, kind) => {
    expect(readDatetime(text).kind).toBe(kind);
  });

  test('is carried over where a part of an interval is too large', () => {
    expect(readDatetime('00000000250070.000000:000')).toMatchObject({
      canonical: '00000001010110.000000:000',
    });
  });
});

describe('a syntax error', () => {
  const text = `class A
{
  [key] string K;
  uint8 P[];
  datetime D;
  void M([in] string Q);
};
[abstract] class B { string R; };
[association] class L { [key] A ref X; [key] A ref Y; };
instance of A as $A
{
  K = "a";
  P = {1, 2};
  D = "20250131120000.000000+000";
};
`;
  const groups: ReadonlySet<string> = new Set(['class', 'type', 'qualifier', 'method']);
  const ours = rules.filter(({ group, severity }) => groups.has(group) && severity !== 'info');

  test.each([
    ['the text ends', (at: number): string => text.slice(0, at)],
    ['a character is lost', (at: number): string => text.slice(0, at) + text.slice(at + 1)],
    ['a character is too many', (at: number): string => `${text.slice(0, at)}@${text.slice(at)}`],
  ])('is the only thing that is said, wherever %s', (_, spoil) => {
    const said = Array.from(text, (_, at) => spoil(at))
      .filter((spoilt) => parseMof(spoilt).problems.length > 0)
      .flatMap((spoilt) => analyze([new SourceFile('a.mof', spoilt)], { rules: ours }).diagnostics)
      .map(({ rule, file }) => `${rule}: ${file.text}`);
    expect(said).toEqual([]);
  });
});

describe('hostile input', () => {
  const limit = 10_000;

  test.each([
    [
      'a chain of 20,000 classes',
      () =>
        Array.from(
          { length: 20_000 },
          (_, i) => `class C${i} ${i === 0 ? '' : `: C${i - 1}`} { string P${i}; };`,
        ).join('\n') + 'instance of C19999 { Q = 1; };',
    ],
    [
      'a circle of 20,000 classes',
      () =>
        Array.from(
          { length: 20_000 },
          (_, i) =>
            `class C${i} : C${(i + 1) % 20_000} { [key] string K; }; instance of C${i} { Q = 1; };`,
        ).join('\n'),
    ],
    [
      'a class of 100,000 properties',
      () => {
        const names = Array.from({ length: 100_000 }, (_, i) => `P${i}`);
        const declared = names.map((name) => `uint8 ${name};`).join('');
        return `class C { [key] string K; ${declared} }; instance of C { ${names.map((name) => `${name} = 256;`).join('')} };`;
      },
    ],
    [
      'many classes and instances below a large one',
      () => {
        const declared = Array.from({ length: 10_000 }, (_, i) => `uint8 P${i};`).join('');
        const below = Array.from(
          { length: 10_000 },
          (_, i) =>
            `[association] class D${i} : B { B ref R; }; instance of D${i} { P1 = 1; Z = 1; };`,
        );
        return `class B { [key] string K; ${declared} };\n${below.join('\n')}`;
      },
    ],
    [
      '100,000 misspelt properties',
      () =>
        `class C { [key] string K; uint8 Level; }; instance of C { K = "a"; ${Array.from({ length: 100_000 }, (_, i) => `Leve${i} = 1;`).join('')} };`,
    ],
    [
      'objects in objects',
      () => `instance of C { P = ${'instance of C { P = '.repeat(500)}1${'; }'.repeat(500)}; };`,
    ],
  ])('does not keep anybody waiting: %s', (_, make) => {
    const analysis = analyzing(make());
    const { compilation } = analysis;
    const start = performance.now();
    checkedOf(compilation);
    expect(performance.now() - start).toBeLessThan(limit);
    expect(analysis.diagnostics).toBeDefined();
    expect(performance.now() - start).toBeLessThan(3 * limit);
  });
});
