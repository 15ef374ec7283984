/** Findings as the results of tests, in the XML that most servers for continuous integration show. */
import { codeFrame } from '../diagnostics/code-frame.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { escapeControls } from '../diagnostics/escape.ts';
import { findingsByFile } from './by-file.ts';
import type { LintResult } from './lint-result.ts';
import { xmlAttributes, xmlText } from './xml.ts';

/** A suite for each file: a failure for each finding, or one test that has passed. */
export function junitReport(result: LintResult): string {
  const suites = [...findingsByFile(result)].map(([file, findings]) =>
    suite(escapeControls(file.path), findings),
  );
  const failures = result.diagnostics.length;
  const clean = suites.filter(({ failures }) => failures === 0).length;
  const counts = { tests: failures + clean, failures, errors: 0 };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${xmlAttributes({ name: 'mofsec', ...counts })}>`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>\n',
  ].join('\n');
}

interface Suite {
  readonly failures: number;
  readonly lines: readonly string[];
}

function suite(path: string, findings: readonly Diagnostic[]): Suite {
  const failures = findings.length;
  const counts = { tests: Math.max(1, failures), failures, errors: 0 };
  const tests =
    failures === 0
      ? [`    <testcase${xmlAttributes({ name: 'mofsec', classname: path })}/>`]
      : findings.flatMap((finding) => failedTest(path, finding));
  return {
    failures,
    lines: [`  <testsuite${xmlAttributes({ name: path, ...counts })}>`, ...tests, '  </testsuite>'],
  };
}

function failedTest(path: string, diagnostic: Diagnostic): readonly string[] {
  const { rule, severity, message, file, start } = diagnostic;
  const { line } = file.positionAt(start);
  const test = xmlAttributes({ name: rule, classname: path, file: path, line });
  const failure = xmlAttributes({ type: severity, message: escapeControls(message) });
  return [
    `    <testcase${test}>`,
    `      <failure${failure}>${xmlText(codeFrame(diagnostic))}</failure>`,
    '    </testcase>',
  ];
}
