import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { type Preset, presetsOf } from '../../src/linter/presets.ts';
import { rules, rulesOf } from '../../src/linter/registry.ts';
import { recordResult } from '../support/results.ts';
import {
  readShared,
  readSharedJson,
  sharedIsPresent,
  skippedNote,
} from '../support/shared-files.ts';
import { issueSorts, type IssueSort } from './expected-issues.ts';
import { issueExceptions } from './expected-issue-exceptions.ts';

interface Entry {
  readonly path: string;
  readonly expectedIssues?: readonly string[] | null;
}

const listed = sharedIsPresent
  ? (readSharedJson('corpus/index.json') as readonly Entry[]).flatMap(({ path, expectedIssues }) =>
      (expectedIssues ?? []).map((issue) => ({ path, issue })),
    )
  : [];

const ruleNames = new Set(rules.map(({ name }) => name));
const ruleGroups = new Map(rules.map(({ name, group }) => [name, group]));

function sortOf(issue: string): IssueSort | undefined {
  return issueSorts.find((sort) => sort.issue.test(issue));
}

const said = new Map<string, ReadonlySet<string>>();

/** The rules that speak about a file. */
function rulesFor(path: string, preset: Preset): ReadonlySet<string> {
  const key = `${preset} ${path}`;
  let names = said.get(key);
  if (names === undefined) {
    const { diagnostics } = analyze([readShared(`corpus/${path}`)], { rules: rulesOf(preset) });
    said.set(key, (names = new Set(diagnostics.map(({ rule }) => rule))));
  }
  return names;
}

function speaks(path: string, preset: Preset, wanted: readonly string[] = []): boolean {
  const names = [...rulesFor(path, preset)];
  return wanted.some((rule) =>
    rule.endsWith('*')
      ? names.some((name) => ruleGroups.get(name) === rule.slice(0, -1))
      : names.includes(rule),
  );
}

type Account = 'reported' | 'reported by strict' | 'not reported, with a reason' | 'open';

function accountOf({ path, issue }: (typeof listed)[number]): Account {
  const sort = sortOf(issue);
  if (speaks(path, 'recommended', sort?.rules)) return 'reported';
  if (speaks(path, 'strict', sort?.strict)) return 'reported by strict';
  const isExplained =
    sort?.because !== undefined ||
    issueExceptions.some(
      ({ files, issues }) => files.includes(path) && issues.some((pattern) => pattern.test(issue)),
    );
  return isExplained ? 'not reported, with a reason' : 'open';
}

/** Whether an exception is needed: an entry is listed, and no rule says it. */
function answers(path: string, pattern: RegExp): boolean {
  return listed.some(
    ({ issue, ...entry }) =>
      entry.path === path &&
      pattern.test(issue) &&
      !speaks(path, 'recommended', sortOf(issue)?.rules) &&
      sortOf(issue)?.because === undefined,
  );
}

describe("the reviewer's checklist", () => {
  test('is answered with rules that there are, in the preset that is said', () => {
    const named = issueSorts
      .flatMap(({ rules = [] }) => rules)
      .filter((rule) => !rule.endsWith('*'));
    const strict = issueSorts.flatMap(({ strict = [] }) => strict);
    expect([...named, ...strict].filter((rule) => !ruleNames.has(rule))).toEqual([]);
    const alone = rules.filter((rule) => presetsOf(rule).length === 1).map(({ name }) => name);
    expect(alone).toEqual(expect.arrayContaining(strict));
    expect(named.filter((rule) => alone.includes(rule))).toEqual([]);
  });

  test.skipIf(!sharedIsPresent)(`is answered whole${skippedNote}`, ({ task }) => {
    const accounts = listed.map((entry) => ({ ...entry, account: accountOf(entry) }));
    const count = (wanted: Account): string =>
      `${accounts.filter(({ account }) => account === wanted).length} ${wanted}`;
    recordResult(
      task,
      "reviewer's checklist",
      `${accounts.length} entries: ` +
        [
          count('reported'),
          count('reported by strict'),
          count('not reported, with a reason'),
          count('open'),
        ].join(', '),
    );
    expect(accounts.length).toBeGreaterThan(500);
    const open = accounts.filter(({ account }) => account === 'open');
    expect(open.map(({ path, issue }) => `${path}: ${issue}`)).toEqual([]);
  });

  test.skipIf(!sharedIsPresent)(`has no answer that nobody asks for${skippedNote}`, () => {
    const unasked = issueSorts.filter(
      (sort) => !listed.some(({ issue }) => sortOf(issue) === sort),
    );
    expect(unasked.map(({ issue }) => issue.source)).toEqual([]);
    const idle = issueExceptions.flatMap(({ files, issues }) => [
      ...files.filter((path) => !issues.some((pattern) => answers(path, pattern))),
      ...issues
        .filter((pattern) => !files.some((path) => answers(path, pattern)))
        .map(({ source }) => source),
    ]);
    expect(idle).toEqual([]);
  });
});
