/** `mofsec lint --fix` and `--diff`: what changes, what does not, and what is said about it. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleCommand } from '../../src/build/bundle.mjs';
import { decode } from '../../src/text/decode.ts';
import { encode } from '../../src/text/encode.ts';
import { outsideEnvironment } from '../support/processes.ts';
import { projectRoot } from '../support/work-tree.ts';
import { good, Sandbox } from './sandbox.ts';

/** Lacks a semicolon, which is a safe fix, and has a backslash too few, which only its author can judge. */
const broken = 'class Sample\n{\n  [key] string Name = "C:\\Program";\n}\n';
const mended = broken.replace('}\n', '};\n');
const mendedWhole = mended.replace('C:\\P', 'C:\\\\P');

const textOf = (sandbox: Sandbox, name: string): string => readFileSync(sandbox.path(name), 'utf8');

describe('mofsec lint --fix', () => {
  it('applies safe fixes, reports what is left, and says what it did', async () => {
    const sandbox = new Sandbox({ 'a.mof': broken, 'b.mof': good, 'c.mof': `${broken}\n` });
    const { code, stdout, stderr } = await sandbox.run(['lint', '.', '--fix']);
    expect(textOf(sandbox, 'a.mof')).toBe(mended);
    expect(textOf(sandbox, 'b.mof')).toBe(good);
    expect(stdout).toMatch(/^a\.mof:3:\d+: warning bad-escape/);
    expect(stdout).not.toContain('missing-semicolon-after-block');
    expect(stderr).toMatch(/^2 findings fixed in 2 files, 2 more with --unsafe-fixes\n2 warnings/);
    expect(code).toBe(1);
    const again = await sandbox.run(['lint', '.', '--fix']);
    expect(again.stderr).toMatch(/^nothing fixed, 2 more with --unsafe-fixes\n/);
  });

  it('applies suggestions when it is told to, and ends with 0 when nothing is left', async () => {
    const sandbox = new Sandbox({ 'a.mof': broken });
    const outcome = await sandbox.run(['lint', 'a.mof', '--fix', '--unsafe-fixes']);
    expect(outcome).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '2 findings fixed in 1 file\n1 file, no problems\n',
    });
    expect(textOf(sandbox, 'a.mof')).toBe(mendedWhole);
  });

  it('refuses --unsafe-fixes alone', async () => {
    const { code, stderr } = await new Sandbox({ 'a.mof': broken }).run([
      'lint',
      'a.mof',
      '--unsafe-fixes',
    ]);
    expect([code, stderr]).toEqual([
      2,
      'mofsec: --unsafe-fixes says which fixes are taken: write --fix or --diff too\n',
    ]);
  });

  it('fixes what is shown, and nothing else', async () => {
    const sandbox = new Sandbox({ 'a.mof': broken });
    const args = ['lint', 'a.mof', '--fix', '--unsafe-fixes'];
    await sandbox.run([...args, '--severity', 'error']);
    expect(textOf(sandbox, 'a.mof')).toBe(mended);
    await sandbox.run([...args, '--ignore', 'bad-escape']);
    expect(textOf(sandbox, 'a.mof')).toBe(mended);
    await sandbox.run([...args, '--select', 'bad-escape']);
    expect(textOf(sandbox, 'a.mof')).toBe(mendedWhole);
  });

  it('leaves included files alone that are not named', async () => {
    const files = { 'a.mof': '#pragma include("sub.mof")\n', 'sub.mof': broken };
    const sandbox = new Sandbox(files);
    const { code, stdout, stderr } = await sandbox.run(['lint', 'a.mof', '--fix']);
    expect(textOf(sandbox, 'sub.mof')).toBe(broken);
    expect(stdout).toContain('sub.mof:4:1: error missing-semicolon-after-block');
    expect(stderr).toMatch(/^nothing fixed/);
    expect(code).toBe(1);
    await sandbox.run(['lint', 'a.mof', 'sub.mof', '--fix']);
    expect(textOf(sandbox, 'sub.mof')).toBe(mended);
  });

  it.each(['utf-8', 'utf-8-bom', 'utf-16le-bom', 'utf-16be-bom', 'windows-1252'] as const)(
    'keeps the encoding %s and the line ends',
    async (encoding) => {
      const text = `// Prüfung\r\n${broken.replaceAll('\n', '\r\n')}`;
      const sandbox = new Sandbox({ 'a.mof': encode(text, encoding) });
      await sandbox.run(['lint', 'a.mof', '--fix']);
      const expected = `// Prüfung\r\n${mended.replaceAll('\n', '\r\n')}`;
      expect(readFileSync(sandbox.path('a.mof'))).toEqual(Buffer.from(encode(expected, encoding)));
    },
  );

  it.skipIf(process.platform === 'win32')(
    'keeps permissions, and follows a symbolic link',
    async () => {
      const sandbox = new Sandbox({ 'a.mof': broken });
      chmodSync(sandbox.path('a.mof'), 0o640);
      symlinkSync('a.mof', sandbox.path('link.mof'));
      await sandbox.run(['lint', 'link.mof', '--fix']);
      expect(lstatSync(sandbox.path('link.mof')).isSymbolicLink()).toBe(true);
      expect(textOf(sandbox, 'a.mof')).toBe(mended);
      expect(statSync(sandbox.path('a.mof')).mode & 0o777).toBe(0o640);
      expect(readdirSync(sandbox.folder).toSorted()).toEqual(['a.mof', 'link.mof']);
    },
  );

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says which file it could not write, and writes the others (not as root)',
    async () => {
      const sandbox = new Sandbox({ 'a.mof': broken, 'b.mof': broken });
      chmodSync(sandbox.path('a.mof'), 0o444);
      const { code, stderr } = await sandbox.run(['lint', '.', '--fix']);
      expect(stderr).toContain('mofsec: cannot write a.mof: permission denied\n');
      expect(stderr).toContain('1 finding fixed in 1 file');
      expect([textOf(sandbox, 'a.mof'), textOf(sandbox, 'b.mof'), code]).toEqual([
        broken,
        mended,
        2,
      ]);
    },
  );

  it('leaves a file as it is of which not all could be read', async () => {
    const half = Buffer.from(encode(broken, 'utf-16le-bom')).subarray(0, -1);
    const sandbox = new Sandbox({ 'a.mof': half });
    const { code } = await sandbox.run(['lint', 'a.mof', '--fix']);
    expect(readFileSync(sandbox.path('a.mof'))).toEqual(half);
    expect(code).toBe(1);
  });

  it('gives standard input back on standard output, and its findings on stderr', async () => {
    const args = ['lint', '-', '--fix', '--stdin-filename', 'new.mof'];
    const { code, stdout, stderr } = await new Sandbox().run(args, { stdin: broken });
    expect([code, stdout]).toEqual([1, mended]);
    expect(stderr).toMatch(/^new\.mof:3:\d+: warning bad-escape/);
    expect(stderr).toContain('\n1 finding fixed in 1 file, 1 more with --unsafe-fixes\n');
    const unchanged = await new Sandbox().run(args, { stdin: good });
    expect(unchanged).toMatchObject({ code: 0, stdout: good });
    const wide = await new Sandbox().run(args, { stdin: encode(broken, 'utf-16le-bom') });
    expect(wide.bytes).toEqual(Buffer.from(encode(mended, 'utf-16le-bom')));
  });

  it('does not print a part of standard input', async () => {
    const half = Buffer.from(encode(broken, 'utf-16le-bom')).subarray(0, -1);
    for (const stdin of [half, Buffer.from('MZ\0\0\0\0\0\0\0\0')]) {
      const { code, stdout, stderr } = await new Sandbox().run(['lint', '-', '--fix'], { stdin });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('standard input is not printed');
    }
  });
});

describe('mofsec lint --diff', () => {
  it('prints what --fix would do, changes nothing, and ends with 1', async () => {
    const sandbox = new Sandbox({ 'a.mof': broken, 'b.mof': good });
    for (const args of [['--diff'], ['--diff', '--fix']]) {
      expect(await sandbox.run(['lint', '.', ...args])).toMatchObject({
        code: 1,
        stdout:
          '--- a/a.mof\n+++ b/a.mof\n@@ -1,4 +1,4 @@\n class Sample\n {\n' +
          '   [key] string Name = "C:\\Program";\n-}\n+};\n',
        stderr: '--fix would fix 1 finding in 1 file, 1 more with --unsafe-fixes\n',
      });
      expect(textOf(sandbox, 'a.mof')).toBe(broken);
    }
    const { stdout } = await sandbox.run(['lint', '.', '--diff', '--unsafe-fixes']);
    expect(stdout).toContain('+  [key] string Name = "C:\\\\Program";\n');
  });

  it('ends with 0 when nothing would change, whatever else is wrong', async () => {
    const sandbox = new Sandbox({ 'a.mof': mended });
    expect(await sandbox.run(['lint', 'a.mof', '--diff'])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '--fix would change nothing, 1 more with --unsafe-fixes\n',
    });
  });

  it('writes a patch that git applies', async () => {
    const texts = {
      'a b.mof': broken.trimEnd(),
      'sub/c.mof': `// \u001b[31m\n${broken}`.replaceAll('\n', '\r\n'),
    };
    const [patched, fixed] = [new Sandbox(texts), new Sandbox(texts)];
    await patched.run(['lint', '.', '--diff', '-o', 'fixes.patch']);
    await fixed.run(['lint', '.', '--fix']);
    const { status, stderr } = spawnSync('git', ['apply', '--unsafe-paths', 'fixes.patch'], {
      cwd: patched.folder,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    for (const name of Object.keys(texts)) {
      expect(textOf(patched, name)).toBe(textOf(fixed, name));
      expect(textOf(patched, name)).not.toBe(Object.getOwnPropertyDescriptor(texts, name)?.value);
    }
  });

  it('prints no control character of a file but its line ends', async () => {
    const sandbox = new Sandbox({ 'a.mof': broken.replace('Sample', 'Sample // \x1b[2J\u202e\r') });
    const { stdout } = await sandbox.run(['lint', 'a.mof', '--diff']);
    expect(stdout).toContain('\\x1b[2J\\u202e\r\n');
    expect(stdout).not.toMatch(/[\x1b\u202e]/);
  });

  it('is about findings no more', async () => {
    const sandbox = new Sandbox({ 'a.mof': broken });
    for (const other of [['--statistics'], ['--max-warnings', '3']]) {
      const { code, stderr } = await sandbox.run(['lint', 'a.mof', '--diff', ...other]);
      expect(code).toBe(2);
      expect(stderr).toContain('cannot be used with option');
    }
  });
});

describe.skipIf(process.platform === 'win32')('the process of mofsec lint --fix', () => {
  const dist = mkdtempSync(path.join(tmpdir(), 'mofsec-lint-fix-'));
  const command = path.join(dist, 'cli.js');

  beforeAll(async () => {
    writeFileSync(path.join(dist, 'package.json'), '{ "type": "module" }');
    await bundleCommand({ root: projectRoot, dist, version: '0.0.0-test' });
  });

  afterAll(() => rmSync(dist, { recursive: true, force: true }));

  it('leaves a file whole when the new one cannot be written', () => {
    const long = `${'// a long line of a comment, so that the file is large\n'.repeat(200)}${broken}`;
    const sandbox = new Sandbox({ 'a.mof': long });
    // A limit of one block stands for a disk that is full; the signal that comes with it is ignored.
    const script = `trap '' XFSZ; ulimit -f 1; exec "$0" "$1" lint --fix a.mof`;
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, command], {
      cwd: sandbox.folder,
      encoding: 'utf8',
      env: outsideEnvironment(),
    });
    expect(status).toBe(2);
    expect(stderr).toContain('mofsec: cannot write a.mof: the file would be too large\n');
    expect(stderr).toContain('nothing fixed');
    expect(textOf(sandbox, 'a.mof')).toBe(long);
    expect(readdirSync(sandbox.folder)).toEqual(['a.mof']);
  });

  it('ends between two files when it is interrupted', async () => {
    const names = Array.from({ length: 2000 }, (_, index) => `${index}.mof`);
    const sandbox = new Sandbox(Object.fromEntries(names.map((name) => [name, broken])));
    const child = spawn(process.execPath, [command, 'lint', '--fix', '--select', 'syntax', '.'], {
      cwd: sandbox.folder,
      env: outsideEnvironment(),
      stdio: 'ignore',
    });
    const changed = (): boolean =>
      decode(readFileSync(sandbox.path('0.mof'))).text === mended ||
      readdirSync(sandbox.folder).length !== names.length;
    const poll = setInterval(() => {
      if (changed()) child.kill('SIGINT');
    }, 2);
    const signal = await new Promise((resolve) => child.once('close', (_, by) => resolve(by)));
    clearInterval(poll);
    expect(signal).toBe('SIGINT');
    expect(readdirSync(sandbox.folder).toSorted()).toEqual(names.toSorted());
    const texts = names.map((name) => textOf(sandbox, name));
    expect(new Set(texts)).toEqual(new Set([broken, mended]));
  }, 60_000);
});
