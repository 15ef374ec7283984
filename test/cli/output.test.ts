import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeOutput } from '../../src/cli/output.ts';
import { UserError } from '../../src/cli/user-error.ts';
import { bad, good, Sandbox } from './sandbox.ts';

function write(sandbox: Sandbox, target: string, text: string): void {
  writeOutput({ cwd: sandbox.folder, stdout: { write: () => undefined } }, target, text);
}

describe('-o FILE', () => {
  it('writes the results there and nothing to stdout', async () => {
    const sandbox = new Sandbox({ 'a.mof': bad });
    const args = ['lint', 'a.mof', '--format=json', '-o', 'report.json'];
    const { code, stdout } = await sandbox.run(args);
    expect([code, stdout]).toEqual([1, '']);
    expect(JSON.parse(readFileSync(sandbox.path('report.json'), 'utf8'))).toMatchObject({
      version: 1,
    });
    expect(readdirSync(sandbox.folder).toSorted()).toEqual(['a.mof', 'report.json']);
  });

  it('has no colours, unless they are asked for', async () => {
    const sandbox = new Sandbox({ 'a.mof': bad });
    await sandbox.run(['lint', 'a.mof', '-o', 'plain.txt'], { isTTY: true });
    await sandbox.run(['lint', 'a.mof', '-o', 'coloured.txt', '--color']);
    expect(readFileSync(sandbox.path('plain.txt'), 'utf8')).not.toContain('\x1b');
    expect(readFileSync(sandbox.path('coloured.txt'), 'utf8')).toContain('\x1b[');
  });

  it('takes - for stdout', async () => {
    const sandbox = new Sandbox({ 'a.mof': good });
    const { stdout } = await sandbox.run(['lint', 'a.mof', '--format=json', '-o', '-']);
    expect(stdout).toContain('"version": 1');
  });

  it.skipIf(process.platform === 'win32')('keeps the permissions of what it replaces', () => {
    const sandbox = new Sandbox({ out: 'old and longer than the new' });
    chmodSync(sandbox.path('out'), 0o600);
    write(sandbox, 'out', 'new');
    expect(readFileSync(sandbox.path('out'), 'utf8')).toBe('new');
    expect(statSync(sandbox.path('out')).mode & 0o777).toBe(0o600);
  });

  it('goes through a symbolic link to a file that is not there yet', () => {
    const sandbox = new Sandbox({ 'real/x': '' });
    symlinkSync('real/again', sandbox.path('link'));
    symlinkSync('out', sandbox.path('real/again'));
    write(sandbox, 'link', 'new');
    expect(readFileSync(sandbox.path('real/out'), 'utf8')).toBe('new');
    expect(readlinkSync(sandbox.path('link'))).toBe('real/again');
  });

  it('goes through a symbolic link to the file', () => {
    const sandbox = new Sandbox({ 'real/out': 'old' });
    symlinkSync('real/out', sandbox.path('link'));
    write(sandbox, 'link', 'new');
    expect(readFileSync(sandbox.path('real/out'), 'utf8')).toBe('new');
  });

  it('leaves nothing behind when it cannot write', async () => {
    const sandbox = new Sandbox({ 'a.mof': good, 'folder/x': '' });
    const toFolder = await sandbox.run(['lint', 'a.mof', '-o', 'folder']);
    expect(toFolder.code).toBe(2);
    expect(toFolder.stderr).toContain('mofsec: cannot write folder: it is a folder\n');
    const toNowhere = await sandbox.run(['lint', 'a.mof', '-o', 'no/out']);
    expect(toNowhere.code).toBe(2);
    expect(toNowhere.stderr).toContain('mofsec: cannot write no/out: no such file or folder\n');
    expect(readdirSync(sandbox.folder).toSorted()).toEqual(['a.mof', 'folder']);
    expect(readdirSync(sandbox.path('folder'))).toEqual(['x']);
  });

  it('does not go over a file that was read', async () => {
    const sandbox = new Sandbox({ 'a.mof': good });
    for (const command of ['lint', 'compile']) {
      const { code, stderr } = await sandbox.run([command, 'a.mof', '-o', './a.mof']);
      expect(code).toBe(2);
      expect(stderr).toContain('cannot write ./a.mof: it is one of the files that were read');
    }
    expect(readFileSync(sandbox.path('a.mof'), 'utf8')).toBe(good);
  });

  const hasFullDevice = existsSync('/dev/full');
  it.skipIf(!hasFullDevice)(
    `says so when the disk is full${hasFullDevice ? '' : ' (skipped: there is no /dev/full)'}`,
    () => {
      expect(() => write(new Sandbox(), '/dev/full', 'text')).toThrow(
        new UserError('cannot write /dev/full: the disk is full'),
      );
    },
  );
});
