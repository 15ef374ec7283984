/** Findings as a Code Quality report, which GitLab compares with that of the branch a merge request goes to. */
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { escapeControls, safeJson } from '../diagnostics/escape.ts';
import { fingerprintsOf, sha256 } from './fingerprints.ts';
import type { LintResult } from './lint-result.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'info',
};

/** A JSON array with an object for each finding. */
export function gitlabReport({ diagnostics }: LintResult): string {
  const fingerprints = fingerprintsOf(diagnostics);
  const issues = diagnostics.map((diagnostic, index) =>
    issue(diagnostic, fingerprints[index] ?? ''),
  );
  return `${safeJson(issues, 2)}\n`;
}

function issue(diagnostic: Diagnostic, fingerprint: string): object {
  const { rule, severity, message, file, start, end } = diagnostic;
  const path = escapeControls(file.path);
  return {
    description: escapeControls(message),
    check_name: rule,
    // GitLab drops one of two findings with the same fingerprint.
    fingerprint: sha256(`${path}\n${fingerprint}`),
    severity: severities[severity],
    location: {
      path,
      lines: { begin: file.positionAt(start).line, end: file.positionAt(end).line },
    },
  };
}
