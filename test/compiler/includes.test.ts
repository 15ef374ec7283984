import { describe, expect, test } from 'vitest';
import { joinIncludePath } from '../../src/compiler/include-paths.ts';
import { analyze } from '../../src/analyze.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { analyzing, findings, findingsOf } from '../support/analysis.ts';

describe('an included file is looked for', () => {
  test.each([
    ['main.mof', 'other.mof', 'other.mof'],
    ['a/b/main.mof', 'other.mof', 'a/b/other.mof'],
    ['a/b/main.mof', 'c\\d\\other.mof', 'a/b/c/d/other.mof'],
    ['a/b/main.mof', '..\\other.mof', 'a/other.mof'],
    ['a/b/main.mof', './x/../other.mof', 'a/b/other.mof'],
    ['../a/main.mof', '../b/other.mof', '../b/other.mof'],
    ['/a/main.mof', 'other.mof', '/a/other.mof'],
  ])('from %s: %s is %s', (from, name, path) => {
    expect(joinIncludePath(from, name)).toEqual({ kind: 'path', path });
  });

  test.each([
    ['main.mof', '/etc/other.mof', 'absolute'],
    ['main.mof', '\\other.mof', 'absolute'],
    ['main.mof', 'C:\\other.mof', 'drive'],
    ['main.mof', 'c:other.mof', 'drive'],
    ['main.mof', '\\\\server\\share\\other.mof', 'another computer'],
    ['main.mof', '\\\\?\\C:\\other.mof', 'another computer'],
    ['main.mof', '//server/share/other.mof', 'another computer'],
    ['main.mof', 'other.mof:stream', 'colon'],
    ['main.mof', 'CON', 'device'],
    ['main.mof', 'x/nul.mof', 'device'],
    ['main.mof', 'com1.txt', 'device'],
    ['main.mof', '../other.mof', 'out of the folder'],
    ['a/main.mof', '../../other.mof', 'out of the folder'],
    ['../a/main.mof', '../../other.mof', 'out of the folder'],
    ['/a/main.mof', '../../other.mof', 'out of the folder'],
    ['main.mof', 'a\tb.mof', 'control character'],
  ])('nowhere: from %s, %s', (from, name, reason) => {
    const path = joinIncludePath(from, name);
    expect(path.kind === 'refused' && path.reason).toContain(reason);
  });
});

describe('#include', () => {
  test.each(['', ' ', '.', './', 'sub/', 'sub/..'])('of "%s" names no file', (name) => {
    const text = `#include ("${name}")\n`;
    for (const surroundings of [{}, { onDisk: {} }]) {
      expect(findings(text, surroundings)).toEqual([
        { rule: 'include-not-found', at: `"${name}"` },
      ]);
    }
    expect(findingsOf('include-not-found', text)[0]?.message).toMatch(/^".*" names no file, /);
  });

  const main = 'class A { };\n#include ("other.mof")\n';

  test('finds a given file in any case before it asks the host', () => {
    expect(findings({ 'main.mof': main, 'OTHER.MOF': '' }, { onDisk: {} })).toEqual([]);
  });

  test('reads what the host has, once', () => {
    const { files, compilation } = analyzing(
      { 'main.mof': `${main}#include ("./other.mof")\n` },
      { onDisk: { 'other.mof': 'class B { };' } },
    );
    expect(files.map(({ path }) => path)).toEqual(['main.mof', 'other.mof']);
    expect(compilation.includes.size).toBe(2);
    expect(new Set(compilation.includes.values()).size).toBe(1);
  });

  test('is an error when the host has no such file', () => {
    expect(findings({ 'main.mof': main }, { onDisk: {} })).toEqual([
      { rule: 'include-not-found', at: '"other.mof"' },
    ]);
  });

  test('tells the host who includes, and asks again for a file of another folder', () => {
    const asked: string[] = [];
    const readInclude = (path: string, from?: string): SourceFile | undefined => {
      asked.push(`${from} -> ${path}`);
      return from === 'b/main.mof' ? new SourceFile(path, '') : undefined;
    };
    const sources = ['a/main.mof', 'a/other.mof', 'b/main.mof', 'c/main.mof'].map(
      (path) => new SourceFile(path, '#include ("../x.mof")\n'),
    );
    const { files, diagnostics } = analyze(sources, { host: { readInclude } });
    expect(asked).toEqual(['a/main.mof -> x.mof', 'b/main.mof -> x.mof']);
    expect(files.map(({ path }) => path)).toContain('x.mof');
    expect(diagnostics.map(({ file }) => file.path)).toEqual(['a/main.mof', 'a/other.mof']);
  });

  test('is an error each time the file is missing', () => {
    const twice = '#include ("other.mof")\n#include ("./other.mof")\n';
    expect(findings({ 'main.mof': twice }, { onDisk: {} })).toHaveLength(2);
  });

  test('is left alone without a host', () => {
    expect(findings({ 'main.mof': main })).toEqual([]);
  });

  test.each(['#include "x.h"\n', '#include <x.h>\n', '#include ("x.h")\n'])(
    'of the C preprocessor is left alone: %s',
    (text) => {
      expect(findings({ 'main.mof': text }, { onDisk: {} })).toEqual([]);
    },
  );

  test('that closes a circle is reported where it stands', () => {
    const onDisk = {
      'other.mof': '#include ("third.mof")\n',
      'third.mof': '#include ("other.mof")\n',
    };
    const { diagnostics } = analyzing({ 'main.mof': main }, { onDisk });
    expect(
      diagnostics.map(({ rule, file, start, end }) => [
        rule,
        file.path,
        file.text.slice(start, end),
      ]),
    ).toEqual([['include-cycle', 'third.mof', '"other.mof"']]);
  });

  test('that goes on for ever is cut off', () => {
    const text = '#include ("sub/main.mof")\n';
    const readInclude = (path: string): SourceFile => new SourceFile(path, text);
    const { files, diagnostics } = analyze([new SourceFile('main.mof', text)], {
      host: { readInclude },
    });
    expect(files.length).toBeLessThan(100);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['include-limit']);
  });

  test('of one file very many times is cut off', () => {
    const twice = (name: string): string => `#include ("${name}.mof")\n`.repeat(2);
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`f${index}.mof`, twice(`f${index + 1}`)]),
    );
    const { diagnostics } = analyzing({ ...files, 'f40.mof': 'class A { };' });
    expect(diagnostics.map(({ rule }) => rule)).toContain('include-limit');
  });

  test('of a file in two places is looked at once by the rules', () => {
    const files = {
      'a.mof': '#include ("common.mof")\n',
      'b.mof': '#include ("common.mof")\n',
      'common.mof': 'instance of L { R = $Missing; };',
    };
    expect(findings(files)).toEqual([{ rule: 'alias-undefined', at: '$Missing' }]);
  });
});

test('of the missing files that DMTF pragmas include, one is reported in each file', () => {
  const text = '#pragma include ("a.mof")\n#pragma include ("b.mof")\n#include ("c.mof")\n';
  const file = new SourceFile('schema.mof', text);
  const { diagnostics } = analyze([file], { host: { readInclude: () => undefined } });
  const missing = diagnostics.filter(({ rule }) => rule === 'include-not-found');
  expect(missing.map(({ start, end }) => text.slice(start, end))).toEqual(['"a.mof"', '"c.mof"']);
});
