/** `mofsec lint`: what is wrong with MOF files. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Preset } from '../../linter/presets.ts';
import type { LintFormat } from '../../report/formats.ts';
import type { LintResult } from '../../report/lint-result.ts';
import { summaryLine } from '../../report/pretty.ts';
import { reporterFor } from '../../report/reporters.ts';
import { analyzeInputs } from '../analysis.ts';
import { styleFor } from '../color.ts';
import { readInputs } from '../input.ts';
import { exitCodes, type ExitCode, type Io } from '../io.ts';
import { complain } from '../messages.ts';
import { checkNamespace } from '../namespace-option.ts';
import { isFile, writeOutput } from '../output.ts';
import { showProgress } from '../progress.ts';
import { readSchemaInputs } from '../schema.ts';

export interface LintOptions {
  readonly format: LintFormat;
  readonly output?: string;
  readonly preset: Preset;
  readonly namespace?: string;
  /** What `--schema` names. */
  readonly schema?: readonly string[];
  readonly stdinFilename?: string;
  readonly allowEmpty?: boolean;
  /** `--color` and `--no-color`; undefined leaves it to the surroundings. */
  readonly color?: boolean;
  /** Findings and failures alone: no summary, no notes. */
  readonly quiet?: boolean;
}

/** Lints everything that `paths` name in one analysis. */
export async function lint(
  paths: readonly string[],
  options: LintOptions,
  io: Io,
): Promise<ExitCode> {
  checkNamespace(options.namespace);
  const inputs = await readInputs(paths, options, io);
  const schema = await readSchemaInputs(options.schema ?? [], inputs, options, io);
  const failures = [...inputs.failures, ...schema.failures];
  for (const failure of failures) complain(io, failure);
  const progress = showProgress(io, inputs.files.length + schema.files.length);
  const { namespace, preset } = options;
  const result = analyzeInputs(inputs, { cwd: io.cwd, namespace, preset, schema });
  progress.end();
  const style = styleFor(
    io.stdout,
    io.env,
    isFile(options.output) ? (options.color ?? false) : options.color,
  );
  const notes = [...inputs.notes, ...schema.notes, ...result.notes];
  const report = await reporterFor(options.format);
  writeOutput(
    io,
    options.output,
    report({ ...result, notes, failures }, { style, width: widthFor(options, io) }),
    [...inputs.files, ...schema.files].map((file) => file.real),
  );
  if (options.quiet !== true) {
    for (const note of notes) complain(io, note);
    if (result.files.length > 0 || failures.length === 0) sumUp(result, options, io);
  }
  if (failures.length > 0) return exitCodes.failure;
  return result.diagnostics.some(isFinding) ? exitCodes.findings : exitCodes.clean;
}

/**
 * Source lines fill a terminal and keep a fixed width elsewhere, so that a log is the same on every
 * machine.
 */
function widthFor(options: LintOptions, io: Io): number {
  const columns = isFile(options.output) ? undefined : io.stdout.columns;
  const gutter = 8;
  return columns === undefined ? 100 : Math.max(40, Math.min(columns, 160) - gutter);
}

function sumUp(result: LintResult, options: LintOptions, io: Io): void {
  io.stderr.write(`${summaryLine(result, styleFor(io.stderr, io.env, options.color))}\n`);
}

/** Advice does not fail a build. */
function isFinding({ severity }: Diagnostic): boolean {
  return severity !== 'info';
}
