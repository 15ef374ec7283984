import { describe, expect, it } from 'vitest';
import { Sandbox } from './sandbox.ts';

function jsonLines(stdout: string): readonly unknown[] {
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);
}

describe('mofsec sid', () => {
  it.each(['S-1-5-32-544', 'BA', 'BUILTIN\\Administrators', '{1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}'])(
    'converts %s',
    async (value) => {
      const { code, stdout } = await new Sandbox().run(['sid', value]);
      expect(code).toBe(0);
      expect(stdout).toBe(
        'S-1-5-32-544\n  name   BUILTIN\\Administrators\n  bytes  {1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0}\n',
      );
    },
  );

  it('points at the exact character of a broken value, and goes on', async () => {
    const { code, stdout } = await new Sandbox().run(['sid', 'S-1-5-x', 'S-1-5-18']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^S-1-5-x\n {6}\^\nerror: .*\n\nS-1-5-18\n/);
  });

  it('answers each line of stdin with a line, whatever it holds', async () => {
    const stdin = 'S-1-5-18\r\n\n\x1b[2J\u2028\n{1,1}\nBA';
    const { code, stdout } = await new Sandbox().run(['sid', '-'], { stdin });
    const answers = jsonLines(stdout);
    expect(code).toBe(1);
    expect(answers).toMatchObject([
      {
        input: 'S-1-5-18',
        valid: true,
        sid: 'S-1-5-18',
        bytes: [1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0],
      },
      { input: '', valid: false },
      { input: '\x1b[2J\u2028', valid: false },
      { input: '{1,1}', valid: false },
      { input: 'BA', valid: true, name: 'BUILTIN\\Administrators', errors: [] },
    ]);
    expect(stdout).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028]/);
  });

  it('answers an empty stdin with nothing', async () => {
    expect(await new Sandbox().run(['sid', '-'])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('resolves the aliases of a domain', async () => {
    const args = ['sid', 'DA', '--domain', 'S-1-5-21-1-2-3', '--format=json'];
    const { stdout } = await new Sandbox().run(args);
    expect(jsonLines(stdout)).toMatchObject([{ sid: 'S-1-5-21-1-2-3-512' }]);
  });

  it.each([
    [['sid', 'DA', '--domain', 'x'], 'the domain "x" is not of the form S-1-5-21-x-y-z'],
    [['sid', '-', 'BA'], '- reads the values from standard input'],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await new Sandbox().run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

describe('mofsec sddl', () => {
  it('says who may do what', async () => {
    const args = ['sddl', 'O:BAG:BAD:(A;;0x80;;;BA)(D;;CC;;;WD)'];
    const { code, stdout } = await new Sandbox().run(args);
    expect(code).toBe(0);
    expect(stdout).toContain('O:BAG:BAD:(A;;LO;;;BA)(D;;CC;;;WD)\n');
    expect(stdout).toContain('owner  S-1-5-32-544 (BUILTIN\\Administrators)\n');
    expect(stdout).toContain('may publish events to the filter\n       0x80 WBEM_RIGHT_PUBLISH\n');
    expect(stdout).toContain('S-1-1-0 (Everyone) may not');
  });

  it('speaks of a namespace when it is asked to', async () => {
    const args = ['sddl', 'O:BAG:BAD:(A;;CC;;;BA)', '--context', 'namespace'];
    const { stdout } = await new Sandbox().run(args);
    expect(stdout).toContain('(BUILTIN\\Administrators) may read the namespace\n');
  });

  it('points at the exact character of a broken text', async () => {
    const { code, stdout } = await new Sandbox().run(['sddl', 'O:BAG:BAD:(A;;CZ;;;BA)']);
    expect(code).toBe(1);
    expect(stdout.split('\n').slice(0, 2)).toEqual(['O:BAG:BAD:(A;;CZ;;;BA)', '              ^^']);
  });

  it('answers each line of stdin with a line', async () => {
    const stdin = 'O:BAG:BAD:(A;;0x80;;;BA)\n\nfoo\n';
    const { code, stdout } = await new Sandbox().run(['sddl', '-'], { stdin });
    expect(code).toBe(1);
    expect(jsonLines(stdout)).toMatchObject([
      {
        valid: true,
        canonical: 'O:BAG:BAD:(A;;LO;;;BA)',
        hex: expect.stringMatching(/^01000480/) as string,
      },
      { input: '' },
      { input: 'foo', valid: false, errors: [{ start: 0, end: 3 }] },
    ]);
  });

  it('prints no control character of its input', async () => {
    const { stdout } = await new Sandbox().run(['sddl', 'D:\x1b[2J\u202e', 'O:\x9b']);
    expect(stdout).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  });
});
