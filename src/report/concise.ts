/** One line for each finding, for editors, `grep` and people who know the rules. */
import { headline } from '../diagnostics/code-frame.ts';
import type { Style } from '../diagnostics/style.ts';
import type { LintResult } from './lint-result.ts';

/** `path:line:column: severity rule: message`, one line for each; empty when there are none. */
export function conciseReport(result: LintResult, style?: Style): string {
  return result.diagnostics.map((diagnostic) => `${headline(diagnostic, style)}\n`).join('');
}
