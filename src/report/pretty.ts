/** Findings for a person: each with its source, and one line at the end about them all. */
import { codeFrame, type CodeFrameOptions } from '../diagnostics/code-frame.ts';
import { plain, type Role, type Style } from '../diagnostics/style.ts';
import { summarize, type LintResult } from './lint-result.ts';

/** Every finding as a code frame, with a blank line behind each; empty when there are none. */
export function prettyReport(result: LintResult, options: CodeFrameOptions = {}): string {
  return result.diagnostics.map((diagnostic) => `${codeFrame(diagnostic, options)}\n\n`).join('');
}

/** `2 errors and 1 warning in 3 files`, or `3 files, no problems`. */
export function summaryLine(result: LintResult, style: Style = plain): string {
  const { files, errors, warnings, infos } = summarize(result);
  const counted = (role: Role, count: number, noun: string): readonly string[] =>
    count === 0 ? [] : [style(role, plural(count, noun))];
  const parts = [
    ...counted('error', errors, 'error'),
    ...counted('warning', warnings, 'warning'),
    ...counted('info', infos, 'info'),
  ];
  if (parts.length === 0) return `${plural(files, 'file')}, no problems`;
  return `${enumeration(parts)} in ${plural(files, 'file')}`;
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function enumeration(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
