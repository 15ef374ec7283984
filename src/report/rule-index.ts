/** The index of the rules, in Markdown: by group, and by the codes that mofcomp and WMI answer with. */
import type { Severity } from '../diagnostics/diagnostic.ts';
import { type HResult, hresults } from '../diagnostics/hresults.ts';
import { defaultPreset, presets, presetSummaries } from '../linter/presets.ts';
import { rules, rulesOf } from '../linter/registry.ts';
import { groupNames, rulesIn, rulesWith } from '../linter/rule-facts.ts';
import { ruleGroups } from '../linter/rule-groups.ts';
import type { Rule, RuleGroup } from '../linter/rule.ts';
import { anchorOf, codeSpan, link, prose, table } from './markdown.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'WMI or mofcomp refuses it, or it can never work',
  warning: 'a weakness, or a probable mistake',
  info: 'advice',
};

/** The index, ending in a line end. Links lead to the pages of the same folder. */
export function ruleIndexText(): string {
  const parts = [
    '<!-- Written by npm run docs from src/linter/rules -->',
    '# Rules',
    `mofsec has ${rules.length} rules. Each has a page that says what it wants and why, with a bad and a good example, what mofsec reports, what mofcomp or WMI answers, and where that is documented. ${codeSpan('mofsec explain RULE')} says the same in a terminal, ${codeSpan('mofsec rules')} lists them.`,
    table(
      ['Severity', 'Meaning', 'Rules'],
      Object.entries(severities).map(([severity, meaning]) => [
        severity,
        meaning,
        String(rules.filter((rule) => rule.severity === severity).length),
      ]),
    ),
    table(
      ['Preset', 'What it has', 'Rules'],
      presets.map((preset) => [
        preset === defaultPreset ? `**${preset}** (the default)` : `**${preset}**`,
        presetSummaries[preset],
        String(rulesOf(preset).length),
      ]),
    ),
    'A fix is **safe** when it changes nothing that the author of the text meant, and a **suggestion** when a person should read it before it is taken.',
    `To accept a finding, write ${codeSpan('// mofsec-disable-next-line RULE -- the reason')} in the line before it.`,
    '## Groups',
    table(
      ['Group', 'What it is about', 'Rules'],
      groupNames.map((group) => {
        const { title, about } = ruleGroups[group];
        return [link(title, `#${anchorOf(title)}`), prose(about), String(rulesIn(group).length)];
      }),
    ),
    ...groupNames.flatMap(groupSection),
    '## Codes of mofcomp and WMI',
    'What mofcomp prints when it refuses a file, or WMI answers when it is handed the object or the query, and the rules that find the reason.',
    codeTable(hresults),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A group alone, ending in a line end. */
export function groupPage(group: RuleGroup): string {
  return `${groupSection(group).join('\n\n')}\n`;
}

/** A code alone, ending in a line end. */
export function hresultPage(hresult: HResult): string {
  return `## ${hresult.code}\n\n${codeTable([hresult])}\n`;
}

function codeTable(codes: readonly HResult[]): string {
  return table(
    ['Code', 'Name', 'Meaning', 'Rules'],
    codes.map(({ code, name, meaning }) => [
      codeSpan(code),
      codeSpan(name),
      prose(meaning),
      rulesWith(code).map(pageLink).join(', '),
    ]),
  );
}

/** A group with its rules, under a heading. */
function groupSection(group: RuleGroup): readonly string[] {
  const { title, about } = ruleGroups[group];
  return [
    `## ${title}`,
    prose(about),
    table(
      ['Rule', 'Severity', 'Fix', 'What it wants'],
      rulesIn(group).map((rule) => [
        pageLink(rule),
        rule.severity,
        (rule.fixes ?? []).join(', '),
        prose(rule.summary),
      ]),
    ),
  ];
}

function pageLink({ name }: Rule): string {
  return link(name, `${name}.md`);
}
