import { describe, expect, it } from 'vitest';
import { rules } from '../../src/linter/registry.ts';
import { Sandbox } from './sandbox.ts';

/** Longer than a terminal is wide. */
function overlong(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.length > 80);
}

describe('mofsec rules', () => {
  it('lists every rule', async () => {
    const { code, stdout } = await new Sandbox().run(['rules']);
    expect(code).toBe(0);
    for (const { name, group } of rules) {
      expect(stdout).toContain(`  ${name} `);
      expect(stdout).toContain(`${group}\n`);
    }
    expect(stdout).toContain(`${rules.length} rules. `);
    expect(overlong(stdout)).toEqual([]);
  });

  it('lists them as JSON', async () => {
    const { stdout } = await new Sandbox().run(['rules', '--format', 'json']);
    const { rules: listed } = JSON.parse(stdout) as { readonly rules: readonly object[] };
    expect(listed).toHaveLength(rules.length);
    expect(listed).toContainEqual(
      expect.objectContaining({ name: 'syntax', group: 'syntax', severity: 'error' }),
    );
  });
});

describe('mofsec explain', () => {
  it.each(rules.map(({ name }) => name))('explains %s', async (name) => {
    const { code, stdout } = await new Sandbox().run(['explain', name]);
    expect(code).toBe(0);
    expect(stdout.startsWith(`${name}  (`)).toBe(true);
    for (const part of ['Why', 'Bad', 'Good', 'Source']) expect(stdout).toContain(`\n${part}`);
  });

  it('explains as JSON', async () => {
    const { stdout } = await new Sandbox().run(['explain', 'syntax', '--format=json']);
    const explained = JSON.parse(stdout) as object;
    expect(explained).toMatchObject({
      version: 1,
      rule: { name: 'syntax', severity: 'error', examples: { bad: expect.any(String) as string } },
    });
  });

  it('understands a name in other case or with blanks', async () => {
    const { code } = await new Sandbox().run(['explain', 'Unterminated String']);
    expect(code).toBe(0);
  });

  it.each([
    ['sytnax', 'did you mean syntax?'],
    ['terminated-comment', 'did you mean unterminated-comment?'],
    ['comment', 'did you mean unterminated-comment'],
    ['zzz', 'mofsec rules lists them'],
  ])('advises about %s, which is no rule', async (name, advice) => {
    const { code, stdout, stderr } = await new Sandbox().run(['explain', name]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`mofsec: there is no rule ${name}; ${advice}`);
  });
});
