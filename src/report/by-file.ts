/** Findings by the file in which they are. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { LintResult } from './lint-result.ts';

/** All files of a run in their order, those without findings too. */
export function findingsByFile({
  files,
  diagnostics,
}: LintResult): ReadonlyMap<SourceFile, readonly Diagnostic[]> {
  const byFile = new Map<SourceFile, Diagnostic[]>(files.map((file) => [file, []]));
  for (const diagnostic of diagnostics) {
    const findings = byFile.get(diagnostic.file);
    if (findings === undefined) byFile.set(diagnostic.file, [diagnostic]);
    else findings.push(diagnostic);
  }
  return byFile;
}
