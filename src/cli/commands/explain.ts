/** `mofsec explain`: everything about a rule, a group of rules, or a code of mofcomp or WMI. */
import { suggest } from '../../../grammar/mof/suggest.ts';
import { safeJson } from '../../diagnostics/escape.ts';
import { type HResult, hresultOf, readHResult } from '../../diagnostics/hresults.ts';
import { presetsOf } from '../../linter/presets.ts';
import { rules } from '../../linter/registry.ts';
import {
  groupNames,
  hresultsOf,
  ruleNamed,
  rulesIn,
  rulesWith,
  supersededRules,
  supersedingRules,
} from '../../linter/rule-facts.ts';
import { ruleGroups } from '../../linter/rule-groups.ts';
import type { Rule, RuleGroup } from '../../linter/rule.ts';
import { groupPage, hresultPage } from '../../report/rule-index.ts';
import { rulePageText } from '../../report/rule-page.ts';
import { exitCodes, type ExitCode, type Io } from '../io.ts';
import { complain } from '../messages.ts';
import { groupText, hresultText, ruleText } from '../rule-text.ts';

export interface ExplainOptions {
  readonly format: 'text' | 'json' | 'markdown';
}

/** What there is to explain, in each format. */
interface Explanation {
  readonly text: () => string;
  readonly markdown: () => string;
  readonly json: () => object;
}

/**
 * Explains what is called by that name: a rule, a group, or an HRESULT as a number or a name. Other case and blanks
 * are understood. Where a rule and a group have the same name it is the rule.
 */
export function explain(name: string, { format }: ExplainOptions, io: Io): ExitCode {
  const wanted = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  const code = readHResult(name.trim());
  const explanation = ofRule(wanted) ?? ofGroup(wanted) ?? ofHResult(code);
  if (explanation === undefined) {
    complain(io, code === undefined ? unknownName(name, wanted) : unknownCode(code));
    return exitCodes.failure;
  }
  io.stdout.write(
    format === 'json'
      ? `${safeJson({ version: 1, ...explanation.json() }, 2)}\n`
      : explanation[format](),
  );
  return exitCodes.clean;
}

function ofRule(name: string): Explanation | undefined {
  const rule = ruleNamed(name);
  return (
    rule && {
      text: () => ruleText(rule),
      markdown: () => rulePageText(rule),
      json: () => ({ rule: ruleJson(rule) }),
    }
  );
}

function ofGroup(name: string): Explanation | undefined {
  const group = groupNames.find((group) => group === name);
  return (
    group && {
      text: () => groupText(group),
      markdown: () => groupPage(group),
      json: () => ({ group: groupJson(group) }),
    }
  );
}

function ofHResult(code: string | undefined): Explanation | undefined {
  const hresult = code === undefined ? undefined : hresultOf(code);
  return (
    hresult && {
      text: () => hresultText(hresult),
      markdown: () => hresultPage(hresult),
      json: () => ({ hresult: hresultJson(hresult) }),
    }
  );
}

function unknownName(name: string, wanted: string): string {
  const names = rules.map((rule) => rule.name);
  const near = suggest(wanted, [...names, ...groupNames]);
  const contain = names.filter((candidate) => wanted.length > 2 && candidate.includes(wanted));
  const guesses = near === undefined ? contain.slice(0, 5) : [near];
  const advice =
    guesses.length > 0 ? `did you mean ${guesses.join(', ')}?` : 'mofsec rules lists them';
  return `there is no rule ${name}; ${advice}`;
}

function unknownCode(code: string): string {
  return `mofsec does not know the code ${code}: no rule carries it, and it is none of mofcomp's own (0x80044001 to 0x80044031)`;
}

function ruleJson(rule: Rule): object {
  const { name, group, severity, summary, why, sources, fixes = [], examples } = rule;
  return {
    name,
    group,
    severity,
    presets: presetsOf(rule),
    fixes,
    summary,
    why,
    sources,
    hresults: hresultsOf(rule),
    examples,
    supersedes: supersededRules(rule).map(({ name }) => name),
    supersededBy: supersedingRules(rule).map(({ name }) => name),
  };
}

function groupJson(group: RuleGroup): object {
  return { name: group, ...ruleGroups[group], rules: rulesIn(group).map(({ name }) => name) };
}

function hresultJson(hresult: HResult): object {
  return { ...hresult, rules: rulesWith(hresult.code).map(({ name }) => name) };
}
