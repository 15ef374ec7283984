/**
 * Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), which services for code scanning and
 * viewers in editors read.
 */
import type { Invocation, Log, Notification } from 'sarif';
import { compareDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { escapeControls, safeJson } from '../diagnostics/escape.ts';
import { version } from '../version.ts';
import { fingerprintsOf } from './fingerprints.ts';
import type { LintRun } from './lint-result.ts';
import { sourceRoot } from './sarif-places.ts';
import { sarifResult } from './sarif-results.ts';
import { reportingDescriptor } from './sarif-rules.ts';

/** The run as a SARIF log with a line end behind it. */
export function sarifReport(run: LintRun): string {
  return `${safeJson(sarifLog(run), 2)}\n`;
}

/** The run as plain data: one run, with the rules that have spoken and what comments suppress. */
export function sarifLog(run: LintRun): Log {
  const findings = allFindings(run);
  const fingerprints = fingerprintsOf(findings);
  const ruleNames = [...new Set(findings.map(({ rule }) => rule))];
  const ruleIndexes = new Map(ruleNames.map((name, index) => [name, index]));
  return {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'mofsec',
            version,
            semanticVersion: version,
            rules: ruleNames.map(reportingDescriptor),
          },
        },
        invocations: [invocation(run)],
        originalUriBaseIds: {
          [sourceRoot]: { description: { text: 'The folder in which mofsec ran.' } },
        },
        columnKind: 'utf16CodeUnits',
        // MOF has a third one besides the two that SARIF takes for granted.
        newlineSequences: ['\r\n', '\n', '\r'],
        results: findings.map((finding, index) =>
          sarifResult(finding, ruleIndexes.get(finding.rule) ?? -1, fingerprints[index] ?? ''),
        ),
      },
    ],
  };
}

/** Those that comments suppress in their places among the others. */
function allFindings({ files, diagnostics, suppressed }: LintRun): readonly Diagnostic[] {
  if (suppressed.length === 0) return diagnostics;
  const order = new Map(files.map((file, index) => [file, index]));
  return [...diagnostics, ...suppressed].toSorted(compareDiagnostics(order));
}

function invocation({ notes, failures }: LintRun): Invocation {
  return {
    executionSuccessful: failures.length === 0,
    toolExecutionNotifications: notifications(failures, 'error'),
    toolConfigurationNotifications: notifications(notes, 'note'),
  };
}

function notifications(messages: readonly string[], level: 'error' | 'note'): Notification[] {
  return [...new Set(messages)].map((text) => ({ level, message: { text: escapeControls(text) } }));
}
