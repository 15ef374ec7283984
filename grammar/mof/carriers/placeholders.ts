/** Marks of a generator that were never filled in. */
import type { SyntaxEdit } from '../problem.ts';
import { type Damage, type DamagedText, inPlaces, quoted } from './damage.ts';

/** `{{name}}`, `${name}`, `#{name}`, `<%= name %>`, `<name>`, `@NAME@`, `[name...]`, `%s` and `...`. */
const PLACEHOLDER =
  /\{\{[^{}\r\n]{1,60}\}\}|[$#]\{[^{}\r\n]{1,60}\}|<%[^%\r\n]{1,80}%>|<[^<>;="\r\n]{1,80}>|@[A-Za-z_]\w{0,60}@|%[A-Za-z_]\w{0,60}%|\{\w{1,60}\}|\[[ \t]{0,20}\w{1,40}[ \t]{0,20}(?:\.\.\.|\u2026)[ \t]{0,20}\]|%[sd](?!\w)|(?:,[ \t]{0,20})?(?:\.\.\.|\u2026)/g;
/** `%NAME%` and `{name}` are placeholders only where a name belongs, the former also as a value. */
const AMBIGUOUS = /^(?:%\w+%|\{\w+\})$/;
const BEFORE_NAME = /\b(?:class|of|as)\s+\$?\w*$/i;
const BEFORE_VALUE = /[=:]\s*$/;
/** What an excerpt leaves out, and no template fills in. */
const OMISSION = /\.\.\.|\u2026/;
/** How far around a placeholder one looks for what it stands for. */
const NEAR = 80;

/** A placeholder outside of strings is no MOF. What takes its place to read the rest depends on where it is. */
export function placeholders({ text, code }: DamagedText): Damage | undefined {
  const edits: SyntaxEdit[] = [];
  let behind: string | undefined;
  // From the last one on, because what follows several placeholders in a row tells what all of them are.
  for (const { index, 0: mark } of Array.from(code.matchAll(PLACEHOLDER)).toReversed()) {
    const end = index + mark.length;
    const next = code.slice(end, edits.at(-1)?.start ?? end + NEAR).slice(0, NEAR);
    const isRun = edits.length > 0 && /^[ \t]*$/.test(next) && next.length < NEAR;
    if (!isRun || behind === undefined) behind = code.slice(end, end + NEAR);
    const before = code.slice(Math.max(0, index - NEAR), index);
    if (AMBIGUOUS.test(mark) && !standsForName(mark, before)) continue;
    edits.push({ start: index, end, text: standIn(mark, before, behind, code) });
  }
  const first = edits.at(-1);
  if (first === undefined) return undefined;
  const mark = text.slice(first.start, first.end);
  return {
    code: 'carrier-placeholder',
    start: first.start,
    end: first.end,
    message:
      (OMISSION.test(mark)
        ? `${quoted(mark)} stands for what an excerpt leaves out, and is no MOF: write what belongs there`
        : `${quoted(mark)} is the placeholder of a template that nobody filled in, and is no MOF: write what it stands for`) +
      `${inPlaces(edits.length)}.`,
    edits: edits.toReversed(),
    certain: false,
    leavesGaps: true,
  };
}

function standsForName(mark: string, before: string): boolean {
  if (mark.startsWith('%')) return BEFORE_NAME.test(before) || BEFORE_VALUE.test(before);
  // With a blank before it, the brace opens the block of a declaration.
  return BEFORE_NAME.test(before) && /\w$/.test(before);
}

/** A name where a name or a value belongs; nothing where declarations or statements were to stand. */
function standIn(mark: string, before: string, behind: string, code: string): string {
  if (OMISSION.test(mark)) return '';
  const word = /[A-Za-z_]\w*|\d+/.exec(mark)?.[0] ?? '';
  if (/\w$/.test(before)) return word;
  const name = /^[A-Za-z_]/.test(word) ? word : 'Placeholder';
  const isAlias = mark.startsWith('${') && code.includes(`as ${mark}`);
  if (isAlias || before.endsWith('$')) return mark.startsWith('$') ? `$${name}` : name;
  if (/=\s*$/.test(before)) return /^[ \t]*(?:[\r\n]|$)/.test(behind) ? `${name};` : name;
  const wantsName = /(?:[,(:\]]|\b(?:class|of|ref))\s*$/i.test(before);
  return wantsName || /^\w|^[ \t]+\w|^\s*[(),;=]/.test(behind) ? name : '';
}
