/** Rules, groups of rules and HRESULTs as people read them in a terminal of eighty columns. */
import { codeFrame } from '../diagnostics/code-frame.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import type { HResult } from '../diagnostics/hresults.ts';
import { presetsOf } from '../linter/presets.ts';
import {
  hresultsOf,
  neighboursOf,
  rulesIn,
  rulesWith,
  supersededRules,
  supersedingRules,
} from '../linter/rule-facts.ts';
import { ruleGroups } from '../linter/rule-groups.ts';
import type { Rule, RuleGroup } from '../linter/rule.ts';
import type { Source } from '../linter/sources.ts';
import { encodingNames, findingsAbout, goodForm, shownText } from '../report/rule-example.ts';
import type { Encoding } from '../text/source-file.ts';
import { wrap } from './wrap.ts';

const indent = '  ';

/** Everything about a rule. */
export function ruleText(rule: Rule): string {
  const { bad, badEncoding, goodEncoding, moreBad = [] } = rule.examples;
  const good = goodForm(rule.examples);
  const parts = [
    `${rule.name}  (${rule.severity}, group ${rule.group})\n`,
    wrap(rule.summary),
    facts(rule),
    `Why\n${wrap(rule.why, { indent })}`,
    `Bad${storedAs(badEncoding)}\n${indented(shownText(bad))}`,
    ...findingsAbout(rule, bad).map(findingText),
    `Good${storedAs(goodEncoding)}${good.language === 'diff' ? ', as a difference' : ''}\n${indented(good.text)}`,
    ...moreBad.flatMap((text) => [
      `Also bad\n${indented(shownText(text))}`,
      ...findingsAbout(rule, text).map(findingText),
    ]),
    ...hresultsOf(rule).map(meaningText),
    ...relatedText(rule),
    `Sources\n${rule.sources.map(sourceText).join('')}`,
  ];
  return parts.join('\n');
}

function storedAs(encoding: Encoding | undefined): string {
  return encoding === undefined ? '' : `, stored as ${encodingNames[encoding]}`;
}

/** What a code means, and the rules that find what it complains about. */
export function hresultText(hresult: HResult): string {
  const carriers = rulesWith(hresult.code);
  return [
    meaningText(hresult),
    carriers.length === 0
      ? 'No rule finds what this code complains about.\n'
      : `Rules that carry it\n${ruleList(carriers)}`,
  ].join('\n');
}

/** What a group is about, and its rules. */
export function groupText(group: RuleGroup): string {
  const { title, about } = ruleGroups[group];
  return [`${title}  (group ${group})\n`, wrap(about), ruleList(rulesIn(group))].join('\n');
}

/** The rules with their severities and fixes, and the summary of each below. */
export function ruleList(rules: readonly Rule[]): string {
  const width = Math.max(0, ...rules.map(({ name }) => name.length));
  return rules
    .map((rule) => {
      const isStrict = presetsOf(rule).every((preset) => preset === 'strict');
      const marks = [
        `${rule.severity}${isStrict ? ' (strict)' : ''}`,
        ...(rule.fixes === undefined ? [] : ['fixable']),
      ];
      return `${indent}${rule.name.padEnd(width)}  ${marks.join(', ')}\n${wrap(rule.summary, { indent: '      ' })}`;
    })
    .join('');
}

const fixTexts: Readonly<Record<Fix['safety'], string>> = {
  safe: 'safe, it changes nothing that was meant',
  suggestion: 'a suggestion, to be read before it is taken',
};

function facts(rule: Rule): string {
  const fixes = (rule.fixes ?? []).map((safety) => fixTexts[safety]).join('; or ');
  return [
    `Fix      ${fixes === '' ? 'none' : fixes}\n`,
    `Presets  ${presetsOf(rule).join(', ')}\n`,
  ].join('');
}

function findingText(diagnostic: Diagnostic): string {
  const { message, hresult } = diagnostic;
  // The first line of a code frame is the message, unwrapped.
  const [, ...frame] = codeFrame(diagnostic, { width: 74 }).split('\n');
  const head = hresult === undefined ? 'Finding' : `Finding, with ${hresult}`;
  return `${head}\n${wrap(message, { indent })}${indented(frame.join('\n'))}`;
}

function meaningText({ code, name, meaning, origin }: HResult): string {
  const verb = origin === 'mofcomp' ? 'says' : 'answers';
  return `${origin} ${verb}  ${code} ${name}\n${wrap(meaning, { indent })}`;
}

function relatedText(rule: Rule): readonly string[] {
  const near = [
    ...supersedingRules(rule).map(({ name }) => `${name}, which speaks instead of this rule`),
    ...supersededRules(rule).map(({ name }) => `${name}, which is silent where this rule speaks`),
  ];
  const lines = near.length > 0 ? near : neighboursOf(rule).map(({ name }) => name);
  return lines.length === 0 ? [] : [`Related\n${indented(lines.join('\n'))}`];
}

function sourceText({ title, address, remark }: Source): string {
  const name = remark === undefined ? title : `${title} (${remark})`;
  return wrap(name, { indent }) + (address === undefined ? '' : `${indent}${indent}${address}\n`);
}

function indented(text: string): string {
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => `${indent}${line}`.trimEnd() + '\n').join('');
}
