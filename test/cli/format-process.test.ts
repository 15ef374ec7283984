/** What only a process of its own can show of `mofsec format`: bytes, a full disk, and Ctrl-C. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleCommand } from '../../src/build/bundle.mjs';
import { encode } from '../../src/text/encode.ts';
import { outsideEnvironment } from '../support/processes.ts';
import { projectRoot } from '../support/work-tree.ts';
import { Sandbox } from './sandbox.ts';

const dist = mkdtempSync(path.join(tmpdir(), 'mofsec-format-'));
const command = path.join(dist, 'cli.js');

beforeAll(async () => {
  writeFileSync(path.join(dist, 'package.json'), '{ "type": "module" }');
  await bundleCommand({ root: projectRoot, dist, version: '0.0.0-test' });
});

afterAll(() => rmSync(dist, { recursive: true, force: true }));

const messy = 'class   Sample {[key]string Name;};\n';
const tidy = 'class Sample\n{\n  [key] string Name;\n};\n';

describe('the process of mofsec format', () => {
  it('prints a file in its own encoding', () => {
    const { folder } = new Sandbox({ 'a.mof': encode(messy, 'utf-16le-bom') });
    const { stdout, status } = spawnSync(process.execPath, [command, 'format', 'a.mof'], {
      cwd: folder,
      env: outsideEnvironment(),
    });
    expect(status).toBe(0);
    expect(stdout).toEqual(Buffer.from(encode(tidy, 'utf-16le-bom')));
  });

  it.each([
    ['.prettierrc', 'tabWidth: 4 # YAML\n'],
    ['.prettierrc.toml', 'tabWidth = 4\n'],
  ])('reads %s', (name, text) => {
    const { folder } = new Sandbox({ 'a.mof': messy, [name]: text });
    const { stdout } = spawnSync(process.execPath, [command, 'format', 'a.mof'], {
      cwd: folder,
      encoding: 'utf8',
      env: outsideEnvironment(),
    });
    expect(stdout).toContain('\n    [key]');
  });

  it.skipIf(process.platform === 'win32')(
    'leaves a file whole when the new one cannot be written',
    () => {
      const long = messy.repeat(100);
      const sandbox = new Sandbox({ 'a.mof': long });
      // A limit of one block stands for a disk that is full; the signal that comes with it is ignored.
      const script = `trap '' XFSZ; ulimit -f 1; exec "$0" "$1" format --write a.mof`;
      const { status, stdout, stderr } = spawnSync(
        'sh',
        ['-c', script, process.execPath, command],
        {
          cwd: sandbox.folder,
          encoding: 'utf8',
          env: outsideEnvironment(),
        },
      );
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain('mofsec: cannot write a.mof: the file would be too large\n');
      expect(readFileSync(sandbox.path('a.mof'), 'utf8')).toBe(long);
      expect(readdirSync(sandbox.folder)).toEqual(['a.mof']);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'ends between two files when it is interrupted',
    async () => {
      const names = Array.from({ length: 3000 }, (_, index) => `${index}.mof`);
      const sandbox = new Sandbox(Object.fromEntries(names.map((name) => [name, messy])));
      const child = spawn(process.execPath, [command, 'format', '--write', '.'], {
        cwd: sandbox.folder,
        env: outsideEnvironment(),
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      child.stdout.once('data', () => child.kill('SIGINT'));
      child.stdout.resume();
      const signal = await new Promise((resolve) => child.once('close', (_, by) => resolve(by)));
      expect(signal).toBe('SIGINT');
      expect(readdirSync(sandbox.folder).toSorted()).toEqual(names.toSorted());
      const texts = names.map((name) => readFileSync(sandbox.path(name), 'utf8'));
      expect(new Set(texts)).toEqual(new Set([messy, tidy]));
    },
  );
});
