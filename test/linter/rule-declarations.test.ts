/** What rules declare about their fixes and HRESULTs is what their findings bring; the documentation relies on it. */
import { describe, expect, test } from 'vitest';
import { hresultOf } from '../../src/diagnostics/hresults.ts';
import { rules } from '../../src/linter/registry.ts';
import { codesOf } from '../../src/linter/rule-facts.ts';
import type { Rule } from '../../src/linter/rule.ts';
import { analyzing } from '../support/analysis.ts';
import { readShared, sharedFiles, sharedIsPresent, skippedNote } from '../support/shared-files.ts';
import { analyze } from '../../src/analyze.ts';

/** The findings of a rule about each of its bad examples. */
function findingsOfExamples({ name, examples }: Rule) {
  const { bad, moreBad = [], files: onDisk = {}, badEncoding: encoding } = examples;
  return [bad, ...moreBad].map((text) =>
    analyzing(text, { onDisk, ...(encoding !== undefined && { encoding }) }).diagnostics.filter(
      ({ rule }) => rule === name,
    ),
  );
}

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
  const findings = findingsOfExamples(rule);

  test('is yielded by all its bad examples', () => {
    expect(findings.filter((found) => found.length === 0)).toEqual([]);
  });

  test('declares the fixes that its examples are offered', () => {
    const offered = findings.flat().flatMap(({ fixes }) => fixes.map(({ safety }) => safety));
    expect([...new Set(offered)].toSorted()).toEqual((rule.fixes ?? []).toSorted());
  });

  test('declares the HRESULTs that its examples carry', () => {
    const carried = findings.flat().flatMap(({ hresult }) => hresult ?? []);
    expect([...new Set(carried)].toSorted()).toEqual(codesOf(rule).toSorted());
  });

  test('carries HRESULTs that have a name', () => {
    expect(codesOf(rule).filter((code) => hresultOf(code) === undefined)).toEqual([]);
  });
});

/** What the findings about files bring that their rules do not declare. */
function undeclaredIn(files: readonly string[]): readonly string[] {
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  const undeclared = files
    .flatMap((file) => analyze([readShared(file)], { rules }).diagnostics)
    .flatMap(({ rule: name, hresult, fixes }) => {
      const rule = byName.get(name);
      if (rule === undefined) return [];
      const codes = hresult === undefined || codesOf(rule).includes(hresult) ? [] : [hresult];
      const safeties = fixes
        .map(({ safety }) => safety)
        .filter((safety) => rule.fixes?.includes(safety) !== true);
      return [...codes, ...safeties].map((what) => `${name}: ${what}`);
    });
  return [...new Set(undeclared)];
}

describe.skipIf(!sharedIsPresent)(`findings about real files${skippedNote}`, () => {
  test.each(['corpus/subscriptions', 'corpus/providers', 'corpus/misc', 'cases'])(
    'of %s bring what their rules declare',
    (folder) => {
      expect(undeclaredIn(sharedFiles(folder))).toEqual([]);
    },
    60_000,
  );
});
