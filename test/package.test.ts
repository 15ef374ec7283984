/** The package as its users get it: packed from a copy of the work tree and installed somewhere else. */
import {
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
      'index.js',
      'schemas',
      'types',
    ]);
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

  test('has declarations that speak of nothing but mofsec', () => {
    const types = path.join(installed, 'dist/types');
    const declarations = readdirSync(types, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.d.ts'))
      .map((file) => readFileSync(path.join(types, file), 'utf8'));
    const specifiers = declarations.flatMap((text) =>
      [...text.matchAll(/(?:\bfrom|\bimport\(?)\s*["']([^"']+)["']/g)].map(([, name]) => name),
    );
    expect(specifiers).not.toEqual([]);
    expect(specifiers.filter((name) => !name?.startsWith('.'))).toEqual([]);
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
