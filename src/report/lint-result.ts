/** What reports are made of. */
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../text/source-file.ts';

/** The part of an analysis that a report needs; an `Analysis` is one. */
export interface LintResult {
  /** Given files first, then included ones. */
  readonly files: readonly SourceFile[];
  /** In the order in which they are reported. */
  readonly diagnostics: readonly Diagnostic[];
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
