/** What holds for the examples of every rule of a group, beyond what rule-examples.test.ts asks of all rules. */
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/linter/registry.ts';
import type { RuleGroup } from '../../src/linter/rule.ts';
import { analyzing, findingsOf, fixed } from './analysis.ts';

/** Every finding about a text, as `rule: the underlined characters`. */
export function found(text: string): readonly string[] {
  return analyzing(text).diagnostics.map(
    ({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`,
  );
}

/** Each rule speaks alone and once about its bad example, no rule about the good one, and fixes mend. */
export function testExamplesOf(group: RuleGroup): void {
  const ours = rules.filter((rule) => rule.group === group);

  test('the group has rules', () => {
    expect(ours).not.toEqual([]);
  });

  describe.each(ours.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
    test('alone speaks about its bad example, once', () => {
      expect(analyzing(rule.examples.bad).diagnostics.map(({ rule }) => rule)).toEqual([name]);
    });

    test('says nothing about its good example, and neither does another', () => {
      expect(found(rule.examples.good)).toEqual([]);
    });

    test('offers fixes after which it is content', () => {
      for (const { fixes } of findingsOf(name, rule.examples.bad)) {
        for (const fix of fixes) {
          expect(findingsOf(name, fixed(rule.examples.bad, fix))).toEqual([]);
        }
      }
    });
  });
}
