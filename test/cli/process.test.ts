/** What only a process of its own can show: streams, pipes and exit codes. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, closeSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleCommand } from '../../src/build/bundle.mjs';
import { outsideEnvironment } from '../support/processes.ts';
import { projectRoot } from '../support/work-tree.ts';
import { bad, good, Sandbox } from './sandbox.ts';

const dist = mkdtempSync(path.join(tmpdir(), 'mofsec-bundle-'));
const command = path.join(dist, 'cli.js');

beforeAll(async () => {
  writeFileSync(path.join(dist, 'package.json'), '{ "type": "module" }');
  await bundleCommand({ root: projectRoot, dist, version: '0.0.0-test' });
});

afterAll(() => rmSync(dist, { recursive: true, force: true }));

function mofsec(
  sandbox: Sandbox,
  args: readonly string[],
  options: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
) {
  return spawnSync(process.execPath, [command, ...args], {
    cwd: sandbox.folder,
    encoding: 'utf8',
    env: { ...outsideEnvironment(), ...options.env },
    ...(options.input === undefined ? {} : { input: options.input }),
  });
}

describe('the mofsec process', () => {
  it('ends with the exit code of the command', () => {
    const sandbox = new Sandbox({ 'good.mof': good, 'bad.mof': bad });
    expect(mofsec(sandbox, ['lint', 'good.mof']).status).toBe(0);
    expect(mofsec(sandbox, ['lint', 'bad.mof']).status).toBe(1);
    expect(mofsec(sandbox, ['lint', 'gone.mof']).status).toBe(2);
    expect(mofsec(sandbox, ['--version']).stdout).toBe('0.0.0-test\n');
  });

  it('reads standard input, and needs none where it is not asked to', () => {
    const sandbox = new Sandbox({ 'good.mof': good });
    expect(mofsec(sandbox, ['lint', '-'], { input: bad }).stdout).toContain('<stdin>:2:1: error');
    expect(mofsec(sandbox, ['sid', '-'], { input: 'BA\n' }).stdout).toContain('"S-1-5-32-544"');
    const closed = spawnSync(process.execPath, [command, 'lint', 'good.mof'], {
      cwd: sandbox.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(closed.status).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('says so when standard input is a folder', () => {
    for (const args of [
      ['lint', '-'],
      ['sid', '-'],
    ]) {
      const folder = openSync(tmpdir(), 'r');
      const { status, stderr } = spawnSync(process.execPath, [command, ...args], {
        encoding: 'utf8',
        env: outsideEnvironment(),
        stdio: [folder, 'pipe', 'pipe'],
      });
      closeSync(folder);
      expect(status).toBe(2);
      expect(stderr).toContain('mofsec: cannot read standard input: it is a folder\n');
    }
  });

  it('follows FORCE_COLOR, NO_COLOR and the absence of a terminal', () => {
    const sandbox = new Sandbox({ 'bad.mof': bad });
    const lint = (env: Readonly<Record<string, string>>): string =>
      mofsec(sandbox, ['lint', 'bad.mof'], { env }).stdout;
    expect(lint({})).not.toContain('\x1b');
    expect(lint({ FORCE_COLOR: '1' })).toContain('\x1b[');
    expect(lint({ FORCE_COLOR: '0' })).not.toContain('\x1b');
  });

  it('keeps quiet when the reader of a pipe goes away', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`${index}.mof`, bad.repeat(20)]),
    );
    const sandbox = new Sandbox(files);
    const child = spawn(process.execPath, [command, 'lint', '.'], {
      cwd: sandbox.folder,
      env: outsideEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\d+ errors in 300 files\n\d+ can be fixed with --fix\n$/);
  });

  it('writes all of a long result into a pipe', () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`${index}.mof`, bad]),
    );
    const { stdout } = mofsec(new Sandbox(files), ['lint', '.', '--format=json']);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { files: 300 } });
    expect(stdout.length).toBeGreaterThan(65_536);
  });

  const hasFullDevice = existsSync('/dev/full');
  it.skipIf(!hasFullDevice)(
    `says so when stdout is a full disk${hasFullDevice ? '' : ' (skipped: there is no /dev/full)'}`,
    () => {
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [command, 'rules'], {
        encoding: 'utf8',
        env: outsideEnvironment(),
        stdio: ['ignore', full, 'pipe'],
      });
      closeSync(full);
      expect(status).toBe(2);
      expect(stderr).toBe('mofsec: cannot write the results: the disk is full\n');
    },
  );

  it.skipIf(process.platform === 'win32')('says so when its folder has gone', () => {
    const sandbox = new Sandbox({ 'gone/a.mof': good });
    const script = `cd gone && rm -r ../gone && exec "$0" "$1" lint .`;
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, command], {
      cwd: sandbox.folder,
      encoding: 'utf8',
      env: outsideEnvironment(),
    });
    expect(status).toBe(2);
    expect(stderr).toContain('mofsec: the current folder cannot be used');
  });
});
