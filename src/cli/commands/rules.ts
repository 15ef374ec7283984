/** `mofsec rules`: all rules at a glance. */
import { safeJson } from '../../diagnostics/escape.ts';
import { rules } from '../../linter/registry.ts';
import type { Rule } from '../../linter/rule.ts';
import { exitCodes, type ExitCode, type Io } from '../io.ts';
import { wrap } from '../wrap.ts';

export interface RulesOptions {
  readonly format: 'text' | 'json';
}

/** Prints the rules by group, in the order of the registry. */
export function listRules({ format }: RulesOptions, io: Io): ExitCode {
  io.stdout.write(format === 'json' ? asJson() : asText());
  return exitCodes.clean;
}

function asJson(): string {
  const list = rules.map(({ name, group, severity, summary, hresult }) => ({
    name,
    group,
    severity,
    summary,
    ...(hresult === undefined ? {} : { hresult }),
  }));
  return `${safeJson({ version: 1, rules: list }, 2)}\n`;
}

function asText(): string {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const group = groups.get(rule.group) ?? [];
    group.push(rule);
    groups.set(rule.group, group);
  }
  const nameWidth = Math.max(0, ...rules.map(({ name }) => name.length));
  const sections = [...groups].map(
    ([group, members]) => `${group}\n${members.map((rule) => entry(rule, nameWidth)).join('')}`,
  );
  const hint = 'mofsec explain RULE says why a rule matters and shows it at work.';
  return `${sections.join('\n')}\n${rules.length} rules. ${hint}\n`;
}

/** `  name  severity  summary`, or the summary below where the name leaves it no room. */
function entry({ name, severity, summary }: Rule, nameWidth: number): string {
  const head = `  ${name.padEnd(nameWidth)}  ${severity}\n`;
  return head + wrap(summary, { indent: '      ' });
}
