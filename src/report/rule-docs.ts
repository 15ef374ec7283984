/** The documentation of the rules as files: a page for each, and the index. */
import { rules } from '../linter/registry.ts';
import { ruleIndexText } from './rule-index.ts';
import { rulePageText } from './rule-page.ts';

/** The texts by the name of their file; all of them go into one folder. */
export function ruleDocs(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', ruleIndexText()],
    ...rules.map((rule): [string, string] => [`${rule.name}.md`, rulePageText(rule)]),
  ]);
}
