import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SyntaxProblemCode } from '../../grammar/mof/problem.ts';
import { rules } from '../../src/linter/registry.ts';
import type { Encoding } from '../../src/text/source-file.ts';
import { analyzing } from '../support/analysis.ts';
import { projectRoot, workTreeFiles } from '../support/work-tree.ts';

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const { bad, good, files: onDisk = {}, badEncoding, goodEncoding } = rule.examples;
  const storedAs = (encoding: Encoding | undefined) => ({
    onDisk,
    ...(encoding !== undefined && { encoding }),
  });

  test('is yielded by its bad example', () => {
    const { diagnostics } = analyzing(bad, storedAs(badEncoding));
    expect(diagnostics.map((diagnostic) => diagnostic.rule)).toContain(name);
  });

  test('has a good example without errors and warnings', () => {
    const { diagnostics } = analyzing(good, storedAs(goodEncoding));
    const complaints = diagnostics.filter(({ severity }) => severity !== 'info');
    expect(complaints.map((diagnostic) => `${diagnostic.rule}: ${diagnostic.message}`)).toEqual([]);
  });

  test('is not yielded by its good example', () => {
    const { diagnostics } = analyzing(good, storedAs(goodEncoding));
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
      'carrier-comment': true,
      'carrier-doubled-backslashes': true,
      'carrier-escaped-text': true,
      'carrier-event-log': true,
      'carrier-host-code': true,
      'carrier-html': true,
      'carrier-invisible-characters': true,
      'carrier-line-marks': true,
      'carrier-lost-alias': true,
      'carrier-lost-backslashes': true,
      'carrier-lost-blanks': true,
      'carrier-lost-hash': true,
      'carrier-markdown': true,
      'carrier-placeholder': true,
      'carrier-typographic-quotes': true,
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

describe('the folders of rules', () => {
  const folder = 'src/linter/rules/';
  const files = workTreeFiles().filter((file) => file.startsWith(folder));

  test.each(files)('%s is one rule of that name and group, and nothing else', async (file) => {
    const { dir: group, base } = path.posix.parse(file.slice(folder.length));
    const exported: unknown = await import(path.join(projectRoot, file));
    const values: readonly unknown[] = Object.values(exported ?? {});
    const [rule] = values;
    expect(Object.keys(exported ?? {})).toEqual(['default']);
    expect(rule).toMatchObject({ group });
    expect(rules.find((registered) => registered === rule)?.name).toBe(base.replace(/\.ts$/, ''));
  });

  test('hold all rules', () => {
    expect(files.map((file) => path.posix.basename(file, '.ts')).toSorted()).toEqual(
      rules.map(({ name }) => name).toSorted(),
    );
  });
});
