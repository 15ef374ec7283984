/** The page of a rule, in Markdown: everything that a reader of a finding wants to know next. */
import { codeFrame } from '../diagnostics/code-frame.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { presetsOf } from '../linter/presets.ts';
import {
  codesOf,
  hresultsOf,
  neighboursOf,
  supersededRules,
  supersedingRules,
} from '../linter/rule-facts.ts';
import { ruleGroups } from '../linter/rule-groups.ts';
import type { Rule } from '../linter/rule.ts';
import type { Source } from '../linter/sources.ts';
import { anchorOf, codeBlock, codeSpan, link, prose, table } from './markdown.ts';
import {
  afterFix,
  diffOf,
  encodingNames,
  exampleName,
  findingsAbout,
  goodForm,
  shownText,
} from './rule-example.ts';

/** The page, ending in a line end. Links lead to other pages of the same folder and to the index, README.md. */
export function rulePageText(rule: Rule): string {
  const parts = [
    `<!-- Written by npm run docs from src/linter/rules/${rule.group}/${rule.name}.ts -->`,
    `# ${rule.name}`,
    prose(rule.summary),
    facts(rule),
    ...explanation(rule),
    ...relatedSection(rule),
    ...sourcesSection(rule),
    '---',
    `In a terminal: ${codeSpan(`mofsec explain ${rule.name}`)}. ${link('All rules', 'README.md')}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What the page says, for a reader who does not have the others: no link in it leads to one of them. */
export function ruleHelpText(rule: Rule): string {
  const parts = [prose(rule.summary), ...explanation(rule), ...sourcesSection(rule)];
  return `${parts.join('\n\n')}\n`;
}

function explanation(rule: Rule): readonly string[] {
  return [
    '## Why',
    prose(rule.why),
    ...badExample(rule),
    ...goodExample(rule),
    ...fixSection(rule),
    ...moreExamples(rule),
    ...hresultSection(rule),
  ];
}

function sourcesSection({ sources }: Rule): readonly string[] {
  return ['## Sources', list(sources.map(sourceText))];
}

function facts(rule: Rule): string {
  const { title } = ruleGroups[rule.group];
  return table(
    ['Severity', 'Group', 'Fix', 'Presets', 'HRESULT'],
    [
      [
        rule.severity,
        link(title, `README.md#${anchorOf(title)}`),
        (rule.fixes ?? ['none']).join(', '),
        presetsOf(rule).join(', '),
        codesText(rule),
      ],
    ],
  );
}

/** More codes than this stand in the table below only. */
const maxCodes = 3;

function codesText(rule: Rule): string {
  const codes = codesOf(rule);
  if (codes.length > maxCodes) return link(`${codes.length} codes`, '#hresult');
  return codes.length === 0 ? 'none' : codes.map(codeSpan).join(', ');
}

function badExample(rule: Rule): readonly string[] {
  const { bad, badEncoding, files = {} } = rule.examples;
  return [
    '## Bad',
    codeBlock('mof', shownText(bad)),
    ...(badEncoding === undefined ? [] : [`The text is stored as ${encodingNames[badEncoding]}.`]),
    ...besides(files),
    ...findingsText(rule, bad),
  ];
}

/** More files than this are all alike, and tell nothing new. */
const maxFiles = 2;

function besides(files: Readonly<Record<string, string>>): readonly string[] {
  const all = Object.entries(files);
  const shown = all
    .slice(0, maxFiles)
    .flatMap(([name, text]) => [
      `Beside it lies ${codeSpan(name)}:`,
      codeBlock('mof', shownText(text)),
    ]);
  const more = all.length - maxFiles;
  return more > 0 ? [...shown, `And so on: ${more} more such files.`] : shown;
}

/** What is reported about a text: the message, and the place in it. */
function findingsText(rule: Rule, text: string): readonly string[] {
  return findingsAbout(rule, text).flatMap((diagnostic) => {
    const where =
      diagnostic.file.path === exampleName ? '' : ` in ${codeSpan(diagnostic.file.path)}`;
    const { hresult } = diagnostic;
    const code = hresult === undefined ? '' : `, with the code ${codeSpan(hresult)}`;
    return [
      `mofsec reports${where}${code}:`,
      `> ${prose(diagnostic.message)}`,
      codeBlock('text', frameOf(diagnostic)),
    ];
  });
}

/** The source of a finding with the characters underlined; the first line of a code frame is the message. */
function frameOf(diagnostic: Diagnostic): string {
  return codeFrame(diagnostic).split('\n').slice(1).join('\n');
}

function goodExample({ examples }: Rule): readonly string[] {
  const { bad, good, goodEncoding = 'utf-8' } = examples;
  if (good === bad) return ['## Good', `The same text, stored as ${encodingNames[goodEncoding]}.`];
  const { language, text } = goodForm(examples);
  if (language === 'mof') return ['## Good', codeBlock('mof', text)];
  return [
    '## Good',
    codeBlock('diff', text),
    '<details>\n<summary>The whole text</summary>',
    codeBlock('mof', shownText(good)),
    '</details>',
  ];
}

function fixSection(rule: Rule): readonly string[] {
  if (rule.fixes === undefined) return [];
  const { bad } = rule.examples;
  const fixes = findingsAbout(rule, bad).flatMap((diagnostic) => diagnostic.fixes);
  if (fixes.length === 0) return [];
  return ['## Fix', ...fixes.flatMap((fix) => fixText(rule, fix))];
}

/** What a fix is called, how safe it is, and what it makes of the bad example. */
function fixText({ examples: { bad, good } }: Rule, fix: Fix): readonly string[] {
  const kind =
    fix.safety === 'safe'
      ? 'A safe fix, which changes nothing that was meant'
      : 'A suggestion, to be read before it is taken';
  const head = `${kind}: **${prose(fix.title)}**.`;
  const fixed = afterFix(bad, fix);
  if (fixed === undefined) return [head];
  if (fixed === good) return [`${head} It gives the good example.`];
  return [head, codeBlock('diff', diffOf(bad, fixed))];
}

function moreExamples(rule: Rule): readonly string[] {
  const { moreBad = [] } = rule.examples;
  if (moreBad.length === 0) return [];
  return [
    '## Also bad',
    ...moreBad.flatMap((text) => [codeBlock('mof', shownText(text)), ...findingsText(rule, text)]),
  ];
}

function hresultSection(rule: Rule): readonly string[] {
  const rows = hresultsOf(rule).map(({ code, name, meaning, origin }) => [
    codeSpan(code),
    codeSpan(name),
    origin,
    prose(meaning),
  ]);
  if (rows.length === 0) return [];
  return ['## HRESULT', table(['Code', 'Name', 'From', 'Meaning'], rows)];
}

function relatedSection(rule: Rule): readonly string[] {
  const entry = (other: Rule, how = ''): string =>
    `${link(other.name, `${other.name}.md`)}${how}: ${prose(other.summary)}`;
  const related = [
    ...supersedingRules(rule).map((other) => entry(other, ', which speaks instead of this rule')),
    ...supersededRules(rule).map((other) =>
      entry(other, ', which is silent where this rule speaks'),
    ),
  ];
  const shown = related.length > 0 ? related : neighboursOf(rule).map((other) => entry(other));
  return shown.length === 0 ? [] : ['## Related rules', list(shown)];
}

function sourceText({ title, address, remark }: Source): string {
  const name = address === undefined ? prose(title) : link(bracketed(title), address);
  return remark === undefined ? name : `${name} (${prose(remark)})`;
}

/** A title as the text of a link. */
function bracketed(title: string): string {
  return title.replaceAll(/[[\]_*]/gu, String.raw`\$&`);
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
