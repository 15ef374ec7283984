/** A rule as SARIF describes it: what a service for code scanning shows beside a finding. */
import type { ReportingDescriptor } from 'sarif';
import { presetsOf } from '../linter/presets.ts';
import { ruleNamed } from '../linter/rule-facts.ts';
import type { Rule, RuleGroup } from '../linter/rule.ts';
import { helpAddress } from './help-address.ts';
import { ruleHelpText } from './rule-page.ts';
import { sarifLevels } from './sarif-results.ts';

/** The groups that are about who may do what, and about what attackers do; services list those findings apart. */
const securityGroups: ReadonlySet<RuleGroup> = new Set(['event-access', 'suspicious', 'namespace']);

/** The description of a rule by its name; a name that no rule has stands alone. */
export function reportingDescriptor(name: string): ReportingDescriptor {
  const rule = ruleNamed(name);
  return rule === undefined ? { id: name } : descriptorOf(rule);
}

function descriptorOf(rule: Rule): ReportingDescriptor {
  const { name, group, severity, summary, why } = rule;
  const address = helpAddress(rule);
  return {
    id: name,
    name: pascalCase(name),
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: helpText(rule), markdown: ruleHelpText(rule) },
    ...(address !== undefined && { helpUri: address }),
    defaultConfiguration: { level: sarifLevels[severity] },
    properties: { group, presets: presetsOf(rule), tags: tagsOf(rule) },
  };
}

/** `CreatorSidMismatch`: SARIF wants a name that differs from the identifier, and for people. */
function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

/** For viewers that do not show Markdown. */
function helpText({ name, summary, why, sources }: Rule): string {
  const pages = sources.map(({ title, address }) =>
    address === undefined ? title : `${title}: ${address}`,
  );
  return [summary, why, pages.join('\n'), `mofsec explain ${name} shows examples.`].join('\n\n');
}

function tagsOf({ group, tag }: Rule): string[] {
  return [
    group,
    ...(securityGroups.has(group) ? ['security'] : []),
    ...(tag === undefined ? [] : [tag]),
  ];
}
