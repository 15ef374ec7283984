/** One analysis of everything that a command was given: subscriptions are joined across files. */
import { analyze, type Analysis } from '../analyze.ts';
import { compareDiagnostics } from '../diagnostics/diagnostic.ts';
import type { Rule } from '../linter/rule.ts';
import type { LintRun } from '../report/lint-result.ts';
import type { SourceFile } from '../text/source-file.ts';
import { diskHost } from './host.ts';
import type { Inputs } from './input.ts';
import { schemaNotes } from './schema.ts';

export interface InputAnalysis extends Omit<LintRun, 'failures'> {
  /** What the texts mean; files that are no text have no part in it. */
  readonly compilation: Analysis['compilation'];
  /** Why some `#include` or some part of the schema was not read. */
  readonly notes: readonly string[];
}

export interface InputAnalysisOptions {
  readonly cwd: string;
  readonly namespace?: string | undefined;
  /** The rules that run. */
  readonly rules: readonly Rule[];
  /** What `--schema` names. */
  readonly schema: Inputs;
}

/**
 * Analyses the texts and reports the other files as what they are, in the order of the arguments.
 */
export function analyzeInputs(
  inputs: Inputs,
  { cwd, namespace, rules, schema: schemaInputs }: InputAnalysisOptions,
): InputAnalysis {
  const sources = sourcesOf(inputs);
  const schema = sourcesOf(schemaInputs);
  const binaries = inputs.files.flatMap((file) =>
    file.kind === 'binary' ? [file.diagnostic] : [],
  );
  const host = diskHost(
    cwd,
    [...sources, ...schema].map((source) => source.path),
  );
  const analysis = analyze(sources, {
    host,
    schema,
    rules,
    ...(namespace === undefined ? {} : { namespace }),
  });
  const given = inputs.files.map((file) =>
    file.kind === 'text' ? file.source : file.diagnostic.file,
  );
  const files = [...new Set([...given, ...analysis.files])];
  const order = new Map(files.map((file, index) => [file, index]));
  const diagnostics = [...analysis.diagnostics, ...binaries].toSorted(compareDiagnostics(order));
  const { compilation, suppressed } = analysis;
  const notes = [...binaryNotes(schemaInputs), ...schemaNotes(compilation.schema), ...host.notes];
  return { files, diagnostics, suppressed, compilation, notes };
}

function sourcesOf({ files }: Inputs): readonly SourceFile[] {
  return files.flatMap((file) => (file.kind === 'text' ? [file.source] : []));
}

/** A schema of bytes is no finding about the files that are worked on. */
function binaryNotes({ files }: Inputs): readonly string[] {
  return files.flatMap((file) =>
    file.kind === 'binary'
      ? [`${file.diagnostic.file.path}: not read as a schema: ${file.diagnostic.message}`]
      : [],
  );
}
