import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { rules, rulesOf } from '../../src/linter/registry.ts';
import { adjustRules, type RuleSelection } from '../../src/linter/rule-selection.ts';
import { SourceFile } from '../../src/text/source-file.ts';

const usual = rulesOf('recommended');
const mandatory = ['syntax', 'unterminated-string', 'unterminated-comment'];

function namesWith(selection: RuleSelection): readonly string[] {
  return adjustRules(usual, selection).map(({ name }) => name);
}

const names = usual.map(({ name }) => name);
const strictOnly = rules.find((rule) => !usual.includes(rule) && rule.group === 'wql');

describe('adjustRules', () => {
  test('gives the usual rules themselves when nothing is wanted', () => {
    expect(adjustRules(usual, {})).toBe(usual);
  });

  test('runs the selected groups and rules of all presets, and what finds errors of syntax', () => {
    const wql = rules.filter(({ group }) => group === 'wql').map(({ name }) => name);
    expect(strictOnly).toBeDefined();
    expect(namesWith({ select: ['wql', 'type-misspelt'] })).toEqual(
      rules
        .map(({ name }) => name)
        .filter((name) => [...mandatory, ...wql, 'type-misspelt'].includes(name)),
    );
    expect(namesWith({ select: [] })).toEqual(mandatory);
  });

  test('leaves out the ignored ones, but never what finds errors of syntax', () => {
    const isWql = (name: string): boolean =>
      rules.find((rule) => rule.name === name)?.group === 'wql';
    expect(namesWith({ ignore: ['wql'] })).toEqual(names.filter((name) => !isWql(name)));
    expect(namesWith({ ignore: ['syntax'] })).toEqual(expect.arrayContaining(mandatory));
    expect(namesWith({ ignore: ['syntax'] })).not.toContain('bad-escape');
  });

  test('lets a rule go before its group, and ignoring before selecting', () => {
    expect(namesWith({ select: ['wql-missing-where'], ignore: ['wql'] })).toContain(
      'wql-missing-where',
    );
    expect(namesWith({ select: ['wql'], ignore: ['wql-missing-where'] })).not.toContain(
      'wql-missing-where',
    );
    expect(namesWith({ select: ['wql'], ignore: ['wql'] })).toEqual(mandatory);
  });

  test('gives severities, which the findings have', () => {
    const file = new SourceFile('a.mof', 'class A { [key] string Name; sint32 B = 010; };');
    const severities = (selection: RuleSelection): readonly string[] =>
      analyze([file], { rules: adjustRules(usual, selection) })
        .diagnostics.filter(({ rule }) => rule === 'octal-literal')
        .map(({ severity }) => severity);
    const [own] = severities({});
    expect(own).toBeDefined();
    for (const level of ['error', 'warning', 'info'] as const) {
      expect(severities({ levels: new Map([['octal-literal', level]]) })).toEqual([level]);
    }
    expect(severities({ levels: new Map([['octal-literal', 'off']]) })).toEqual([]);
    expect(rules.find(({ name }) => name === 'octal-literal')?.severity).toBe(own);
  });

  test('runs a rule that has a level, also one that is not usual or not selected', () => {
    const name = strictOnly?.name ?? '';
    expect(namesWith({ levels: new Map([[name, 'error']]) })).toContain(name);
    expect(namesWith({ select: ['type'], levels: new Map([[name, 'error']]) })).toContain(name);
    expect(namesWith({ ignore: [name], levels: new Map([[name, 'error']]) })).not.toContain(name);
  });

  test('keeps errors of syntax as they are', () => {
    const off = new Map(mandatory.map((name) => [name, 'off'] as const));
    expect(adjustRules(usual, { levels: off })).toEqual(usual);
  });
});
