import { describe, expect, test } from 'vitest';
import type { SyntaxProblemCode } from '../../grammar/mof/problem.ts';
import { rules } from '../../src/linter/registry.ts';
import { analyzing } from '../support/analysis.ts';

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const { bad, good, files: onDisk = {}, badEncoding: encoding } = rule.examples;

  test('is yielded by its bad example', () => {
    const { diagnostics } = analyzing(bad, { onDisk, ...(encoding !== undefined && { encoding }) });
    expect(diagnostics.map((diagnostic) => diagnostic.rule)).toContain(name);
  });

  test('has a good example without errors and warnings', () => {
    const { diagnostics } = analyzing(good, { onDisk });
    const complaints = diagnostics.filter(({ severity }) => severity !== 'info');
    expect(complaints.map((diagnostic) => `${diagnostic.rule}: ${diagnostic.message}`)).toEqual([]);
  });

  test('is not yielded by its good example', () => {
    const { diagnostics } = analyzing(good, { onDisk });
    expect(diagnostics.map((diagnostic) => diagnostic.rule)).not.toContain(name);
  });

  test('says what it is about in sentences', () => {
    expect(rule.summary).toMatch(/^.{10,}\.$/s);
    expect(rule.why).toMatch(/^.{10,}\.$/s);
    expect(rule.source).not.toBe('');
    if (rule.hresult !== undefined) expect(rule.hresult).toMatch(/^0x80[0-9A-F]{6}$/);
  });
});

describe('the registry', () => {
  test('has each rule once', () => {
    const names = rules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('has a rule for every problem of the parser', () => {
    const codes: Record<SyntaxProblemCode, true> = {
      syntax: true,
      'unterminated-string': true,
      'unterminated-comment': true,
      'missing-semicolon-after-block': true,
      'typedef-or-enum': true,
      'alias-bad-name': true,
      'alias-embedded': true,
      'array-trailing-comma': true,
      'bad-escape': true,
      'binding-path-unescaped-quotes': true,
      'flavor-unknown': true,
    };
    const documented = new Set(
      rules.filter(({ check }) => check === 'parser').map(({ name }) => name),
    );
    expect([...documented].toSorted()).toEqual(Object.keys(codes).toSorted());
  });

  test('supersedes only rules that exist', () => {
    const names = new Set(rules.map(({ name }) => name));
    const unknown = rules
      .flatMap(({ supersedes = [] }) => supersedes)
      .filter((name) => !names.has(name));
    expect(unknown).toEqual([]);
  });
});
