/** Findings as workflow commands, which GitHub Actions shows beside the lines of a pull request. */
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { escapeControls } from '../diagnostics/escape.ts';
import type { LintResult } from './lint-result.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** `::error title=rule,file=path,line=3,...::message`, one line for each finding; empty when there are none. */
export function githubReport({ diagnostics }: LintResult): string {
  return diagnostics.map((diagnostic) => `${workflowCommand(diagnostic)}\n`).join('');
}

function workflowCommand({ severity, rule, message, file, start, end }: Diagnostic): string {
  const from = file.positionAt(start);
  const to = file.positionAt(end);
  // GitHub refuses columns of an annotation that goes over several lines.
  const columns = from.line === to.line ? { col: from.column, endColumn: to.column } : {};
  const properties = {
    title: rule,
    file: file.path,
    line: from.line,
    endLine: to.line,
    ...columns,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  return `::${commands[severity]} ${list.join(',')}::${data(message)}`;
}

/** What the runner takes back in a message. Line ends are written out before, as in every report. */
function data(text: string): string {
  return escapeControls(text)
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

/** In a property, the signs that end it or the list too. */
function property(value: string | number): string {
  return data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
