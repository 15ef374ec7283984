import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diskHost } from '../../src/cli/host.ts';
import { Sandbox } from './sandbox.ts';

const text = 'class Included {};';

describe('#include', () => {
  it('reads files below the folder where the user stands', () => {
    const sandbox = new Sandbox({ 'repo/sub/a.mof': text, 'repo/b.mof': text });
    const host = diskHost(sandbox.path('repo'), ['sub/main.mof']);
    expect(host.readInclude('sub/a.mof')).toMatchObject({ path: 'sub/a.mof', text });
    expect(host.readInclude('b.mof')?.text).toBe(text);
    expect(host.notes).toEqual([]);
  });

  it('decodes what it reads', () => {
    const sandbox = new Sandbox({ 'a.mof': Buffer.from(`\ufeff${text}`, 'utf16le') });
    expect(diskHost(sandbox.folder, []).readInclude('a.mof')).toMatchObject({
      text,
      encoding: 'utf-16le-bom',
    });
  });

  it('says so when a part of it cannot be decoded', () => {
    const sandbox = new Sandbox({ 'a.mof': Buffer.of(0xef, 0xbb, 0xbf, 0x2f, 0x2f, 0xe9, 0x0a) });
    const host = diskHost(sandbox.folder, []);
    expect(host.readInclude('a.mof')?.text).toContain('//');
    expect(host.notes).toEqual([expect.stringMatching(/^a\.mof: /)]);
  });

  it('reads below the folder of a given file that lies elsewhere', () => {
    const sandbox = new Sandbox({ 'other/sub/a.mof': text, 'secret.mof': text, 'repo/x': '' });
    const host = diskHost(sandbox.path('repo'), ['../other/main.mof']);
    expect(host.readInclude('../other/sub/a.mof')?.path).toBe('../other/sub/a.mof');
    expect(host.readInclude('../secret.mof')).toBeUndefined();
    expect(host.notes).toEqual([
      'did not read ../secret.mof: it lies outside of the folder that is compiled',
    ]);
  });

  it('reads no file of one folder for a file of another', async () => {
    const sandbox = new Sandbox({
      'repo/a.mof': '#include ("../other/b.mof")\n',
      'other/b.mof': text,
      'other/main.mof': '#include ("b.mof")\n',
    });
    const host = diskHost(sandbox.path('repo'), ['a.mof', '../other/main.mof']);
    expect(host.readInclude('../other/b.mof', 'a.mof')).toBeUndefined();
    expect(host.readInclude('../other/b.mof', 'sub/a.mof')).toBeUndefined();
    expect(host.readInclude('../other/b.mof', '../other/main.mof')?.text).toBe(text);
    expect(host.notes).toHaveLength(1);
    const args = ['lint', '../third/c.mof', '../other/main.mof', '--format=concise'];
    sandbox.write('third/c.mof', '#include ("../other/b.mof")\n');
    const { stdout } = await sandbox.run(args, {}, 'repo');
    expect(stdout).toContain('../third/c.mof:1:11: error include-');
    expect(stdout).not.toContain('main.mof:');
  });

  it.each(['../secret.mof', '/etc/hostname', 'sub/../../secret.mof'])(
    'does not read %s',
    (path) => {
      const sandbox = new Sandbox({ 'secret.mof': text, 'repo/sub/x': '' });
      expect(diskHost(sandbox.path('repo'), ['a.mof']).readInclude(path)).toBeUndefined();
    },
  );

  it('does not follow a link that leads out, and follows one that stays', () => {
    const sandbox = new Sandbox({
      'secret.mof': text,
      'secrets/a.mof': text,
      'repo/b.mof': text,
    });
    symlinkSync('../secret.mof', sandbox.path('repo/link.mof'));
    symlinkSync('../secrets', sandbox.path('repo/folder'));
    symlinkSync('b.mof', sandbox.path('repo/good.mof'));
    const host = diskHost(sandbox.path('repo'), ['a.mof']);
    expect(host.readInclude('link.mof')).toBeUndefined();
    expect(host.readInclude('folder/a.mof')).toBeUndefined();
    expect(host.notes).toHaveLength(2);
    expect(host.readInclude('good.mof')?.text).toBe(text);
  });

  it('works where the user stands behind a link', () => {
    const sandbox = new Sandbox({ 'real/a.mof': text });
    symlinkSync('real', sandbox.path('link'));
    expect(diskHost(sandbox.path('link'), []).readInclude('a.mof')?.text).toBe(text);
  });

  it('finds a file in other case, as on Windows, where only one is meant', () => {
    const sandbox = new Sandbox({ 'Sub/File.MOF': text });
    const host = diskHost(sandbox.folder, ['main.mof']);
    expect(host.readInclude('sub/file.mof')?.text).toBe(text);
    expect(host.readInclude('sub/other.mof')).toBeUndefined();
    expect(host.notes).toEqual([]);
  });

  it('leaves it to the analysis to report a file that is not there', () => {
    const host = diskHost(new Sandbox().folder, []);
    expect(host.readInclude('gone.mof')).toBeUndefined();
    expect(host.notes).toEqual([]);
  });

  it('says what else it does not read', () => {
    const sandbox = new Sandbox({ 'binary.mof': 'FOMB', 'folder/x': '' });
    sandbox.write('large.mof', Buffer.alloc(33 * 1024 * 1024, ' '));
    const host = diskHost(sandbox.folder, []);
    for (const name of ['binary.mof', 'folder', 'large.mof']) host.readInclude(name);
    expect(host.notes).toEqual([
      'did not read binary.mof: it is binary MOF and not MOF text',
      'did not read folder: it is no regular file',
      'did not read large.mof: it is larger than 32 MiB, which no MOF file is',
    ]);
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', () => {
    const sandbox = new Sandbox();
    execFileSync('mkfifo', [sandbox.path('pipe.mof')]);
    const host = diskHost(sandbox.folder, []);
    expect(host.readInclude('pipe.mof')).toBeUndefined();
    expect(host.notes).toEqual(['did not read pipe.mof: it is no regular file']);
  });

  it('reads only so much in one run', () => {
    const sandbox = new Sandbox({ 'a.mof': Buffer.alloc(30 * 1024 * 1024, ' ') });
    const host = diskHost(sandbox.folder, []);
    const answers = Array.from({ length: 5 }, () => host.readInclude('a.mof') !== undefined);
    expect(answers).toEqual([true, true, true, true, false]);
    expect(host.notes).toEqual(['did not read a.mof: the included files are too large together']);
  });
});

describe('mofsec lint', () => {
  it('reads what a file includes, from the folder of that file', async () => {
    const sandbox = new Sandbox({
      'sub/main.mof': '#include ("parts\\\\a.mof")\n',
      'sub/parts/a.mof': 'class A {};\n?',
    });
    const { code, stdout } = await sandbox.run(['lint', 'sub/main.mof', '--format=concise']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^sub\/parts\/a\.mof:2:1: error syntax/);
  });

  it('says why an include that is there was not read', async () => {
    const sandbox = new Sandbox({ 'repo/a.mof': '#include ("link.mof")\n', 'secret.mof': '?' });
    symlinkSync('../secret.mof', sandbox.path('repo/link.mof'));
    const { stdout, stderr } = await sandbox.run(['lint', '.'], {}, 'repo');
    expect(stdout).not.toContain('secret');
    expect(stderr).toContain('did not read link.mof: it lies outside of the folder');
  });
});
