/** Comments that suppress findings, as `mofsec lint` and `mofsec compile` obey them. */
import { describe, expect, it } from 'vitest';
import { Sandbox } from './sandbox.ts';

const wrong = 'class A { [key] uint32 Id; };\ninstance of A { Id = "x"; };';

describe('mofsec lint', () => {
  it('is content with a file whose findings are suppressed', async () => {
    const sandbox = new Sandbox({
      'wrong.mof': `${wrong}\n`,
      'suppressed.mof': `${wrong} // mofsec-disable-line property-type -- a test of the importer\n`,
    });
    expect((await sandbox.run(['lint', 'wrong.mof'])).code).toBe(1);
    const { code, stdout, stderr } = await sandbox.run(['lint', 'suppressed.mof']);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('1 file, no problems');
  });

  it('reports a comment that suppresses nothing', async () => {
    const sandbox = new Sandbox({ 'a.mof': '// mofsec-disable-file property-type\n' });
    const { code, stdout } = await sandbox.run(['lint', 'a.mof', '--format', 'concise']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a\.mof:1:1: warning suppression-unused: /);
  });

  it('says nothing of comments about rules that it was not asked about', async () => {
    const sandbox = new Sandbox({ 'a.mof': '// mofsec-disable-file property-type\n' });
    expect((await sandbox.run(['lint', 'a.mof', '--preset', 'mofcomp'])).code).toBe(0);
  });

  it('shows how to write them', async () => {
    const { stdout } = await new Sandbox().run(['lint', '--help']);
    expect(stdout).toContain('// mofsec-disable-next-line RULE, RULE -- reason');
  });
});

describe('mofsec compile', () => {
  it('writes a file whose errors are suppressed', async () => {
    const sandbox = new Sandbox({ 'a.mof': `// mofsec-disable-file property-type\n${wrong}\n` });
    const { code, stdout } = await sandbox.run(['compile', 'a.mof']);
    expect(code).toBe(0);
    expect(stdout).toContain('instance of A');
  });
});
