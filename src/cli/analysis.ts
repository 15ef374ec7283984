/** One analysis of everything that a command was given: subscriptions are joined across files. */
import { analyze, type Analysis } from '../analyze.ts';
import { compareDiagnostics } from '../diagnostics/diagnostic.ts';
import type { LintResult } from '../report/lint-result.ts';
import { diskHost } from './host.ts';
import type { Inputs } from './input.ts';

export interface InputAnalysis extends LintResult {
  /** What the texts mean; files that are no text have no part in it. */
  readonly compilation: Analysis['compilation'];
  /** Why some `#include` was not read. */
  readonly notes: readonly string[];
}

/**
 * Analyses the texts and reports the other files as what they are, in the order of the arguments.
 */
export function analyzeInputs(
  inputs: Inputs,
  options: { readonly cwd: string; readonly namespace?: string | undefined },
): InputAnalysis {
  const sources = inputs.files.flatMap((file) => (file.kind === 'text' ? [file.source] : []));
  const binaries = inputs.files.flatMap((file) =>
    file.kind === 'binary' ? [file.diagnostic] : [],
  );
  const host = diskHost(
    options.cwd,
    sources.map((source) => source.path),
  );
  const { namespace } = options;
  const analysis = analyze(sources, { host, ...(namespace === undefined ? {} : { namespace }) });
  const given = inputs.files.map((file) =>
    file.kind === 'text' ? file.source : file.diagnostic.file,
  );
  const files = [...new Set([...given, ...analysis.files])];
  const order = new Map(files.map((file, index) => [file, index]));
  const diagnostics = [...analysis.diagnostics, ...binaries].toSorted(compareDiagnostics(order));
  return { files, diagnostics, compilation: analysis.compilation, notes: host.notes };
}
