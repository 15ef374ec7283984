/** Which rules run, from `--preset`, `--select`, `--ignore` and `--rule`. */
import { suggest } from '../../grammar/mof/suggest.ts';
import type { Preset } from '../linter/presets.ts';
import { rules, rulesOf } from '../linter/registry.ts';
import { groupNames } from '../linter/rule-facts.ts';
import { adjustRules, isMandatory, type RuleLevel, ruleLevels } from '../linter/rule-selection.ts';
import type { Rule } from '../linter/rule.ts';
import { UserError } from './user-error.ts';

export interface RuleOptions {
  readonly preset: Preset;
  /** What `--select` says each time: names of rules and groups between commas. */
  readonly select?: readonly string[];
  /** What `--ignore` says each time, likewise. */
  readonly ignore?: readonly string[];
  /** What `--rule` says each time: `NAME:LEVEL`. */
  readonly rule?: readonly string[];
}

/** The rules that run. Throws a {@link UserError} about a name or a level that there is not. */
export function rulesFor({ preset, select, ignore = [], rule = [] }: RuleOptions): readonly Rule[] {
  const ignored = ignore.flatMap((list) => namesIn('--ignore', list));
  for (const name of ignored) if (isMandatory(name)) throw mandatory('--ignore', name);
  return adjustRules(rulesOf(preset), {
    select: select?.flatMap((list) => namesIn('--select', list)),
    ignore: ignored,
    levels: new Map(rule.map(levelIn)),
  });
}

const ruleNames: ReadonlySet<string> = new Set(rules.map(({ name }) => name));

const groups: ReadonlySet<string> = new Set(groupNames);

function namesIn(option: string, list: string): readonly string[] {
  const names = list.split(',').flatMap((name) => {
    const wanted = name.trim().toLowerCase();
    return wanted === '' ? [] : [wanted];
  });
  if (names.length === 0)
    throw new UserError(`${option} names no rule: write ${option} wql,syntax`);
  for (const name of names) {
    if (!ruleNames.has(name) && !groups.has(name)) {
      throw unknown(option, 'rule or group', name, [...ruleNames, ...groups]);
    }
  }
  return names;
}

/** `NAME:LEVEL`; the last one about a rule is what counts. */
function levelIn(text: string): readonly [string, RuleLevel] {
  const colon = text.lastIndexOf(':');
  if (colon === -1) {
    throw new UserError(
      `--rule ${text} lacks a level: write --rule ${text}:${ruleLevels.join('|')}`,
    );
  }
  const name = text.slice(0, colon).trim().toLowerCase();
  const wanted = text
    .slice(colon + 1)
    .trim()
    .toLowerCase();
  if (!ruleNames.has(name)) {
    if (groups.has(name)) {
      throw new UserError(
        `--rule is about one rule, and ${name} is a group: --select ${name} runs it, --ignore ${name} does not`,
      );
    }
    throw unknown('--rule', 'rule', name, ruleNames);
  }
  const level = ruleLevels.find((level) => level === wanted);
  if (level === undefined) throw unknown(`--rule ${name}`, 'level', wanted, ruleLevels);
  if (isMandatory(name)) throw mandatory('--rule', name);
  return [name, level];
}

function unknown(option: string, what: string, name: string, known: Iterable<string>): UserError {
  const near = suggest(name, known);
  const advice =
    near !== undefined
      ? `did you mean ${near}?`
      : what === 'level'
        ? `the levels are ${ruleLevels.join(', ')}`
        : 'mofsec rules lists them';
  return new UserError(`${option}: there is no ${what} ${name}; ${advice}`);
}

function mandatory(option: string, name: string): UserError {
  return new UserError(
    `${option}: ${name} always runs, because what stands behind such an error is not checked`,
  );
}
