/** The examples of a rule at work: what the analysis says about them, and what becomes of them. */
import { analyze } from '../analyze.ts';
import { applyEdits } from '../diagnostics/apply-fixes.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { escapeControls } from '../diagnostics/escape.ts';
import { rules } from '../linter/registry.ts';
import type { Rule, RuleExamples } from '../linter/rule.ts';
import { type Encoding, SourceFile } from '../text/source-file.ts';
import { lineDiff } from './line-diff.ts';

/** What findings call the text of an example. */
export const exampleName = 'example.mof';

/** How encodings are called in a sentence. */
export const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8 without a byte order mark',
  'utf-8-bom': 'UTF-8 with a byte order mark',
  'utf-16le': 'UTF-16 (little-endian) without a byte order mark',
  'utf-16le-bom': 'UTF-16 (little-endian) with a byte order mark',
  'utf-16be': 'UTF-16 (big-endian) without a byte order mark',
  'utf-16be-bom': 'UTF-16 (big-endian) with a byte order mark',
  'windows-1252': 'Windows-1252',
};

/** The findings of a rule about one of its bad examples, with all other rules at work. */
export function findingsAbout({ name, examples }: Rule, text: string): readonly Diagnostic[] {
  const files = new Map(Object.entries(examples.files ?? {}));
  const readInclude = (path: string): SourceFile | undefined => {
    const included = files.get(path);
    return included === undefined ? undefined : new SourceFile(path, included);
  };
  const source = new SourceFile(exampleName, text, examples.badEncoding);
  const { diagnostics } = analyze([source], { rules, host: { readInclude } });
  return diagnostics.filter(({ rule }) => rule === name);
}

/** The text of an example after a fix; undefined when the fix is about another file. */
export function afterFix(text: string, { edits }: Fix): string | undefined {
  return edits.some(({ file }) => file.path !== exampleName) ? undefined : applyEdits(text, edits);
}

/** The good example as it is best shown. */
export interface GoodForm {
  readonly language: 'mof' | 'diff';
  readonly text: string;
}

/** The good text, or, where it is long and much like the bad one, what is different in it. */
export function goodForm({ bad, good }: RuleExamples): GoodForm {
  const changes = diffOf(bad, good);
  const isShort = lineCount(good) <= 12 || lineCount(changes) > lineCount(good) / 2;
  return isShort || changes === ''
    ? { language: 'mof', text: shownText(good) }
    : { language: 'diff', text: changes };
}

/** What is different in the second text, as it is shown. */
export function diffOf(before: string, after: string): string {
  return lineDiff(visible(before), visible(after)).replaceAll(/[ \t]+$/gm, '');
}

/** Texts with more lines are cut in the middle, where every line is like the one before. */
const maxLines = 60;

/** An example as it is shown: without most of its lines, if it is very long. */
export function shownText(text: string): string {
  const lines = visible(text).trimEnd().split('\n');
  if (lines.length <= maxLines) return lines.join('\n');
  const [head, tail] = [lines.slice(0, 12), lines.slice(-6)];
  const left = lines.length - head.length - tail.length;
  return [...head, `  // ... ${left} more lines ...`, ...tail].join('\n');
}

/** Characters that nobody would see are written out. */
function visible(text: string): string {
  return text.split(/\r?\n/).map(escapeControls).join('\n');
}

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}
