/** The package as its users get it: packed from a copy of the work tree and installed somewhere else. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { rules } from '../src/linter/registry.ts';
import { ruleIndex, rulePage } from '../src/linter/rule-pages.ts';
import { run, runWell } from './support/processes.ts';
import { brokenText, cleanText } from './support/mof-texts.ts';
import { copyWorkTree, projectRoot } from './support/work-tree.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'mofsec-package-'));
const source = path.join(scratch, 'source');
const user = path.join(scratch, 'user');
const installed = path.join(user, 'node_modules/mofsec');
let tarball = '';

beforeAll(() => {
  copyWorkTree(source);
  symlinkSync(
    path.join(projectRoot, 'node_modules'),
    path.join(source, 'node_modules'),
    'junction',
  );
  // All that is printed must be the name, although `prepare` builds first: pre-commit takes it from here.
  tarball = runWell('npm', ['pack'], { cwd: source }).trim();
  mkdirSync(user);
  writeFileSync(path.join(user, 'package.json'), '{ "private": true, "type": "module" }\n');
  writeFileSync(path.join(user, 'clean.mof'), cleanText);
  writeFileSync(path.join(user, 'broken.mof'), brokenText);
  runWell('npm', ['install', '--offline', path.join(source, tarball)], { cwd: user });
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs the installed command. */
const mofsec = (...args: string[]) =>
  run('npx', ['--no', '--offline', 'mofsec', ...args], { cwd: user });

describe('the tarball', () => {
  test('is named after the version', () => {
    expect(tarball).toBe(`mofsec-${packageJson.version}.tgz`);
  });

  test('holds the build, its documents and nothing else', () => {
    expect(readdirSync(installed).toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist',
      'package.json',
    ]);
    expect(readdirSync(path.join(installed, 'dist')).toSorted()).toEqual([
      'THIRD-PARTY-NOTICES.txt',
      'chunks',
      'cli.js',
      'docs',
      'index.js',
      'lsp.js',
      'prettier.js',
      'schemas',
      'types',
    ]);
  });

  test('holds the pages of the rules', () => {
    for (const page of [ruleIndex, ...rules.map(({ name }) => rulePage(name))]) {
      expect(existsSync(path.join(installed, page))).toBe(true);
    }
  });

  test('brings no dependencies', () => {
    expect(
      readdirSync(path.join(user, 'node_modules')).filter((name) => !name.startsWith('.')),
    ).toEqual(['mofsec']);
  });

  test('carries the licences of what is bundled', () => {
    const notices = readFileSync(path.join(installed, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    expect(notices).toContain('chevrotain');
    expect(notices).toContain('commander');
    expect(notices).toContain('vscode-languageserver');
    // Libraries inside a library.
    expect(notices).toMatch(/^emoji-regex \d/m);
  });

  test('has nothing for publint to say', async () => {
    const { messages, pkg } = await publint({ pkgDir: installed, strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg ?? {}, { color: false }))).toEqual(
      [],
    );
  });
});

describe('the command', () => {
  test('tells its version', () => {
    expect(mofsec('--version')).toMatchObject({ status: 0, stdout: `${packageJson.version}\n` });
  });

  test('is content with a clean file', () => {
    expect(mofsec('lint', 'clean.mof')).toMatchObject({ status: 0, stdout: '' });
  });

  test('reports a broken file', () => {
    const { status, stdout } = mofsec('lint', 'broken.mof');
    expect(status).toBe(1);
    expect(stdout).toContain('broken.mof:3:');
    expect(stdout).toContain('unterminated-string');
  });
});

describe('the language server', () => {
  test('is started by the command, and ends with its client', () => {
    const messages = [
      { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
      { id: 2, method: 'shutdown' },
      { method: 'exit' },
    ];
    const input = messages
      .map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }))
      .map((body) => `Content-Length: ${body.length}\r\n\r\n${body}`)
      .join('');
    const { status, stdout } = spawnSync(
      process.execPath,
      [path.join(installed, 'dist/cli.js'), 'lsp', '--stdio'],
      { cwd: user, input, encoding: 'utf8' },
    );
    expect(status).toBe(0);
    expect(stdout).toContain(`"serverInfo":{"name":"mofsec","version":"${packageJson.version}"}`);
  });
});

describe('the library', () => {
  test('is imported by its name', () => {
    const script = `
      import { analyze, version } from 'mofsec';
      console.log(version, typeof analyze);
    `;
    expect(runWell('node', ['--input-type=module', '--eval', script], { cwd: user })).toBe(
      `${packageJson.version} function\n`,
    );
  });

  test('compiles in a strict consumer that checks libraries and has neither Node nor the DOM', () => {
    writeFileSync(
      path.join(user, 'consumer.ts'),
      `import { analyze, type Analysis } from 'mofsec';
       export const run: (...input: Parameters<typeof analyze>) => Analysis = analyze;\n`,
    );
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
      target: 'ES2023',
      lib: ['ES2023'],
      types: [],
      module: 'nodenext',
    };
    writeFileSync(
      path.join(user, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['consumer.ts'] }),
    );
    const tsc = path.join(projectRoot, 'node_modules/typescript/bin/tsc');
    expect(run('node', [tsc, '--project', user], { cwd: user })).toMatchObject({
      status: 0,
      stdout: '',
    });
  });

  test('has declarations that speak of nothing but mofsec, and of prettier in its plugin', () => {
    const types = path.join(installed, 'dist/types');
    const specifiers = readdirSync(types, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.d.ts'))
      .flatMap((file) => {
        const text = readFileSync(path.join(types, file), 'utf8');
        return [...text.matchAll(/(?:\bfrom|\bimport\(?)\s*["']([^"']+)["']/g)].map(
          ([, name = '']) => ({ file: file.replaceAll('\\', '/'), name }),
        );
      });
    expect(specifiers).not.toEqual([]);
    expect(specifiers.filter(({ name }) => !name.startsWith('.'))).toEqual([
      { file: 'src/formatter/index.d.ts', name: 'prettier' },
    ]);
  });

  test('offers its JSON Schemas', () => {
    const schemas = readdirSync(path.join(installed, 'dist/schemas'));
    expect(schemas).not.toEqual([]);
    const script = `console.log(import.meta.resolve('mofsec/schemas/${schemas[0]}'))`;
    expect(runWell('node', ['--input-type=module', '--eval', script], { cwd: user })).toContain(
      `/dist/schemas/${schemas[0]}`,
    );
  });
});

describe('the plugin of prettier', () => {
  const prettierUser = path.join(scratch, 'prettier-user');
  const messy = 'class   Sample {[key]string Name;};\r\n';

  beforeAll(() => {
    mkdirSync(path.join(prettierUser, 'node_modules'), { recursive: true });
    cpSync(installed, path.join(prettierUser, 'node_modules/mofsec'), { recursive: true });
    symlinkSync(
      path.join(projectRoot, 'node_modules/prettier'),
      path.join(prettierUser, 'node_modules/prettier'),
      'junction',
    );
    writeFileSync(
      path.join(prettierUser, 'package.json'),
      '{ "private": true, "type": "module" }\n',
    );
    writeFileSync(path.join(prettierUser, 'a.mof'), messy);
    writeFileSync(path.join(prettierUser, 'broken.mof'), brokenText);
  });

  const prettier = (...args: string[]) =>
    run('node', ['node_modules/prettier/bin/prettier.cjs', ...args], { cwd: prettierUser });

  test('formats as mofsec format does', () => {
    const { status, stdout } = prettier('--plugin', 'mofsec/prettier', 'a.mof');
    expect(status).toBe(0);
    expect(stdout).toBe('class Sample\r\n{\r\n  [key] string Name;\r\n};\r\n');
    const cli = path.join(prettierUser, 'node_modules/mofsec/dist/cli.js');
    expect(run('node', [cli, 'format', 'a.mof'], { cwd: prettierUser }).stdout).toBe(stdout);
  });

  test('takes the options of .prettierrc', () => {
    writeFileSync(
      path.join(prettierUser, '.prettierrc'),
      '{ "plugins": ["mofsec/prettier"], "tabWidth": 4, "printWidth": 15, "endOfLine": "lf" }',
    );
    expect(prettier('a.mof').stdout).toBe('class Sample\n{\n    [key]\n    string Name;\n};\n');
    expect(prettier('--check', '.').stderr).toContain('a.mof');
    rmSync(path.join(prettierUser, '.prettierrc'));
  });

  test('shows where a syntax error is', () => {
    const { status, stderr } = prettier('--plugin', 'mofsec/prettier', 'broken.mof');
    expect(status).toBe(2);
    expect(stderr).toMatch(/broken\.mof: SyntaxError: This string is not closed.*\(3:10\)/);
  });

  test('has types', () => {
    writeFileSync(
      path.join(prettierUser, 'consumer.ts'),
      `import type { Plugin } from 'prettier';
       import * as mof from 'mofsec/prettier';
       export const plugin: Plugin = mof;\n`,
    );
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--types', '', 'consumer.ts'];
    const tsc = path.join(projectRoot, 'node_modules/typescript/bin/tsc');
    expect(run('node', [tsc, '--ignoreConfig', ...options], { cwd: prettierUser })).toMatchObject({
      status: 0,
      stdout: '',
    });
  });
});
