import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, importViolations } from './support/architecture.ts';
import { projectRoot, workTreeFiles } from './support/work-tree.ts';

const files = workTreeFiles();
const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');

describe('the import rules', () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      'let a room import from lower rooms and from itself',
      {
        'grammar/mof/ast.ts': '',
        'grammar/mof/parser.ts': `import { Lexer } from 'chevrotain';\nimport type { A } from './ast.ts';`,
        'src/text/source-file.ts': '',
        'src/compiler/model.ts': `import type { A } from '../../grammar/mof/ast.ts';`,
        'src/compiler/binder.ts': `import { M } from './model.ts';\nexport * from '../text/source-file.ts';`,
        'src/analyze.ts': `import { bind } from './compiler/binder.ts';`,
        'src/cli/main.ts': `import 'node:fs';\nimport { Command } from 'commander';\nawait import('../report/json.ts');`,
        'src/report/json.ts': `import { analyze } from '../analyze.ts';`,
        'lsp/server.ts': `import { createConnection } from 'vscode-languageserver/node';\nimport '../src/index.ts';`,
        'src/index.ts': `export { analyze } from './analyze.ts';`,
      },
      [],
    ],
    [
      'keep the grammar to itself and chevrotain',
      {
        'grammar/mof/parser.ts': `import { a } from '../../src/text/decode.ts';\nimport c from 'commander';`,
      },
      [
        'grammar/mof/parser.ts imports src/text/decode.ts: grammar may not know text',
        'grammar/mof/parser.ts imports commander: grammar may not use it',
      ],
    ],
    [
      'refuse an import upwards, also of types and in several lines',
      { 'src/compiler/binder.ts': `import {\n  type Rule,\n  rule,\n} from '../linter/rule.ts';` },
      ['src/compiler/binder.ts imports src/linter/rule.ts: compiler may not know linter'],
    ],
    [
      'refuse a late import upwards',
      { 'src/linter/run.ts': `const cli = async () => await import('../cli/main.ts');` },
      ['src/linter/run.ts imports src/cli/main.ts: linter may not know cli'],
    ],
    [
      'refuse a re-export upwards',
      { 'src/text/decode.ts': `export * from '../diagnostics/diagnostic.ts';` },
      ['src/text/decode.ts imports src/diagnostics/diagnostic.ts: text may not know diagnostics'],
    ],
    [
      'keep rooms of one row apart',
      { 'src/emit/json.ts': `import { print } from '../formatter/printer.ts';` },
      ['src/emit/json.ts imports src/formatter/printer.ts: emit may not know formatter'],
    ],
    [
      'keep the language server out of src',
      { 'src/cli/lsp.ts': `import '../../lsp/server.ts';` },
      ['src/cli/lsp.ts imports lsp/server.ts: cli may not know lsp'],
    ],
    [
      'keep tests out of the product',
      { 'src/cli/main.ts': `import '../../test/support/setup.ts';` },
      ['src/cli/main.ts imports test/support/setup.ts, which is in no room of the architecture'],
    ],
    [
      'keep files, network and clock out of the analysis',
      { 'src/analyze.ts': `import { readFileSync } from 'node:fs';` },
      ['src/analyze.ts imports node:fs: analyze is pure'],
    ],
    [
      'know every room',
      { 'src/utils/misc.ts': '', 'src/helper.ts': `import './utils/misc.ts';` },
      [
        'src/utils/misc.ts is in no room of the architecture',
        'src/helper.ts is in no room of the architecture',
      ],
    ],
    [
      'refuse cycles',
      {
        'src/text/b.ts': `import type { C } from './c.ts';`,
        'src/text/c.ts': `import { a } from './a.ts';`,
        'src/text/a.ts': `import { b } from './b.ts';`,
      },
      ['cycle: src/text/a.ts -> src/text/b.ts -> src/text/c.ts -> src/text/a.ts'],
    ],
  ])('%s', (_, sources, expected) => {
    expect(importViolations(new Map(Object.entries(sources)))).toEqual(expected);
  });

  test('read no import out of other text', () => {
    expect(
      importsOf(`const from = 'x';\nexport const a = { from: './b.ts' };\n// goes from './c.ts'\n`),
    ).toEqual([]);
  });
});

describe('the project', () => {
  test('keeps the import rules', () => {
    const sources = files.filter((file) => /^(?:grammar|src|lsp)\/.*\.ts$/.test(file));
    expect(sources).not.toEqual([]);
    expect(importViolations(new Map(sources.map((file) => [file, read(file)])))).toEqual([]);
  });

  test('has the fixed top level', () => {
    const fixed = [
      'package.json package-lock.json tsconfig.json grammar src lsp test samples',
      'README.md LICENSE CHANGELOG.md CONTRIBUTING.md',
      '.pre-commit-hooks.yaml .gitignore .oxlintrc.json .prettierignore .editorconfig .gitattributes .npmrc .ci',
    ].flatMap((line) => line.split(' '));
    const present = new Set(files.map((file) => file.split('/')[0]));
    expect([...present].filter((entry) => entry !== undefined && !fixed.includes(entry))).toEqual(
      [],
    );
  });

  test('names no place on the machine of whoever writes it', () => {
    // `/root/cimv2` after a host is a WMI namespace, not a folder; a folder's name stands at the start of a path.
    const place =
      /(?<![\w.\\/-])(?:file:\/\/)?\/(?:work|home|Users|root(?!\/(?:cimv2|default|subscription|wmi)\b))\//;
    expect(files.filter((file) => place.test(read(file)))).toEqual([]);
    expect(place.test(`cd ${['', 'work', 'main'].join('/')}`)).toBe(true);
    expect(place.test('//./root/subscription')).toBe(false);
  });
});
