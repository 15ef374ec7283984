import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { presets, presetsOf, presetSummaries } from '../../src/linter/presets.ts';
import type { Preset } from '../../src/linter/presets.ts';
import { rules, rulesOf } from '../../src/linter/registry.ts';
import type { Rule } from '../../src/linter/rule.ts';
import { SourceFile } from '../../src/text/source-file.ts';

function names(list: readonly Rule[]): readonly string[] {
  return list.map(({ name }) => name);
}

function said(text: string, preset?: Preset): readonly string[] {
  const options = preset === undefined ? {} : { rules: rulesOf(preset) };
  return analyze([new SourceFile('a.mof', text)], options).diagnostics.map(({ rule }) => rule);
}

describe('the presets', () => {
  test('mofcomp has the errors and nothing else', () => {
    const errors = rules.filter(({ severity }) => severity === 'error');
    expect(names(rulesOf('mofcomp'))).toEqual(names(errors));
  });

  test('recommended has every error and every warning', () => {
    const grave = rules.filter(({ severity }) => severity !== 'info');
    expect(names(rulesOf('recommended'))).toEqual(expect.arrayContaining([...names(grave)]));
  });

  test('recommended has a part of the advice', () => {
    const advice = rules.filter(({ severity }) => severity === 'info');
    const recommended = rulesOf('recommended').filter(({ severity }) => severity === 'info');
    expect(recommended.length).toBeGreaterThan(0);
    expect(recommended.length).toBeLessThan(advice.length);
  });

  test('strict has all rules', () => {
    expect(rulesOf('strict')).toEqual(rules);
  });

  test.each(presets)('%s has the rules that say so', (preset) => {
    expect(rulesOf(preset)).toEqual(rules.filter((rule) => presetsOf(rule).includes(preset)));
    expect(presetSummaries[preset]).not.toBe('');
  });

  test('have the rules of the one before', () => {
    for (const rule of rules)
      expect(presets.slice(-presetsOf(rule).length)).toEqual(presetsOf(rule));
  });

  test('lose no finding to a rule that a smaller preset lacks', () => {
    const byName = new Map(rules.map((rule) => [rule.name, rule]));
    const lost = rules.flatMap((rule) =>
      (rule.supersedes ?? [])
        .flatMap((name) => byName.get(name) ?? [])
        .filter((other) => presetsOf(other).length > presetsOf(rule).length)
        .map(({ name }) => `${rule.name} supersedes ${name}`),
    );
    expect(lost).toEqual([]);
  });

  test.each(rules.map((rule) => [rule.name, rule] as const))(
    'tell of the bad example of %s in each preset that has it, and in no other',
    (name, rule) => {
      const { bad, files = {}, badEncoding } = rule.examples;
      const host = {
        readInclude: (path: string) =>
          Object.hasOwn(files, path) ? new SourceFile(path, files[path] ?? '') : undefined,
      };
      const telling = presets.filter((preset) =>
        analyze([new SourceFile('example.mof', bad, badEncoding)], {
          rules: rulesOf(preset),
          host,
        }).diagnostics.some((diagnostic) => diagnostic.rule === name),
      );
      expect(telling).toEqual(presetsOf(rule));
    },
  );
});

describe('a problem that the parser or the binder finds', () => {
  const text = 'instance of Sample { Path = "C:\\data"; Other = $Nothing; };\n';

  test('is told where its rule is in the preset', () => {
    expect(said(text, 'mofcomp')).toEqual(['alias-undefined']);
    expect(said(text, 'recommended')).toEqual(['bad-escape', 'alias-undefined']);
  });
});

test('an analysis is of the preset recommended where nothing else is asked for', () => {
  const text = 'class Sample\n{\n  string Path = "C:\\data";\n};\n';
  expect(said(text, 'strict')).toEqual(['class-without-key', 'bad-escape']);
  expect(said(text)).toEqual(said(text, 'recommended'));
  expect(said(text)).toEqual(['bad-escape']);
});
