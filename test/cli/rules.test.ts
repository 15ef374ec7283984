import { describe, expect, it } from 'vitest';
import { hresults } from '../../src/diagnostics/hresults.ts';
import { rules } from '../../src/linter/registry.ts';
import { codesOf, groupNames, ruleNamed, rulesIn } from '../../src/linter/rule-facts.ts';
import { ruleGroups } from '../../src/linter/rule-groups.ts';
import { rulePageText } from '../../src/report/rule-page.ts';
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
    expect(listed).toContainEqual(
      expect.objectContaining({
        name: 'missing-semicolon-after-block',
        presets: ['mofcomp', 'recommended', 'strict'],
        fixes: ['safe'],
        hresults: ['0x80044002', '0x80044029'],
      }),
    );
  });

  it('lists the rules of one group', async () => {
    const { code, stdout } = await new Sandbox().run(['rules', '--group', 'method']);
    expect(code).toBe(0);
    expect(stdout.match(/^ {2}\S+/gm)?.map((name) => name.trim())).toEqual(
      rulesIn('method').map(({ name }) => name),
    );
    expect(stdout).toContain('method-parameter-direction  error, fixable\n');
    expect(stdout).toContain('method-array-return         error\n');
  });

  it('lists the rules that a group and a preset have in common', async () => {
    const args = ['rules', '--group', 'syntax', '--preset', 'mofcomp', '--format', 'json'];
    const { stdout } = await new Sandbox().run(args);
    const { rules: listed } = JSON.parse(stdout) as {
      readonly rules: readonly { readonly name: string }[];
    };
    const wanted = rulesIn('syntax').filter(({ severity }) => severity === 'error');
    expect(listed.map(({ name }) => name)).toEqual(wanted.map(({ name }) => name));
  });

  it.each([
    ['metod', 'did you mean method?'],
    ['zzz', `the groups are ${groupNames.join(', ')}`],
  ])('advises about %s, which is no group', async (name, advice) => {
    const { code, stdout, stderr } = await new Sandbox().run(['rules', '--group', name]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`mofsec: there is no group ${name}; ${advice}`);
  });
});

describe('mofsec explain', () => {
  it.each(rules.map(({ name }) => name))('explains %s', async (name) => {
    const { code, stdout } = await new Sandbox().run(['explain', name]);
    expect(code).toBe(0);
    expect(stdout.startsWith(`${name}  (`)).toBe(true);
    const parts = ['Fix  ', 'Presets  ', 'Why', 'Bad', 'Finding', 'Good', 'Sources'];
    for (const part of parts) expect(stdout).toContain(`\n${part}`);
  });

  it('wraps what is prose', async () => {
    const { stdout } = await new Sandbox().run(['explain', 'wql-missing-within']);
    expect(overlong(stdout).filter((line) => !/SELECT|https:/.test(line))).toEqual([]);
  });

  it('says what mofcomp and WMI answer, how it is fixed, and which rules are near', async () => {
    const { stdout } = await new Sandbox().run(['explain', 'creator-sid-null-element']);
    expect(stdout).toContain('\nFix      a suggestion, to be read before it is taken\n');
    expect(stdout).toContain('\nPresets  mofcomp, recommended, strict\n');
    expect(stdout).toContain(
      '\nmofcomp says  0x80044020 WBEMMOF_E_NULL_ARRAY_ELEM\n  NULL elements in an array are not supported.\n',
    );
    expect(stdout).toContain('\n  array-null-element, which is silent where this rule speaks\n');
    const { stdout: other } = await new Sandbox().run(['explain', 'array-null-element']);
    expect(other).toContain('\n  creator-sid-null-element, which speaks instead of this rule\n');
  });

  it('shows what is different where the examples are long', async () => {
    const { stdout } = await new Sandbox().run(['explain', 'filter-query-language-not-wql']);
    expect(stdout).toContain('\nGood, as a difference\n');
    expect(stdout).toContain('\n  -  QueryLanguage = "SQL";\n  +  QueryLanguage = "WQL";\n');
  });

  it('shows further examples with the codes that they get', async () => {
    const { stdout } = await new Sandbox().run(['explain', 'syntax']);
    const shown = [...stdout.matchAll(/^Finding, with (0x[0-9A-F]{8})$/gm)].map(
      ([, code = '']) => code,
    );
    expect([...new Set(shown)].toSorted()).toEqual(
      codesOf(ruleNamed('syntax') ?? expect.unreachable()).toSorted(),
    );
  });

  it.each(['syntax', 'creator-sid-mismatch', 'encoding-unicode-without-bom'])(
    'prints the page of %s',
    async (name) => {
      const { code, stdout } = await new Sandbox().run(['explain', name, '--format', 'markdown']);
      const rule = ruleNamed(name);
      expect(code).toBe(0);
      expect(stdout).toBe(rulePageText(rule ?? expect.unreachable()));
    },
  );

  it('explains as JSON', async () => {
    const { stdout } = await new Sandbox().run(['explain', 'syntax', '--format=json']);
    const explained = JSON.parse(stdout) as object;
    expect(explained).toMatchObject({
      version: 1,
      rule: {
        name: 'syntax',
        severity: 'error',
        presets: ['mofcomp', 'recommended', 'strict'],
        fixes: ['safe', 'suggestion'],
        sources: [{ title: 'WMI Error Constants' }],
        hresults: expect.arrayContaining([
          {
            code: '0x80044009',
            name: 'WBEMMOF_E_EXPECTED_OPEN_PAREN',
            meaning: 'Expected an open parenthesis.',
            origin: 'mofcomp',
          },
        ]) as unknown,
        examples: { bad: expect.any(String) as string },
        supersedes: [],
      },
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

describe('mofsec explain with a code', () => {
  it.each([
    '0x80044009',
    '0X80044009',
    '80044009',
    '-2147205111',
    '2147762185',
    'WBEMMOF_E_EXPECTED_OPEN_PAREN',
    'wbemmof_e_expected_open_paren',
  ])('understands %s', async (text) => {
    const { code, stdout } = await new Sandbox().run(['explain', text]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'mofcomp says  0x80044009 WBEMMOF_E_EXPECTED_OPEN_PAREN',
        '  Expected an open parenthesis.',
        '',
        'Rules that carry it',
        '  syntax  error, fixable',
        '      The text must be MOF.',
        '',
      ].join('\n'),
    );
  });

  it.each(hresults)('explains $code, $name', async ({ code, name }) => {
    const { stdout } = await new Sandbox().run(['explain', code]);
    expect(stdout).toContain(`  ${code} ${name}\n`);
    for (const rule of rules) {
      expect(stdout.includes(`\n  ${rule.name} `)).toBe(codesOf(rule).includes(code));
    }
  });

  it('says so where no rule carries it', async () => {
    const { stdout } = await new Sandbox().run(['explain', '0x8004402F']);
    expect(stdout).toContain('No rule finds what this code complains about.\n');
  });

  it('explains as JSON', async () => {
    const { stdout } = await new Sandbox().run(['explain', '80041089', '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      hresult: {
        code: '0x80041089',
        name: 'WBEM_E_NO_KEY',
        meaning: 'The instance has no key.',
        origin: 'WMI',
        rules: ['instance-without-key', 'consumer-class-no-key', 'consumer-missing-name'],
      },
    });
  });

  it('explains as Markdown', async () => {
    const { stdout } = await new Sandbox().run(['explain', '80044009', '--format', 'markdown']);
    expect(stdout).toContain('## 0x80044009\n');
    expect(stdout).toContain('[syntax](syntax.md)');
  });

  it('knows others from names of rules', async () => {
    const { code, stdout, stderr } = await new Sandbox().run(['explain', '0x80070005']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('mofsec: mofsec does not know the code 0x80070005: ');
  });
});

describe('mofsec explain with a group', () => {
  it.each(groupNames.filter((group) => group !== 'syntax'))('explains %s', async (group) => {
    const { code, stdout } = await new Sandbox().run(['explain', group]);
    expect(code).toBe(0);
    expect(stdout.startsWith(`${ruleGroups[group].title}  (group ${group})\n`)).toBe(true);
    for (const { name } of rulesIn(group)) expect(stdout).toContain(`\n  ${name} `);
    expect(overlong(stdout)).toEqual([]);
  });

  it('takes the name of a rule for that rule', async () => {
    const { stdout } = await new Sandbox().run(['explain', 'syntax']);
    expect(stdout.startsWith('syntax  (error, group syntax)\n')).toBe(true);
  });

  it('explains as JSON', async () => {
    const { stdout } = await new Sandbox().run(['explain', 'Event Access', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      group: { name: 'event-access', title: 'EventAccess and SDDL' },
    });
  });

  it('explains as Markdown', async () => {
    const { stdout } = await new Sandbox().run(['explain', 'method', '--format', 'markdown']);
    expect(stdout.startsWith('## Methods\n')).toBe(true);
    expect(stdout).toContain('[method-duplicate](method-duplicate.md)');
  });

  it('is what an unknown name may mean', async () => {
    const { stderr } = await new Sandbox().run(['explain', 'qualifer']);
    expect(stderr).toContain('did you mean qualifier?');
  });
});
