/** Findings in the XML of Checkstyle, which many plugins of Jenkins and others read. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { escapeControls } from '../diagnostics/escape.ts';
import { findingsByFile } from './by-file.ts';
import type { LintResult } from './lint-result.ts';
import { xmlAttributes } from './xml.ts';

/** An element for each file, also for those without findings, as Checkstyle has it. */
export function checkstyleReport(result: LintResult): string {
  const files = [...findingsByFile(result)].flatMap(([file, findings]) => {
    const tag = `  <file${xmlAttributes({ name: escapeControls(file.path) })}`;
    return findings.length === 0
      ? [`${tag}/>`]
      : [`${tag}>`, ...findings.map(errorElement), '  </file>'];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    // The version of the format; readers look at it.
    '<checkstyle version="4.3">',
    ...files,
    '</checkstyle>\n',
  ].join('\n');
}

function errorElement({ rule, severity, message, file, start }: Diagnostic): string {
  const { line, column } = file.positionAt(start);
  const attributes = {
    line,
    column,
    severity,
    message: escapeControls(message),
    source: `mofsec.${rule}`,
  };
  return `    <error${xmlAttributes(attributes)}/>`;
}
