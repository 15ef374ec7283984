import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/text/encode.ts';
import type { Encoding } from '../../src/text/source-file.ts';
import { bad, good, Sandbox } from './sandbox.ts';

const messy = 'class   Sample {[key]string Name;};\n';
const tidy = 'class Sample\n{\n  [key] string Name;\n};\n';

describe('mofsec format', () => {
  it('prints a file, and leaves it as it is', async () => {
    const sandbox = new Sandbox({ 'a.mof': messy });
    expect(await sandbox.run(['format', 'a.mof'])).toMatchObject({
      code: 0,
      stdout: tidy,
      stderr: '',
    });
    expect(readFileSync(sandbox.path('a.mof'), 'utf8')).toBe(messy);
  });

  it('prints what comes through standard input', async () => {
    const outcome = await new Sandbox().run(['format', '-'], { stdin: messy });
    expect(outcome).toMatchObject({ code: 0, stdout: tidy, stderr: '' });
  });

  it('prints one file and no more', async () => {
    const sandbox = new Sandbox({ 'a.mof': messy, 'b.mof': good });
    const { code, stdout, stderr } = await sandbox.run(['format', '.']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('mofsec: there are 2 files, and only one can be printed');
  });

  it('takes the layout from the command line', async () => {
    const sandbox = new Sandbox({ 'a.mof': messy });
    const layout = ['--print-width=10', '--tab-width=4', '--end-of-line=crlf'];
    const { stdout } = await sandbox.run(['format', 'a.mof', ...layout]);
    expect(stdout).toBe('class Sample\r\n{\r\n    [key]\r\n    string Name;\r\n};\r\n');
    const tabs = await sandbox.run(['format', 'a.mof', '--use-tabs']);
    expect(tabs.stdout).toContain('\n\t[key]');
  });

  it.each([
    ['--print-width=0'],
    ['--print-width=wide'],
    ['--tab-width=-1'],
    ['--tab-width=101'],
    ['--print-width=1e3'],
    ['--end-of-line=cr-lf'],
    ['--write', '--check'],
  ])('refuses %s', async (...options) => {
    const sandbox = new Sandbox({ 'a.mof': messy });
    expect((await sandbox.run(['format', 'a.mof', ...options])).code).toBe(2);
    expect(readFileSync(sandbox.path('a.mof'), 'utf8')).toBe(messy);
  });
});

describe('mofsec format --check', () => {
  it('lists the files that would change', async () => {
    const sandbox = new Sandbox({ 'a.mof': messy, 'sub/b.mof': good, 'sub/c.mfl': messy });
    expect(await sandbox.run(['format', '.', '--check'])).toMatchObject({
      code: 1,
      stdout: 'a.mof\nsub/c.mfl\n',
      stderr: '2 files to format, 1 formatted already\n',
    });
    expect(readFileSync(sandbox.path('a.mof'), 'utf8')).toBe(messy);
  });

  it('is content with formatted files', async () => {
    const sandbox = new Sandbox({ 'a.mof': good });
    const outcome = await sandbox.run(['format', '.', '--check', '-q']);
    expect(outcome).toMatchObject({ code: 0, stdout: '', stderr: '' });
  });

  it('checks standard input', async () => {
    const args = ['format', '-', '--check', '-q', '--stdin-filename', 'new.mof'];
    expect(await new Sandbox().run(args, { stdin: messy })).toMatchObject({
      code: 1,
      stdout: 'new.mof\n',
    });
    expect((await new Sandbox().run(args, { stdin: tidy })).code).toBe(0);
  });
});

describe('mofsec format --write', () => {
  it('changes the files that are not formatted, and lists them', async () => {
    const sandbox = new Sandbox({ 'a.mof': messy, 'b.mof': good });
    expect(await sandbox.run(['format', '.', '--write'])).toMatchObject({
      code: 0,
      stdout: 'a.mof\n',
      stderr: '1 file formatted, 1 unchanged\n',
    });
    expect(readFileSync(sandbox.path('a.mof'), 'utf8')).toBe(tidy);
    expect(readdirSync(sandbox.folder).toSorted()).toEqual(['a.mof', 'b.mof']);
    expect((await sandbox.run(['format', '.', '--check'])).code).toBe(0);
  });

  it('does not write what is formatted already', async () => {
    const sandbox = new Sandbox({ 'a.mof': tidy });
    utimesSync(sandbox.path('a.mof'), 1000, 1000);
    const { ino } = statSync(sandbox.path('a.mof'));
    await sandbox.run(['format', 'a.mof', '--write']);
    expect(statSync(sandbox.path('a.mof'))).toMatchObject({ mtimeMs: 1_000_000, ino });
  });

  it('cannot change standard input', async () => {
    const outcome = await new Sandbox().run(['format', '-', '--write'], { stdin: messy });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
  });

  const encodings: readonly Encoding[] = [
    'utf-8',
    'utf-8-bom',
    'utf-16le',
    'utf-16le-bom',
    'utf-16be',
    'utf-16be-bom',
    'windows-1252',
  ];

  it.each(encodings)('keeps the encoding %s and the line ends', async (encoding) => {
    const before = `// Größe\r\n${messy.replace('\n', '\r\n')}`;
    const after = `// Größe\r\n${tidy.replaceAll('\n', '\r\n')}`;
    const sandbox = new Sandbox({ 'a.mof': encode(before, encoding) });
    const printed = await sandbox.run(['format', 'a.mof']);
    expect(printed.bytes).toEqual(Buffer.from(encode(after, encoding)));
    expect(await sandbox.run(['format', 'a.mof', '--write'])).toMatchObject({ code: 0 });
    expect(readFileSync(sandbox.path('a.mof'))).toEqual(Buffer.from(encode(after, encoding)));
  });

  it('prints text on a terminal, whatever the encoding of the file is', async () => {
    const sandbox = new Sandbox({ 'a.mof': encode(messy, 'utf-16le-bom') });
    expect((await sandbox.run(['format', 'a.mof'], { isTTY: true })).stdout).toBe(tidy);
  });

  it.each([
    [
      'UTF-16 with half a character at its end',
      Buffer.concat([encode(messy, 'utf-16le-bom'), Buffer.of(10)]),
    ],
    ['UTF-8 with other bytes in it', Buffer.concat([encode(messy, 'utf-8-bom'), Buffer.of(0xff)])],
  ])('leaves a file as it is that cannot be read in full: %s', async (_, bytes) => {
    const sandbox = new Sandbox({ 'a.mof': bytes });
    const { code, stdout, stderr } = await sandbox.run(['format', 'a.mof', '--write']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('mofsec: a.mof: left as it is, because not all of it can be read\n');
    expect(readFileSync(sandbox.path('a.mof'))).toEqual(bytes);
  });

  it('leaves binary MOF as it is', async () => {
    const bytes = Buffer.from('FOMB\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00', 'latin1');
    const sandbox = new Sandbox({ 'a.mof': bytes, 'b.mof': messy });
    const { code, stdout, stderr } = await sandbox.run(['format', '.', '--write']);
    expect([code, stdout]).toEqual([2, 'b.mof\n']);
    expect(stderr).toContain('mofsec: a.mof: this is binary MOF');
    expect(readFileSync(sandbox.path('a.mof'))).toEqual(bytes);
  });

  it.skipIf(process.platform === 'win32')('keeps the permissions', async () => {
    const sandbox = new Sandbox({ 'a.mof': messy });
    for (const mode of [0o600, 0o666, 0o755]) {
      sandbox.write('a.mof', messy);
      chmodSync(sandbox.path('a.mof'), mode);
      await sandbox.run(['format', 'a.mof', '--write']);
      expect(statSync(sandbox.path('a.mof')).mode & 0o777).toBe(mode);
    }
  });

  it.skipIf(process.platform === 'win32')('follows a symbolic link to the file', async () => {
    const sandbox = new Sandbox({ 'sub/a.mof': messy });
    symlinkSync('sub/a.mof', sandbox.path('link.mof'));
    expect(await sandbox.run(['format', 'link.mof', '--write'])).toMatchObject({
      code: 0,
      stdout: 'link.mof\n',
    });
    expect(readlinkSync(sandbox.path('link.mof'))).toBe('sub/a.mof');
    expect(lstatSync(sandbox.path('sub/a.mof')).isFile()).toBe(true);
    expect(readFileSync(sandbox.path('sub/a.mof'), 'utf8')).toBe(tidy);
  });

  const mayWriteAll = process.platform === 'win32' || process.getuid?.() === 0;
  it.skipIf(mayWriteAll)(
    `respects that a file or its folder cannot be written${mayWriteAll ? ' (skipped: this user may write everywhere)' : ''}`,
    async () => {
      const sandbox = new Sandbox({ 'a.mof': messy, 'sub/b.mof': messy });
      chmodSync(sandbox.path('a.mof'), 0o444);
      chmodSync(sandbox.path('sub'), 0o555);
      const { code, stderr } = await sandbox.run(['format', '.', '--write']);
      chmodSync(sandbox.path('sub'), 0o755);
      expect(code).toBe(2);
      expect(stderr).toContain('mofsec: cannot write a.mof: permission denied\n');
      expect(stderr).toContain('mofsec: cannot write sub/b.mof: permission denied\n');
      expect(readFileSync(sandbox.path('a.mof'), 'utf8')).toBe(messy);
      expect(readdirSync(sandbox.path('sub'))).toEqual(['b.mof']);
    },
  );
});

describe('a file with errors', () => {
  it('stays as it is, and the first error is shown; the others are formatted', async () => {
    const sandbox = new Sandbox({ 'a.mof': bad, 'b.mof': messy });
    const { code, stdout, stderr } = await sandbox.run(['format', '.', '--write']);
    expect([code, stdout]).toEqual([2, 'b.mof\n']);
    expect(stderr).toMatch(/^a\.mof:2:1: error syntax: .*\n +\|\n2 \| \? instance\n +\| \^\n/);
    expect(stderr).toContain('mofsec: a.mof was left as it is: this error must be mended first\n');
    expect(stderr).toMatch(/1 file formatted, 0 unchanged, 1 left as it is\n$/);
    expect(readFileSync(sandbox.path('a.mof'), 'utf8')).toBe(bad);
  });

  it('prints nothing', async () => {
    const outcome = await new Sandbox().run(['format', '-'], { stdin: bad });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('<stdin>:2:1: error syntax');
  });

  it('is told from one that would change', async () => {
    const sandbox = new Sandbox({ 'a.mof': bad, 'b.mof': messy });
    expect((await sandbox.run(['format', '.', '--check'])).code).toBe(2);
    expect((await sandbox.run(['format', 'b.mof', '--check'])).code).toBe(1);
  });

  it('or without any text does not keep others from being formatted', async () => {
    const sandbox = new Sandbox({ 'b.mof': messy });
    const { code, stdout, stderr } = await sandbox.run(['format', 'gone.mof', 'b.mof', '--write']);
    expect([code, stdout]).toEqual([2, 'b.mof\n']);
    expect(stderr).toContain('cannot read gone.mof');
  });
});

describe('the configuration of prettier and .editorconfig', () => {
  const wide = (text: string): string => /\n(\s+)\[key\]/.exec(text)?.[1] ?? '';

  it('is followed, each closest file for itself', async () => {
    const sandbox = new Sandbox({
      '.prettierrc': '{ "tabWidth": 4 }',
      'a.mof': messy,
      'sub/.prettierrc.yaml': 'useTabs: true\n',
      'sub/a.mof': messy,
      'editor/package.json': '{ "prettier": {} }',
      'editor/.editorconfig': 'root = true\n[*.mof]\nindent_style = space\nindent_size = 3\n',
      'editor/a.mof': messy,
    });
    const indentation = async (...args: readonly string[]): Promise<string> =>
      wide((await sandbox.run(['format', ...args])).stdout);
    expect(await indentation('a.mof')).toBe('    ');
    expect(await indentation('sub/a.mof')).toBe('\t');
    expect(await indentation('editor/a.mof')).toBe('   ');
    expect(await indentation('a.mof', '--no-config')).toBe('  ');
    expect(await indentation('a.mof', '--tab-width', '1')).toBe(' ');
    expect(await indentation('sub/a.mof', '--no-use-tabs')).toBe('  ');
  });

  it('is found by the name of standard input', async () => {
    const sandbox = new Sandbox({ 'sub/.prettierrc': 'tabWidth: 5' });
    const args = ['format', '-', '--stdin-filename', 'sub/new.mof'];
    expect(wide((await sandbox.run(args, { stdin: messy })).stdout)).toBe('     ');
    expect(wide((await sandbox.run(['format', '-'], { stdin: messy }, 'sub')).stdout)).toBe(
      '     ',
    );
  });

  it('is never run', async () => {
    const program =
      'import { writeFileSync } from "node:fs"; writeFileSync("ran", ""); export default {};';
    const sandbox = new Sandbox({
      'a.mof': messy,
      'b.mof': messy,
      'prettier.config.mjs': program,
      'sub/package.json': '{ "prettier": "./config.mjs" }',
      'sub/config.mjs': program,
      'sub/a.mof': messy,
    });
    const { code, stderr } = await sandbox.run(['format', '.', '--check']);
    expect(code).toBe(1);
    expect(readdirSync(sandbox.folder)).not.toContain('ran');
    expect(stderr.match(/prettier\.config\.mjs: not followed, because/g)).toHaveLength(1);
    expect(stderr).toContain('mofsec: sub/package.json: not followed');
  });

  it('must be right', async () => {
    const sandbox = new Sandbox({
      'a.mof': messy,
      'b.mof': messy,
      '.prettierrc': '{ "printWidth": "wide" }',
      'sub/.prettierrc.json': '{',
      'sub/a.mof': messy,
    });
    const { code, stdout, stderr } = await sandbox.run(['format', '.', '--write', '-q']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'mofsec: .prettierrc: printWidth must be a whole number\nmofsec: sub/.prettierrc.json: this is not JSON\n',
    );
  });
});
