import { describe, expect, it } from 'vitest';
import { Sandbox } from './sandbox.ts';

const commands = ['lint', 'compile', 'explain', 'rules', 'sid', 'sddl', 'lsp'];

describe('mofsec', () => {
  it.each([['--help'], ...commands.map((name) => [name, '--help'])])(
    'has help that fits a terminal: %s %s',
    async (...args: string[]) => {
      const { code, stdout, stderr } = await new Sandbox().run(args);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain('Usage: mofsec');
      expect(stdout).toContain('Examples:\n  mofsec ');
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    },
  );

  it('has examples that work', async () => {
    const sandbox = new Sandbox();
    for (const name of ['sid', 'sddl', 'rules', 'explain']) {
      const { stdout } = await sandbox.run([name, '--help']);
      const examples = [...stdout.matchAll(/^ {2}mofsec (?<line>[^<\n]+)$/gm)];
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        const args = [...(example.groups?.['line'] ?? '').matchAll(/"(?<quoted>[^"]*)"|\S+/g)].map(
          (match) => match.groups?.['quoted'] ?? match[0],
        );
        expect([args, (await sandbox.run(args)).code]).toEqual([args, 0]);
      }
    }
  });

  it('prints its version', async () => {
    const { code, stdout } = await new Sandbox().run(['--version']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('shows its help on stderr when it is told nothing', async () => {
    const { code, stdout, stderr } = await new Sandbox().run([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: mofsec');
  });

  it.each([
    [['lnit', 'a.mof'], "unknown command 'lnit'\n(Did you mean lint?)"],
    [['lint', '--formt', 'json', 'a.mof'], "unknown option '--formt'\n(Did you mean --format?)"],
    [
      ['lint', '--format', 'xml', 'a.mof'],
      'Allowed choices are pretty, concise, json, jsonl, sarif, ',
    ],
    [['compile', '--emit', 'bmf', 'a.mof'], 'Allowed choices are mof, json.'],
    [['explain'], "missing required argument 'rule'"],
    [['explain', 'a', 'b'], 'too many arguments'],
    [['lsp'], 'how the editor talks to the server'],
    [['lsp', '--stdio', '--socket', '7658'], 'say it once'],
    [['lsp', '--socket', 'x'], '--socket x is no port'],
    [['evil.mof'], 'mofsec: to lint it: mofsec lint evil.mof'],
    [['.'], 'mofsec: to lint it: mofsec lint .'],
  ])('refuses %j with advice', async (args, message) => {
    const { code, stdout, stderr } = await new Sandbox().run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^mofsec: /);
  });

  it('prints no control character of its arguments', async () => {
    const { stderr } = await new Sandbox().run(['\x1b[2J', '\x9b']);
    expect(stderr).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f]/);
  });
});
