/** `mofsec explain`: everything about one rule. */
import { suggest } from '../../../grammar/mof/suggest.ts';
import { safeJson } from '../../diagnostics/escape.ts';
import { rules } from '../../linter/registry.ts';
import type { Rule } from '../../linter/rule.ts';
import { exitCodes, type ExitCode, type Io } from '../io.ts';
import { complain } from '../messages.ts';
import { wrap } from '../wrap.ts';

export interface ExplainOptions {
  readonly format: 'text' | 'json';
}

/** Explains the rule of that name; a name in other case or with blanks is understood. */
export function explain(name: string, { format }: ExplainOptions, io: Io): ExitCode {
  const wanted = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  const rule = rules.find((rule) => rule.name === wanted);
  if (rule === undefined) {
    complain(io, unknownRule(name, wanted));
    return exitCodes.failure;
  }
  io.stdout.write(format === 'json' ? asJson(rule) : asText(rule));
  return exitCodes.clean;
}

function unknownRule(name: string, wanted: string): string {
  const names = rules.map((rule) => rule.name);
  const near = suggest(wanted, names);
  const contain = names.filter((candidate) => wanted.length > 2 && candidate.includes(wanted));
  const guesses = near === undefined ? contain.slice(0, 5) : [near];
  const advice =
    guesses.length > 0 ? `did you mean ${guesses.join(', ')}?` : 'mofsec rules lists them';
  return `there is no rule ${name}; ${advice}`;
}

function asJson(rule: Rule): string {
  const { name, group, severity, summary, why, source, hresult, examples } = rule;
  const value = {
    version: 1,
    rule: {
      name,
      group,
      severity,
      summary,
      why,
      source,
      ...(hresult === undefined ? {} : { hresult }),
      examples,
      supersedes: rule.supersedes ?? [],
      supersededBy: supersededBy(rule),
    },
  };
  return `${safeJson(value, 2)}\n`;
}

function asText(rule: Rule): string {
  const indent = '  ';
  const related = relatedTo(rule);
  const parts = [
    `${rule.name}  (${rule.severity}, group ${rule.group})\n`,
    wrap(rule.summary),
    `Why\n${wrap(rule.why, { indent })}`,
    `Bad\n${code(rule.examples.bad, indent)}`,
    `Good\n${code(rule.examples.good, indent)}`,
    ...(rule.hresult === undefined ? [] : [`mofcomp or WMI says  ${rule.hresult}\n`]),
    `Source  ${rule.source}\n`,
    ...(related.length === 0 ? [] : [`Related\n${wrap(related.join(', '), { indent })}`]),
  ];
  return parts.join('\n');
}

function code(text: string, indent: string): string {
  const lines = text
    .replaceAll('\r\n', '\n')
    .replaceAll(/^\n+|\s+$/g, '')
    .split('\n');
  return lines.map((line) => `${indent}${line}`.trimEnd() + '\n').join('');
}

/** The rules that it silences and that silence it, else the others of a small group. */
function relatedTo(rule: Rule): readonly string[] {
  const near = [...(rule.supersedes ?? []), ...supersededBy(rule)];
  if (near.length > 0) return [...new Set(near)];
  const group = rules.filter((other) => other.group === rule.group && other !== rule);
  return group.length <= 8 ? group.map(({ name }) => name) : [];
}

function supersededBy(rule: Rule): readonly string[] {
  return rules.flatMap((other) => (other.supersedes?.includes(rule.name) ? [other.name] : []));
}
