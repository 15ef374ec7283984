/** Rules by the wish of a user: others than the usual ones, and with another severity than their own. */
import type { Severity } from '../diagnostics/diagnostic.ts';
import { rules } from './registry.ts';
import type { Rule } from './rule.ts';
import { unreadable } from './suppressible.ts';

/** How grave the findings of a rule are to a user; `off`: the rule does not run. */
export type RuleLevel = Severity | 'off';

export const ruleLevels: readonly RuleLevel[] = ['error', 'warning', 'info', 'off'];

/** What a user wants otherwise. Names are those of rules or of groups of rules; one of both is both. */
export interface RuleSelection {
  /** Run these, whatever is usual; undefined leaves it to the usual rules. */
  readonly select?: readonly string[] | undefined;
  /** Do not run these. */
  readonly ignore?: readonly string[] | undefined;
  /** By the name of a rule, which runs with that severity even if it is not a usual one. */
  readonly levels?: ReadonlyMap<string, RuleLevel> | undefined;
}

/**
 * The rules that run, in the order of the registry; `usual` itself where the user wants nothing else. What is said of
 * a rule goes before what is said of its group; of the same weight, `ignore` goes before `levels`, and these before
 * `select`. Names that nothing has do nothing, and rules that {@link isMandatory} says run as they are.
 */
export function adjustRules(usual: readonly Rule[], selection: RuleSelection): readonly Rule[] {
  const { select, ignore = [], levels = new Map<string, RuleLevel>() } = selection;
  if (select === undefined && ignore.length === 0 && levels.size === 0) return usual;
  const selected = new Set(select);
  const ignored = new Set(ignore);
  const usualNames = new Set(usual.map(({ name }) => name));
  const levelOf = ({ name, group, severity }: Rule): RuleLevel => {
    if (ignored.has(name)) return 'off';
    const level = levels.get(name);
    if (level !== undefined) return level;
    if (selected.has(name)) return severity;
    if (ignored.has(group)) return 'off';
    const runs = select === undefined ? usualNames.has(name) : selected.has(group);
    return runs ? severity : 'off';
  };
  return rules.flatMap((rule): readonly Rule[] => {
    if (isMandatory(rule.name)) return [rule];
    const level = levelOf(rule);
    if (level === 'off') return [];
    return [level === rule.severity ? rule : { ...rule, severity: level }];
  });
}

/**
 * Whether a rule always runs with its own severity. Behind an error of syntax the text is not read as it is written,
 * so that a run without these rules would call a file clean of which it has not seen the half.
 */
export function isMandatory(name: string): boolean {
  return unreadable.has(name);
}
