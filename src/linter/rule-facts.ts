/** What follows from a rule and its neighbours, for those who explain it. */
import { hresultOf, type HResult } from '../diagnostics/hresults.ts';
import { rules } from './registry.ts';
import type { Rule, RuleGroup } from './rule.ts';

/** The rule of that name. */
export function ruleNamed(name: string): Rule | undefined {
  return rules.find((rule) => rule.name === name);
}

/** The groups in the order of the registry. */
export const groupNames: readonly RuleGroup[] = [...new Set(rules.map(({ group }) => group))];

/** The rules of a group, in the order of the registry. */
export function rulesIn(group: RuleGroup): readonly Rule[] {
  return rules.filter((rule) => rule.group === group);
}

/** The codes that findings of a rule carry, the usual one first. */
export function codesOf({ hresult, hresults = [] }: Rule): readonly string[] {
  return [...new Set([...(hresult === undefined ? [] : [hresult]), ...hresults])];
}

/** The same with their names and meanings. */
export function hresultsOf(rule: Rule): readonly HResult[] {
  return codesOf(rule).flatMap((code) => hresultOf(code) ?? []);
}

/** The rules whose findings carry a code. */
export function rulesWith(code: string): readonly Rule[] {
  return rules.filter((rule) => codesOf(rule).includes(code));
}

/** The rules that stay silent where this one speaks. */
export function supersededRules(rule: Rule): readonly Rule[] {
  return (rule.supersedes ?? []).flatMap((name) => ruleNamed(name) ?? []);
}

/** The rules where this one stays silent. */
export function supersedingRules({ name }: Rule): readonly Rule[] {
  return rules.filter((other) => other.supersedes?.includes(name));
}

/** A group with more rules than this says nothing about what is near. */
const maxNeighbours = 7;

/** The other rules of a small group. */
export function neighboursOf(rule: Rule): readonly Rule[] {
  const others = rulesIn(rule.group).filter((other) => other !== rule);
  return others.length <= maxNeighbours ? others : [];
}
