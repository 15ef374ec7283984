import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Sandbox } from './sandbox.ts';

const sensor = 'class Sample_Sensor\n{\n  [key] string Name;\n  uint8 Level;\n};\n';
const wrong = 'instance of Sample_Sensor\n{\n  Name = "a";\n  Levle = 1;\n};\n';
const complaint = 'a.mof:4:3: error property-unknown';

describe('--schema', () => {
  it.each([
    ['a file', 'types/sensor.mof'],
    ['a folder', 'types'],
    ['a pattern', 'types/*.mof'],
    ['a file, with the separators of Windows', 'types\\sensor.mof'],
  ])('takes %s', async (_, schema) => {
    const sandbox = new Sandbox({ 'a.mof': wrong, 'types/sensor.mof': sensor });
    const { code, stdout, stderr } = await sandbox.run([
      'lint',
      '--schema',
      schema,
      'a.mof',
      '--format=concise',
    ]);
    expect([code, stdout.slice(0, complaint.length)]).toEqual([1, complaint]);
    expect(stderr).toMatch(/^1 error in 1 file\n/);
  });

  it('is given several times', async () => {
    const sandbox = new Sandbox({
      'a.mof': `${wrong}instance of Sample_Other { Nam = "a"; };\n`,
      'one.mof': sensor,
      'two.mof': 'class Sample_Other { [key] string Name = "x"; };',
    });
    const { stdout } = await sandbox.run(
      'lint --format=concise a.mof --schema one.mof --schema two.mof'.split(' '),
    );
    expect(stdout.match(/property-unknown/g)).toHaveLength(2);
  });

  it('is not linted, and what is also given is', async () => {
    const sandbox = new Sandbox({ 'a.mof': wrong, 'bad.mof': `${sensor}instance of ;\n` });
    const alone = await sandbox.run(['lint', 'a.mof', '--schema', 'bad.mof', '--format=concise']);
    expect(alone.stdout).not.toContain('bad.mof');
    const both = await sandbox.run(['lint', '.', '--schema', './bad.mof', '--format=concise']);
    expect(both.stdout).toContain('bad.mof:6:');
    expect(both.stderr).toMatch(/^\d errors in 2 files\n/);
  });

  it('tells compile of classes that it does not write', async () => {
    const sandbox = new Sandbox({
      'a.mof': wrong.replace('Levle', 'LEVEL'),
      'sensor.mof': sensor,
    });
    const args = ['compile', 'a.mof', '--schema', 'sensor.mof', '-o', 'out.mof'];
    expect((await sandbox.run(args)).code).toBe(0);
    const written = readFileSync(sandbox.path('out.mof'), 'utf8');
    expect(written).toContain('Level = 1;');
    expect(written).not.toContain('class Sample_Sensor');
    sandbox.write('a.mof', wrong);
    expect((await sandbox.run(args)).code).toBe(1);
  });

  it('follows its includes', async () => {
    const sandbox = new Sandbox({
      'a.mof': wrong,
      'types/all.mof': '#pragma include ("sensor.mof")\n',
      'types/sensor.mof': sensor,
    });
    const { stdout } = await sandbox.run(
      'lint --format=concise a.mof --schema types/all.mof'.split(' '),
    );
    expect(stdout).toContain(complaint);
  });

  it('says where it could not be read as a whole', async () => {
    const sandbox = new Sandbox({
      'a.mof': sensor,
      'types/bad.mof': `${sensor}instance of ;\nclass ;\n`,
      'types/lacking.mof': '#include ("gone.mof")\n',
      'types/odd.mof': '#pragma unheard\nclass Odd { [key] string Path = "C:\\data"; };\n',
      'types/binary.mof': 'FOMB\0\0',
    });
    const { code, stdout, stderr } = await sandbox.run(['lint', 'a.mof', '--schema', 'types']);
    expect([code, stdout]).toEqual([0, '']);
    const notes = stderr.split('\n').map((line) => line.slice(0, 90));
    expect(notes).toEqual([
      expect.stringMatching(
        /^mofsec: types\/binary\.mof: not read as a schema: this is binary MOF/,
      ),
      expect.stringMatching(
        /^mofsec: types\/bad\.mof:6:13: some classes of this schema file may not/,
      ),
      expect.stringMatching(
        /^mofsec: types\/lacking\.mof:1:11: some classes of this schema file may/,
      ),
      '1 file, no problems',
      '',
    ]);
  });

  it('says of many files with problems how many there are', async () => {
    const files = Array.from({ length: 9 }, (_, i) => [`types/${i}.mof`, 'class ;'] as const);
    const sandbox = new Sandbox({ 'a.mof': sensor, ...Object.fromEntries(files) });
    const { stderr } = await sandbox.run(['lint', 'a.mof', '--schema', 'types']);
    expect(stderr.match(/some classes of this schema file/g)).toHaveLength(5);
    expect(stderr).toContain(
      'mofsec: 4 more schema files have problems: lint them to see which.\n',
    );
  });

  it.each([
    [['gone.mof'], 'mofsec: --schema: cannot read gone.mof: no such file or folder\n'],
    [['empty'], 'mofsec: --schema: no .mof or .mfl file in empty (--allow-empty accepts that)\n'],
    [['-'], 'mofsec: --schema - cannot be used: '],
    [[''], 'mofsec: --schema: an empty argument names no file'],
  ])('that cannot be read is wrong usage: %j', async (paths, message) => {
    const sandbox = new Sandbox({ 'a.mof': sensor, 'empty/a.txt': '' });
    for (const command of ['lint', 'compile']) {
      const schema = paths.flatMap((path) => ['--schema', path]);
      const { code, stderr } = await sandbox.run([command, 'a.mof', ...schema]);
      expect(code).toBe(2);
      expect(stderr).toContain(message);
    }
  });

  it('is not overwritten by the result', async () => {
    const sandbox = new Sandbox({ 'a.mof': sensor, 'types.mof': sensor });
    const { code, stderr } = await sandbox.run(
      'compile a.mof --schema types.mof -o types.mof'.split(' '),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('cannot write types.mof: it is one of the files that were read');
  });
});
