/** `mofsec rules`: all rules at a glance. */
import { suggest } from '../../../grammar/mof/suggest.ts';
import { safeJson } from '../../diagnostics/escape.ts';
import {
  defaultPreset,
  type Preset,
  presets,
  presetsOf,
  presetSummaries,
} from '../../linter/presets.ts';
import { rules, rulesOf } from '../../linter/registry.ts';
import { codesOf, groupNames } from '../../linter/rule-facts.ts';
import type { Rule, RuleGroup } from '../../linter/rule.ts';
import { exitCodes, type ExitCode, type Io } from '../io.ts';
import { ruleList } from '../rule-text.ts';
import { UserError } from '../user-error.ts';
import { wrap } from '../wrap.ts';

export interface RulesOptions {
  readonly format: 'text' | 'json';
  /** Undefined lists the rules of all presets. */
  readonly preset?: Preset;
  /** Undefined lists the rules of all groups. */
  readonly group?: string;
}

/** Prints the rules by group, in the order of the registry. */
export function listRules({ format, preset, group }: RulesOptions, io: Io): ExitCode {
  const ofPreset = preset === undefined ? rules : rulesOf(preset);
  const wanted = group === undefined ? undefined : groupNamed(group);
  const listed = ofPreset.filter((rule) => wanted === undefined || rule.group === wanted);
  const legend = preset === undefined && group === undefined ? presetLegend() : '';
  io.stdout.write(format === 'json' ? asJson(listed) : asText(listed) + legend);
  return exitCodes.clean;
}

/** Throws a {@link UserError} when there is none. */
function groupNamed(name: string): RuleGroup {
  const wanted = name.trim().toLowerCase();
  const found = groupNames.find((group) => group === wanted);
  if (found !== undefined) return found;
  const near = suggest(wanted, groupNames);
  throw new UserError(
    near === undefined
      ? `there is no group ${name}; the groups are ${groupNames.join(', ')}`
      : `there is no group ${name}; did you mean ${near}?`,
  );
}

function asJson(listed: readonly Rule[]): string {
  const list = listed.map((rule) => {
    const { name, group, severity, summary, fixes = [] } = rule;
    return {
      name,
      group,
      severity,
      presets: presetsOf(rule),
      fixes,
      summary,
      hresults: codesOf(rule),
    };
  });
  return `${safeJson({ version: 1, rules: list }, 2)}\n`;
}

function asText(listed: readonly Rule[]): string {
  const sections = groupNames.flatMap((group) => {
    const members = listed.filter((rule) => rule.group === group);
    return members.length === 0 ? [] : [`${group}\n${ruleList(members)}`];
  });
  const hint = 'mofsec explain RULE says why a rule matters and shows it at work.';
  return `${sections.join('\n')}\n${listed.length} rules. ${hint}\n`;
}

function presetLegend(): string {
  const width = Math.max(...presets.map((preset) => preset.length));
  const lines = presets.map((preset) => {
    const summary = `${presetSummaries[preset]}${preset === defaultPreset ? ' (the default)' : ''}`;
    return `  ${preset.padEnd(width)}  ${rulesOf(preset).length}\n${wrap(summary, { indent: '      ' })}`;
  });
  return `\nPresets, for mofsec lint --preset\n${lines.join('')}`;
}
