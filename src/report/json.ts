/**
 * Findings for programs. lint-report.schema.json describes it; `version` changes when that does
 * incompatibly.
 */
import type {
  Diagnostic,
  Fix,
  Place,
  Related,
  Severity,
  TextEdit,
} from '../diagnostics/diagnostic.ts';
import { safeJson } from '../diagnostics/escape.ts';
import { summarize, type LintResult, type Summary } from './lint-result.ts';

/**
 * A stretch of a file: lines and columns from 1, offsets in UTF-16 code units of the decoded text.
 */
export interface JsonPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly start: number;
  readonly end: number;
}

export interface JsonDiagnostic extends JsonPlace {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hresult?: string;
  readonly related: readonly (JsonPlace & { readonly message: string })[];
  readonly fixes: readonly JsonFix[];
}

export interface JsonFix {
  readonly title: string;
  readonly safety: Fix['safety'];
  readonly edits: readonly (JsonPlace & { readonly text: string })[];
}

export interface JsonReport {
  readonly version: 1;
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly summary: Summary;
}

/** The report as JSON with a line end behind it, every control character of the files escaped. */
export function jsonReport(result: LintResult): string {
  return `${safeJson(jsonReportValue(result), 2)}\n`;
}

/** The report as plain data. */
export function jsonReportValue(result: LintResult): JsonReport {
  return {
    version: 1,
    diagnostics: result.diagnostics.map(jsonDiagnostic),
    summary: summarize(result),
  };
}

/** A finding as plain data. */
export function jsonDiagnostic(diagnostic: Diagnostic): JsonDiagnostic {
  const { file, ...place } = jsonPlace(diagnostic);
  const { rule, severity, message, hresult, related, fixes } = diagnostic;
  return {
    file,
    rule,
    severity,
    message,
    ...place,
    ...(hresult === undefined ? {} : { hresult }),
    related: related.map((item: Related) => ({ ...jsonPlace(item), message: item.message })),
    fixes: fixes.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map((edit: TextEdit) => ({ ...jsonPlace(edit), text: edit.text })),
    })),
  };
}

function jsonPlace({ file, start, end }: Place): JsonPlace {
  const from = file.positionAt(start);
  const to = file.positionAt(end);
  return {
    file: file.path,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    start,
    end,
  };
}
