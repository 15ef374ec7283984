/** Findings for programs that read line by line. */
import { safeJson } from '../diagnostics/escape.ts';
import { jsonDiagnostic } from './json.ts';
import type { LintResult } from './lint-result.ts';

/** Each finding as one line of JSON, in the shape that it has in the JSON report; empty when there are none. */
export function jsonLinesReport({ diagnostics }: LintResult): string {
  return diagnostics.map((diagnostic) => `${safeJson(jsonDiagnostic(diagnostic))}\n`).join('');
}
