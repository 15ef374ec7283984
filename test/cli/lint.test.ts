import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bad, good, Sandbox } from './sandbox.ts';

/** The files with findings, as the concise format names them. */
function filesIn(stdout: string): readonly string[] {
  const names = stdout.split('\n').flatMap((line) => /^(.*?):\d+:\d+: /.exec(line)?.[1] ?? []);
  return [...new Set(names)];
}

async function lintedFiles(
  sandbox: Sandbox,
  args: readonly string[],
  folder?: string,
): Promise<readonly string[]> {
  const { stdout } = await sandbox.run(['lint', ...args, '--format', 'concise'], {}, folder);
  return filesIn(stdout);
}

describe('mofsec lint', () => {
  it('ends with 0 and prints nothing but a summary when all is well', async () => {
    const outcome = await new Sandbox({ 'a.mof': good }).run(['lint', 'a.mof']);
    expect(outcome).toMatchObject({ code: 0, stdout: '', stderr: '1 file, no problems\n' });
  });

  it('ends with 1 and shows what it finds', async () => {
    const outcome = await new Sandbox({ 'a.mof': bad }).run(['lint', 'a.mof']);
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toMatch(
      /^a\.mof:2:1: error syntax: .+\n {2}\|\n2 \| \? instance\n {2}\| \^/,
    );
    expect(outcome.stderr).toMatch(/^\d+ errors? in 1 file\n$/);
  });

  it('prints JSON that says the same', async () => {
    const { code, stdout } = await new Sandbox({ 'a.mof': bad }).run([
      'lint',
      'a.mof',
      '--format=json',
    ]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      diagnostics: [{ file: 'a.mof', rule: 'syntax', severity: 'error', line: 2, column: 1 }],
      summary: { files: 1, warnings: 0, infos: 0 },
    });
  });

  it('says nothing on stderr with --quiet', async () => {
    const { stderr } = await new Sandbox({ 'a.mof': bad }).run(['lint', 'a.mof', '--quiet']);
    expect(stderr).toBe('');
  });

  it.each([
    ['root\\bad name"', 'has no white space'],
    ['root\\bad"', 'has no '],
    ['::', 'has no '],
    ['', 'is empty'],
    ['\\\\.\\', 'is empty'],
    ['\\\\SRV\\root\\x', 'the server SRV'],
    ['root\\\\x', 'Two separators'],
  ])('refuses the namespace %j, and so does compile', async (namespace, reason) => {
    const sandbox = new Sandbox({ 'a.mof': good });
    for (const command of ['lint', 'compile']) {
      const outcome = await sandbox.run([command, 'a.mof', '--namespace', namespace]);
      expect(outcome).toMatchObject({ code: 2, stdout: '' });
      expect(outcome.stderr).toMatch(/^mofsec: --namespace .+ cannot be used: .+\.\n$/);
      expect(outcome.stderr.toLowerCase()).toContain(reason.toLowerCase());
    }
  });

  it.each(['root', 'root/x', '\\\\.\\root\\x', '//localhost/root/x'])(
    'takes the namespace %s',
    async (namespace) => {
      const sandbox = new Sandbox({ 'a.mof': good });
      const { code } = await sandbox.run(['lint', 'a.mof', '--namespace', namespace]);
      expect(code).toBe(0);
    },
  );

  it('takes no empty argument for the current folder', async () => {
    const { code, stderr } = await new Sandbox({ 'a.mof': good }).run(['lint', '']);
    expect(code).toBe(2);
    expect(stderr).toBe('mofsec: an empty argument names no file; the current folder is .\n');
  });

  it.skipIf(process.platform !== 'linux')(
    'says so when the name of a file is not UTF-8 (on Linux)',
    async () => {
      const sandbox = new Sandbox({ 'a.mof': good });
      const name = Buffer.concat([Buffer.from(`${sandbox.folder}/b`), Buffer.of(0xff)]);
      writeFileSync(Buffer.concat([name, Buffer.from('.mof')]), good);
      for (const arg of ['.', '*.mof', 'b\ufffd.mof']) {
        const { code, stderr } = await sandbox.run(['lint', arg]);
        expect(code).toBe(2);
        expect(stderr).toContain('mofsec: cannot read b\ufffd.mof: its name is not UTF-8');
      }
      mkdirSync(name);
      expect((await sandbox.run(['lint', '.'])).stderr).toContain(
        'mofsec: cannot read b\ufffd: its name is not UTF-8',
      );
    },
  );

  it('uses the namespace that it is given', async () => {
    const sandbox = new Sandbox({ 'a.mof': good });
    const { code } = await sandbox.run(['lint', 'a.mof', '--namespace', 'root\\subscription']);
    expect(code).toBe(0);
  });

  it('colours for a terminal, and when it is asked to', async () => {
    const sandbox = new Sandbox({ 'a.mof': bad });
    const isColoured = async (
      args: readonly string[],
      isTTY: boolean,
      env: Readonly<Record<string, string>> = {},
    ): Promise<boolean> =>
      (await sandbox.run(['lint', 'a.mof', ...args], { isTTY, env })).stdout.includes('\x1b[');
    expect(await isColoured([], false)).toBe(false);
    expect(await isColoured([], true)).toBe(true);
    expect(await isColoured([], true, { NO_COLOR: '1' })).toBe(false);
    expect(await isColoured([], true, { NO_COLOR: '' })).toBe(true);
    expect(await isColoured([], true, { TERM: 'dumb' })).toBe(false);
    expect(await isColoured([], false, { FORCE_COLOR: '1' })).toBe(true);
    expect(await isColoured([], true, { FORCE_COLOR: '0' })).toBe(false);
    expect(await isColoured(['--color'], false, { NO_COLOR: '1' })).toBe(true);
    expect(await isColoured(['--no-color'], true, { FORCE_COLOR: '1' })).toBe(false);
  });
});

describe('files that are given together', () => {
  const namespace = '#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")\n';
  const filter = `${namespace}instance of __EventFilter
{
  Name = "F";
  QueryLanguage = "WQL";
  Query = "SELECT * FROM __TimerEvent";
  CreatorSID = {1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0};
};
`;
  const rest = `${namespace}instance of LogFileEventConsumer as $C
{
  Name = "C";
  Filename = "C:\\\\log.txt";
  CreatorSID = {1,1,0,0,0,0,0,5,18,0,0,0};
};
instance of __FilterToConsumerBinding
{
  Filter = "__EventFilter.Name=\\"F\\"";
  Consumer = $C;
  CreatorSID = {1,1,0,0,0,0,0,5,18,0,0,0};
};
`;

  it('are one subscription, and findings point into both', async () => {
    const sandbox = new Sandbox({ 'filter.mof': filter, 'rest.mof': rest });
    const { stdout } = await sandbox.run(['lint', '.']);
    expect(stdout).toMatch(/: error creator-sid-mismatch: /);
    expect(stdout).toMatch(/^ *::: (?:filter|rest)\.mof:\d+:\d+$/m);
    const alone = await sandbox.run(['lint', 'rest.mof']);
    expect(alone.stdout).not.toContain('creator-sid-mismatch');
  });
});

describe('what is linted', () => {
  const tree = {
    'a.mof': bad,
    'b.MFL': bad,
    'c.txt': bad,
    'sub/d.Mof': bad,
    'sub/deep/e.mof': bad,
    '.hidden/f.mof': bad,
    'node_modules/x/g.mof': bad,
    '.git/h.mof': bad,
  };

  it('is every MOF file below a folder, in a fixed order', async () => {
    const expected = ['.hidden/f.mof', 'a.mof', 'b.MFL', 'sub/d.Mof', 'sub/deep/e.mof'];
    expect(await lintedFiles(new Sandbox(tree), ['.'])).toEqual(expected);
  });

  it('is named from where the user stands', async () => {
    expect(await lintedFiles(new Sandbox(tree), ['..', '../../c.txt'], 'sub/deep')).toEqual([
      '../d.Mof',
      'e.mof',
      '../../c.txt',
    ]);
  });

  it('is each file once, however often it is named', async () => {
    const sandbox = new Sandbox(tree);
    symlinkSync('a.mof', sandbox.path('link.mof'));
    const args = ['sub/d.Mof', 'sub', './sub/d.Mof', 'sub/**/*.mof', 'a.mof', 'link.mof'];
    expect(await lintedFiles(sandbox, args)).toEqual(['sub/d.Mof', 'sub/deep/e.mof', 'a.mof']);
    const { stderr } = await sandbox.run(['lint', ...args]);
    expect(stderr).toMatch(/in 3 files\n$/);
  });

  it('is what a pattern matches that no shell has expanded', async () => {
    const sandbox = new Sandbox(tree);
    expect(await lintedFiles(sandbox, ['sub/**/*.mof'])).toEqual(['sub/deep/e.mof']);
    expect(await lintedFiles(sandbox, ['*.{mof,MFL,txt}'])).toEqual(['a.mof', 'b.MFL', 'c.txt']);
    expect(await lintedFiles(sandbox, ['**/g.mof'])).toEqual([]);
    expect(await lintedFiles(sandbox, ['../*.mof'], 'sub')).toEqual(['../a.mof']);
  });

  it('is what a pattern or a path with backslashes names, as on Windows', async () => {
    const sandbox = new Sandbox(tree);
    expect(await lintedFiles(sandbox, ['sub\\deep\\*.mof'])).toEqual(['sub/deep/e.mof']);
    expect(await lintedFiles(sandbox, ['sub\\deep\\e.mof'])).toEqual(['sub/deep/e.mof']);
  });

  it.skipIf(process.platform === 'win32')('is a file whose name looks like a pattern', async () => {
    const sandbox = new Sandbox({ '[a].mof': bad, 'a.mof': good, 'b\\c.mof': bad });
    expect(await lintedFiles(sandbox, ['[a].mof', 'b\\c.mof'])).toEqual(['[a].mof', 'b\\c.mof']);
  });

  it('is what comes through stdin', async () => {
    const sandbox = new Sandbox();
    const unnamed = await sandbox.run(['lint', '-', '--format=concise'], { stdin: bad });
    expect(unnamed.stdout).toMatch(/^<stdin>:2:1: error syntax/);
    const args = ['lint', '-', '--stdin-filename', 'new/x.mof', '--format=concise'];
    const named = await sandbox.run(args, { stdin: bad });
    expect(named.stdout).toMatch(/^new\/x\.mof:2:1: error syntax/);
    expect(named.code).toBe(1);
  });

  it('is read in its encoding', async () => {
    const utf16 = Buffer.from(`\ufeff// 😀\r\n${good}?`, 'utf16le');
    const sandbox = new Sandbox({ 'a.mof': utf16, 'odd.mof': utf16.subarray(0, -1) });
    expect(await lintedFiles(sandbox, ['a.mof'])).toEqual(['a.mof']);
    const { stderr } = await sandbox.run(['lint', 'odd.mof']);
    expect(stderr).toContain('odd.mof: the file is UTF-16 and ends with half a character');
  });
});

describe('ignore files', () => {
  it('take files out of folders and patterns, at any depth', async () => {
    const sandbox = new Sandbox({
      '.git/HEAD': '',
      '.gitignore': 'out/\n*.gen.mof\n',
      '.mofsecignore': '!keep.gen.mof\n',
      'out/a.mof': bad,
      'b.gen.mof': bad,
      'keep.gen.mof': bad,
      'sub/.gitignore': '/c.mof\n!d.gen.mof\n',
      'sub/c.mof': bad,
      'sub/d.gen.mof': bad,
      'sub/deep/c.mof': bad,
    });
    const expected = ['keep.gen.mof', 'sub/d.gen.mof', 'sub/deep/c.mof'];
    expect(await lintedFiles(sandbox, ['.'])).toEqual(expected);
    expect(await lintedFiles(sandbox, ['**/*.mof'])).toEqual(expected);
    expect(await lintedFiles(sandbox, ['.'], 'sub')).toEqual(['d.gen.mof', 'deep/c.mof']);
  });

  it('do not count for files and folders that are named', async () => {
    const sandbox = new Sandbox({
      '.gitignore': 'out\n',
      'out/.gitignore': 'b.mof',
      'out/a.mof': bad,
      'out/b.mof': bad,
    });
    expect(await lintedFiles(sandbox, ['out'])).toEqual(['out/a.mof']);
    expect(await lintedFiles(sandbox, ['out/b.mof'])).toEqual(['out/b.mof']);
  });

  it('are named when they leave nothing', async () => {
    const sandbox = new Sandbox({ '.mofsecignore': '*.mof', 'a.mof': bad });
    const { code, stderr } = await sandbox.run(['lint', '.']);
    expect(code).toBe(2);
    expect(stderr).toContain('only 1 that .gitignore or .mofsecignore takes out');
  });
});

describe('what cannot be linted', () => {
  it('does not keep the rest from being linted, and ends with 2', async () => {
    const sandbox = new Sandbox({ 'a.mof': bad });
    const { code, stdout, stderr } = await sandbox.run(['lint', 'gone.mof', 'a.mof', 'no/*.mof']);
    expect(code).toBe(2);
    expect(filesIn(stdout)).toEqual(['a.mof']);
    expect(stderr).toContain('mofsec: cannot read gone.mof: no such file or folder\n');
    expect(stderr).toContain('mofsec: no file matches no/*.mof (--allow-empty accepts that)\n');
  });

  it('is a folder without a MOF file, unless that is all right', async () => {
    const sandbox = new Sandbox({ 'docs/readme.md': '' });
    const refused = await sandbox.run(['lint', 'docs']);
    expect(refused).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'mofsec: no .mof or .mfl file in docs (--allow-empty accepts that)\n',
    });
    expect((await sandbox.run(['lint', 'docs', '--allow-empty'])).code).toBe(0);
    expect((await sandbox.run(['lint', '*.mof', '--allow-empty'])).code).toBe(0);
  });

  it('is nothing at all', async () => {
    const { code, stderr } = await new Sandbox().run(['lint']);
    expect(code).toBe(2);
    expect(stderr).toContain("missing required argument 'path'");
  });

  const isRoot = process.getuid?.() === 0;
  it.skipIf(isRoot || process.platform === 'win32')(
    `is a folder or a file without permission${isRoot ? ' (skipped: nothing is forbidden to root)' : ''}`,
    async () => {
      const sandbox = new Sandbox({ 'a.mof': bad, 'locked.mof': bad, 'closed/b.mof': bad });
      chmodSync(sandbox.path('locked.mof'), 0);
      chmodSync(sandbox.path('closed'), 0);
      for (const argument of ['.', '**/*.mof']) {
        const { code, stdout, stderr } = await sandbox.run(['lint', argument]);
        expect(code).toBe(2);
        expect(filesIn(stdout)).toEqual(['a.mof']);
        expect(stderr).toContain('cannot read closed: permission denied');
        expect(stderr).toContain('cannot read locked.mof: permission denied');
      }
      chmodSync(sandbox.path('closed'), 0o755);
    },
  );

  it('is a link that leads nowhere', async () => {
    const sandbox = new Sandbox({ 'a.mof': good });
    symlinkSync('gone.mof', sandbox.path('link.mof'));
    const { code, stderr } = await sandbox.run(['lint', '.']);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot read link.mof: no such file or folder');
  });

  it('is too large', async () => {
    const sandbox = new Sandbox({ 'a.mof': Buffer.alloc(33 * 1024 * 1024, ' ') });
    const { code, stderr } = await sandbox.run(['lint', 'a.mof']);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot read a.mof: it is larger than 32 MiB');
  });

  it('is no text, which is one finding and not hundreds', async () => {
    const sandbox = new Sandbox({
      'a.mof': good,
      'b.mof': Buffer.from('FOMB\x01\0\0\0\x40\0\0\0\x80\0\0\0', 'latin1'),
      'c.mof': Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'),
      'd.mof': bad,
    });
    const { code, stdout, stderr } = await sandbox.run(['lint', '.', '--format=concise']);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^b\.mof:1:1: error syntax: this is binary MOF, .*\nc\.mof:1:1: error syntax: this is a Windows program or driver \(PE\) .*\nd\.mof:2:1: /,
    );
    expect(stderr).toMatch(/in 4 files\n$/);
  });
});

describe('a hostile repository', () => {
  it('cannot write to the terminal through names or contents', async () => {
    const sandbox = new Sandbox({
      '\x1b]0;title\x07\u202e.mof': '"\x1b[2J\u202e" \x9b?\u2028',
      'b\x1b[31m.mof': Buffer.from('FOMB'),
    });
    for (const format of ['pretty', 'concise', 'json']) {
      const { code, stdout, stderr } = await sandbox.run([
        'lint',
        '.',
        'no\x1b.mof',
        '--format',
        format,
      ]);
      expect(code).toBe(2);
      expect(stdout).not.toBe('');
      expect(stdout + stderr).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/u);
    }
  });

  it('cannot put other files of the machine into a report by links', async () => {
    const sandbox = new Sandbox({ 'secret.mof': bad, 'secrets/s.mof': bad, 'repo/a.mof': bad });
    symlinkSync('../secret.mof', sandbox.path('repo/link.mof'));
    symlinkSync('../secrets', sandbox.path('repo/folder'));
    symlinkSync('.', sandbox.path('repo/circle'));
    symlinkSync('a.mof', sandbox.path('repo/z.mof'));
    const { stdout, stderr } = await sandbox.run(['lint', '.', '--format=concise'], {}, 'repo');
    expect(filesIn(stdout)).toEqual(['a.mof']);
    expect(stderr).toContain('skipped link.mof: a symbolic link that leads out of .');
    expect(await lintedFiles(sandbox, ['link.mof'], 'repo')).toEqual(['link.mof']);
  });

  it('is only looked at where it has files', async () => {
    const sandbox = new Sandbox({ 'a.mof': good });
    mkdirSync(sandbox.path('folder.mof'));
    expect((await sandbox.run(['lint', '.'])).code).toBe(0);
  });
});
