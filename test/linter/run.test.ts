import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { type Rule, rule } from '../../src/linter/rule.ts';
import { SourceFile } from '../../src/text/source-file.ts';

const documentation = {
  severity: 'warning',
  group: 'syntax',
  summary: '',
  why: '',
  source: '',
  examples: { bad: '', good: '' },
} as const;

/** A rule that speaks about every instance. */
function instanceRule(name: string, more: Partial<Rule> = {}): Rule {
  return rule({
    ...documentation,
    name,
    check: {
      instance({ file, node }, report) {
        report({ file, at: node.className, message: name });
      },
    },
    ...more,
  });
}

function spoken(text: string, rules: readonly Rule[]): readonly string[] {
  return analyze([new SourceFile('a.mof', text)], { rules }).diagnostics.map(
    ({ rule: name, start }) => `${name}@${start}`,
  );
}

const text = 'instance of A { };\ninstance of B { };\n';

describe('the linter', () => {
  test('sorts by place, then severity, then rule', () => {
    const rules = [instanceRule('b'), instanceRule('a'), instanceRule('z', { severity: 'error' })];
    expect(spoken(text, rules)).toEqual(['z@12', 'a@12', 'b@12', 'z@31', 'a@31', 'b@31']);
  });

  test('lets the sharper of two rules speak about a subject', () => {
    const sharp = instanceRule('sharp', {
      supersedes: ['blunt'],
      check: {
        instance({ file, node, className }, report) {
          if (className === 'A') report({ file, at: node, message: 'sharp' });
        },
      },
    });
    expect(spoken(text, [instanceRule('blunt'), sharp])).toEqual(['sharp@0', 'blunt@31']);
  });

  test('takes the subject that a finding names', () => {
    const sharp = instanceRule('sharp', {
      supersedes: ['blunt'],
      check: {
        compilation({ instances }, report) {
          for (const instance of instances.slice(1)) {
            report({ file: instance.file, at: instance.node, message: 'sharp', subject: instance });
          }
        },
      },
    });
    expect(spoken(text, [instanceRule('blunt'), sharp])).toEqual(['blunt@12', 'sharp@19']);
  });

  test('lets a rule speak for the problems of the parser inside its place', () => {
    const escape = instanceRule('bad-escape', { check: 'parser' });
    const sharp = instanceRule('sharp', {
      supersedes: ['bad-escape'],
      check: {
        instance({ file, properties }, report) {
          const value = properties.get('p')?.value;
          if (value !== undefined) report({ file, at: value, message: 'sharp' });
        },
      },
    });
    const paths = 'instance of A { P = "a\\data"; Q = "b\\data"; };';
    expect(spoken(paths, [escape])).toHaveLength(2);
    expect(spoken(paths, [escape, sharp])).toEqual(['sharp@20', 'bad-escape@36']);
  });

  test('is silent about problems whose rule is not asked', () => {
    expect(spoken('instance of', [])).toEqual([]);
  });

  test('says a thing once', () => {
    const twice = instanceRule('twice', {
      check: {
        instance({ file, node }, report) {
          for (let i = 0; i < 2; i++) report({ file, at: node, message: 'twice' });
        },
      },
    });
    expect(spoken(text, [twice])).toEqual(['twice@0', 'twice@19']);
  });

  test('adds the code of the rule where the finding has none', () => {
    const coded = instanceRule('coded', { hresult: '0x80044002' });
    const { diagnostics } = analyze([new SourceFile('a.mof', text)], { rules: [coded] });
    expect(diagnostics[0]?.hresult).toBe('0x80044002');
  });
});
