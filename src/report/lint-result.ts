/** What reports are made of. */
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import type { SuppressedDiagnostic } from '../diagnostics/suppressions.ts';
import type { SourceFile } from '../text/source-file.ts';

/** The part of an analysis that a report needs; an `Analysis` is one. */
export interface LintResult {
  /** Given files first, then included ones. */
  readonly files: readonly SourceFile[];
  /** In the order in which they are reported. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A result and how it came about, for reports that keep a record of the run. */
export interface LintRun extends LintResult {
  /** The findings that comments suppress. */
  readonly suppressed: readonly SuppressedDiagnostic[];
  /** What the user should know besides, such as an `#include` that was not read; sentences. */
  readonly notes: readonly string[];
  /** What could not be read, so that the run has failed; sentences. */
  readonly failures: readonly string[];
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** How many findings of each severity there are, in how many files read. */
export function summarize({ files, diagnostics }: LintResult): Summary {
  const count = (severity: Severity): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    files: files.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
  };
}
