/** Which rules `mofsec lint` runs, what it shows and counts, and what it ends with. */
import { describe, expect, it } from 'vitest';
import { bad, good, Sandbox } from './sandbox.ts';

/** One finding of bad-escape, two of octal-literal. */
const untidy = `class Sample
{
  [key] string Name;
  string One = "C:\\Program";
  sint32 Two = 010;
  sint32 Three = 020;
};
`;

async function rulesFound(sandbox: Sandbox, args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await sandbox.run(['lint', '.', '--format', 'concise', ...args]);
  return [...stdout.matchAll(/^\S+: (\w+ [\w-]+): /gm)].map(([, found = '']) => found);
}

describe('--select and --ignore', () => {
  const sandbox = (): Sandbox => new Sandbox({ 'a.mof': untidy });

  it('say which rules run, by name or by group', async () => {
    const all = await rulesFound(sandbox(), []);
    expect(all).toContain('warning bad-escape');
    expect(all.some((found) => found.endsWith('octal-literal'))).toBe(true);
    const ofType = all.filter((found) => found.endsWith('octal-literal'));
    expect(await rulesFound(sandbox(), ['--select', 'octal-literal'])).toEqual(ofType);
    expect(await rulesFound(sandbox(), ['--select', 'type, wql'])).toEqual(ofType);
    expect(await rulesFound(sandbox(), ['--select', 'wql', '--select', 'TYPE'])).toEqual(ofType);
    expect(await rulesFound(sandbox(), ['--ignore', 'bad-escape'])).toEqual(ofType);
    expect(await rulesFound(sandbox(), ['--ignore', 'bad-escape,type'])).toEqual([]);
  });

  it('never hide an error of syntax', async () => {
    const broken = new Sandbox({ 'a.mof': bad });
    expect(await rulesFound(broken, ['--select', 'wql'])).toContain('error syntax');
    const { code } = await broken.run(['lint', '.', '--select', 'wql']);
    expect(code).toBe(1);
  });
});

describe('--rule', () => {
  it('gives a rule another severity, or none', async () => {
    const sandbox = new Sandbox({ 'a.mof': untidy });
    const escapes = async (...args: readonly string[]): Promise<readonly string[]> =>
      (await rulesFound(sandbox, args)).filter((found) => found.endsWith('bad-escape'));
    expect(await escapes()).toEqual(['warning bad-escape']);
    expect(await escapes('--rule', 'bad-escape:error')).toEqual(['error bad-escape']);
    expect(await escapes('--rule', 'bad-escape:error', '--rule', 'Bad-Escape:OFF')).toEqual([]);
    const info = ['--select', 'bad-escape', '--rule', 'bad-escape:info'];
    expect(await escapes(...info)).toEqual(['info bad-escape']);
    expect((await sandbox.run(['lint', '.', ...info])).code).toBe(0);
  });

  it('runs a rule that the preset does not have', async () => {
    const sandbox = new Sandbox({ 'a.mof': untidy });
    const args = ['--preset', 'mofcomp', '--rule', 'bad-escape:warning'];
    expect(await rulesFound(sandbox, args)).toContain('warning bad-escape');
    expect(await rulesFound(sandbox, args.slice(0, 2))).not.toContain('warning bad-escape');
  });
});

describe('names that there are not', () => {
  it.each([
    [['--select', 'crator-sid'], 'no rule or group crator-sid; did you mean creator-sid?'],
    [['--ignore', 'wql,bad-escpae'], 'no rule or group bad-escpae; did you mean bad-escape?'],
    [['--ignore', 'zzzzzzzz'], 'no rule or group zzzzzzzz; mofsec rules lists them'],
    [['--select', ' , '], '--select names no rule'],
    [['--rule', 'bad-escpae:off'], 'no rule bad-escpae; did you mean bad-escape?'],
    [['--rule', 'bad-escape:eror'], 'no level eror; did you mean error?'],
    [['--rule', 'bad-escape:2'], 'no level 2; the levels are error, warning, info, off'],
    [['--rule', 'bad-escape'], '--rule bad-escape lacks a level'],
    [['--rule', 'wql:off'], '--ignore wql'],
    [['--rule', '__proto__:off'], 'no rule __proto__'],
    [['--rule', 'syntax:off'], 'syntax always runs'],
    [['--ignore', 'unterminated-string'], 'unterminated-string always runs'],
    [['--severity', 'fatal'], 'Allowed choices are error, warning, info.'],
    [['--max-warnings', '-1'], 'It must be a whole number, 0 or more.'],
    [['--max-warnings', 'many'], 'It must be a whole number, 0 or more.'],
  ])('are refused with advice: %j', async (args, message) => {
    const sandbox = new Sandbox({ 'a.mof': good });
    const { code, stdout, stderr } = await sandbox.run(['lint', 'a.mof', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^mofsec: /);
  });
});

describe('--severity', () => {
  it('shows and counts nothing that is less grave', async () => {
    const sandbox = new Sandbox({ 'a.mof': untidy, 'b.mof': bad });
    const { code, stderr } = await sandbox.run(['lint', '.', '--severity', 'error']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\d+ errors? in 2 files\n/);
    const found = await rulesFound(sandbox, ['--severity', 'error']);
    expect(found.filter((text) => !text.startsWith('error '))).toEqual([]);
    const alone = await sandbox.run(['lint', 'a.mof', '--severity', 'error']);
    expect(alone).toEqual({ ...alone, code: 0, stdout: '', stderr: '1 file, no problems\n' });
  });
});

describe('--max-warnings', () => {
  const args = ['lint', '.', '--rule', 'octal-literal:warning', '--max-warnings'];

  it('allows so many warnings and no more', async () => {
    const sandbox = new Sandbox({ 'a.mof': untidy });
    const count = (await rulesFound(sandbox, [])).length;
    expect(count).toBeGreaterThan(1);
    expect((await sandbox.run([...args, `${count}`])).code).toBe(0);
    const above = await sandbox.run([...args, `${count - 1}`]);
    expect(above.code).toBe(1);
    expect(above.stderr).toContain(
      `mofsec: ${count} warnings are more than the ${count - 1} of --max-warnings\n`,
    );
  });

  it('allows no error', async () => {
    const sandbox = new Sandbox({ 'a.mof': bad });
    expect((await sandbox.run([...args, '1000'])).code).toBe(1);
  });
});

describe('--statistics', () => {
  it('counts the findings of each rule on stderr, the most first', async () => {
    const sandbox = new Sandbox({ 'a.mof': untidy });
    const args = ['lint', '.', '--statistics', '--select', 'bad-escape,octal-literal'];
    const { stdout, stderr } = await sandbox.run([...args, '--format', 'json', '--quiet']);
    expect(JSON.parse(stdout)).toHaveProperty('diagnostics');
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^2 {2}\w+ +octal-literal/);
    expect(lines[1]).toBe('1  warning  bad-escape  (1 can be fixed with --fix --unsafe-fixes)');
  });

  it('says nothing where nothing is found', async () => {
    const { stderr } = await new Sandbox({ 'a.mof': good }).run(['lint', '.', '--statistics']);
    expect(stderr).toBe('1 file, no problems\n');
  });
});
