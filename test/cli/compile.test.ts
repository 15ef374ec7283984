import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bad, good, Sandbox } from './sandbox.ts';

describe('mofsec compile', () => {
  it('prints canonical MOF, which compiles to itself', async () => {
    const sandbox = new Sandbox({ 'a.mof': good });
    const first = await sandbox.run(['compile', 'a.mof']);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('class Sample');
    sandbox.write('b.mof', first.stdout);
    expect((await sandbox.run(['compile', 'b.mof'])).stdout).toBe(first.stdout);
  });

  it('prints JSON', async () => {
    const { stdout } = await new Sandbox({ 'a.mof': good }).run([
      'compile',
      'a.mof',
      '--emit=json',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ classes: [{ name: 'Sample' }] });
  });

  it('writes to a file', async () => {
    const sandbox = new Sandbox({ 'a.mof': good });
    const { code, stdout } = await sandbox.run(['compile', 'a.mof', '-o', 'out.mof']);
    expect([code, stdout]).toEqual([0, '']);
    expect(readFileSync(sandbox.path('out.mof'), 'utf8')).toContain('class Sample');
  });

  it('writes nothing where there is an error, and says which', async () => {
    const sandbox = new Sandbox({ 'a.mof': good, 'b.mof': bad });
    const { code, stdout, stderr } = await sandbox.run(['compile', '.', '-o', 'out.mof', '-q']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^b\.mof:2:1: error syntax/);
    expect(stderr).toMatch(/mofsec: nothing was written\n$/);
    expect(existsSync(sandbox.path('out.mof'))).toBe(false);
  });

  it('writes nothing where an include was not read, since the result would lack it', async () => {
    const sandbox = new Sandbox({ 'a.mof': `#include ("../elsewhere.mof")\n${good}` });
    const { code, stdout, stderr } = await sandbox.run(['compile', 'a.mof']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('a.mof:1:1: this file was not read, so it is missing');
  });

  it('writes nothing where a file cannot be read', async () => {
    const outcome = await new Sandbox({ 'a.mof': good }).run(['compile', 'a.mof', 'gone.mof']);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
  });

  it('compiles standard input', async () => {
    const { code, stdout } = await new Sandbox().run(['compile', '-'], { stdin: good });
    expect(code).toBe(0);
    expect(stdout).toContain('class Sample');
  });
});
