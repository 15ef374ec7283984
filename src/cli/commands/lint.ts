/** `mofsec lint`: what is wrong with MOF files. */
import { isAtLeast, type Severity } from '../../diagnostics/diagnostic.ts';
import { countMendable } from '../../linter/mend.ts';
import type { LintFormat } from '../../report/formats.ts';
import { type LintResult, summarize } from '../../report/lint-result.ts';
import { summaryLine } from '../../report/pretty.ts';
import { reporterFor } from '../../report/reporters.ts';
import type { SourceFile } from '../../text/source-file.ts';
import { analyzeInputs, type InputAnalysis } from '../analysis.ts';
import { styleFor } from '../color.ts';
import {
  type MendedFile,
  type MendedInputs,
  mendingDiff,
  mendInputs,
  printableDiff,
  printMended,
  writeMended,
} from '../fixing.ts';
import { type Inputs, readInputs } from '../input.ts';
import { exitCodes, type ExitCode, type Io } from '../io.ts';
import { fixableLine, fixedLine, type Mending, statistics, wouldFixLine } from '../lint-summary.ts';
import { complain } from '../messages.ts';
import { checkNamespace } from '../namespace-option.ts';
import { isFile, writeOutput } from '../output.ts';
import { showProgress } from '../progress.ts';
import { type RuleOptions, rulesFor } from '../rule-options.ts';
import { readSchemaInputs } from '../schema.ts';
import { UserError } from '../user-error.ts';

export interface LintOptions extends RuleOptions {
  readonly format: LintFormat;
  readonly output?: string;
  readonly namespace?: string;
  /** What `--schema` names. */
  readonly schema?: readonly string[];
  readonly stdinFilename?: string;
  readonly allowEmpty?: boolean;
  /** `--color` and `--no-color`; undefined leaves it to the surroundings. */
  readonly color?: boolean;
  /** Findings and failures alone: no summary, no notes. */
  readonly quiet?: boolean;
  /** Findings that are less grave are neither shown nor counted nor fixed. */
  readonly severity?: Severity;
  /** The most warnings that are no failure; none by default. */
  readonly maxWarnings?: number;
  /** Counts by rule, on stderr. */
  readonly statistics?: boolean;
  /** Change the files. */
  readonly fix?: boolean;
  /** With `fix` or `diff`: apply suggestions too. */
  readonly unsafeFixes?: boolean;
  /** Print what `fix` would change, and nothing else; goes before `fix`. */
  readonly diff?: boolean;
}

/** Lints everything that `paths` name in one analysis, and mends it where that is wanted. */
export async function lint(
  paths: readonly string[],
  options: LintOptions,
  io: Io,
): Promise<ExitCode> {
  checkNamespace(options.namespace);
  if (options.unsafeFixes === true && options.fix !== true && options.diff !== true) {
    throw new UserError('--unsafe-fixes says which fixes are taken: write --fix or --diff too');
  }
  const rules = rulesFor(options);
  const inputs = await readInputs(paths, options, io);
  const schema = await readSchemaInputs(options.schema ?? [], inputs, options, io);
  const failures = [...inputs.failures, ...schema.failures];
  for (const failure of failures) complain(io, failure);
  const progress = showProgress(io, inputs.files.length + schema.files.length);
  const { namespace, severity = 'info' } = options;
  const analyse = (current: Inputs): InputAnalysis =>
    shown(analyzeInputs(current, { cwd: io.cwd, namespace, rules, schema }), severity);
  const mended =
    options.fix === true || options.diff === true
      ? mendInputs(inputs, analyse, options.unsafeFixes === true ? 'suggestion' : 'safe')
      : undefined;
  const result = mended?.result ?? analyse(inputs);
  progress.end();
  const notes = [...inputs.notes, ...schema.notes, ...result.notes];
  const reals = [...inputs.files, ...schema.files].map((file) => file.real);
  if (mended !== undefined && options.diff === true) {
    const hasDiff = showDiff(mended, reals, options, io);
    tell(notes, options, io);
    if (failures.length > 0) return exitCodes.failure;
    return hasDiff ? exitCodes.findings : exitCodes.clean;
  }
  const written = mended === undefined ? [] : await write(mended, inputs, failures, io);
  // With --fix, standard output is for the text that came through standard input.
  const isPiped = mended !== undefined && inputs.files.some(({ real }) => real === undefined);
  const reportIo = isPiped ? { ...io, stdout: io.stderr } : io;
  const style = styleFor(
    reportIo.stdout,
    io.env,
    isFile(options.output) ? (options.color ?? false) : options.color,
  );
  const report = await reporterFor(options.format);
  writeOutput(
    reportIo,
    options.output,
    report({ ...result, notes, failures }, { style, width: widthFor(options, reportIo) }),
    reals,
  );
  tell(notes, options, io);
  const given = new Set(mended?.files.map(({ after }) => after) ?? sourcesOf(inputs));
  if (options.statistics === true) {
    for (const line of statistics(result.diagnostics, given)) io.stderr.write(`${line}\n`);
  }
  if (options.quiet !== true && (result.files.length > 0 || failures.length === 0)) {
    if (mended !== undefined) {
      io.stderr.write(`${fixedLine(mendingOf(mended, written, options))}\n`);
    }
    sumUp(result, options, io);
    const fixable = mended === undefined ? fixableLine(result.diagnostics, given) : undefined;
    if (fixable !== undefined) io.stderr.write(`${fixable}\n`);
  }
  return failures.length > 0 ? exitCodes.failure : exitCodeFor(result, options, io);
}

function tell(notes: readonly string[], { quiet }: LintOptions, io: Io): void {
  if (quiet !== true) for (const note of notes) complain(io, note);
}

/** What is left of a result when findings that are less grave do not count. */
function shown(result: InputAnalysis, least: Severity): InputAnalysis {
  if (least === 'info') return result;
  const isShown = (finding: { readonly severity: Severity }): boolean =>
    isAtLeast(finding.severity, least);
  return {
    ...result,
    diagnostics: result.diagnostics.filter(isShown),
    suppressed: result.suppressed.filter(isShown),
  };
}

function sourcesOf({ files }: Inputs): readonly SourceFile[] {
  return files.flatMap((file) =>
    file.kind === 'text' && file.losses.length === 0 ? [file.source] : [],
  );
}

/** Prints what would change; returns whether anything would. */
function showDiff(
  mended: MendedInputs,
  reals: readonly (string | undefined)[],
  options: LintOptions,
  io: Io,
): boolean {
  const changed = mended.files.filter(isChanged);
  const diff = mendingDiff(changed);
  // In a file, a diff is for programs, and must be exact.
  writeOutput(io, options.output, isFile(options.output) ? diff : printableDiff(diff), reals);
  if (options.quiet !== true) {
    io.stderr.write(`${wouldFixLine(mendingOf(mended, changed, options))}\n`);
  }
  return changed.length > 0;
}

/** Writes the mended files and standard input, says what could not be written, and returns what was. */
async function write(
  { files }: MendedInputs,
  inputs: Inputs,
  failures: string[],
  io: Io,
): Promise<readonly MendedFile[]> {
  const written = await writeMended(files);
  const lost = inputs.files.some(
    (file) => file.real === undefined && (file.kind === 'binary' || file.losses.length > 0),
  )
    ? ['standard input is not printed, because not all of it can be read']
    : [];
  for (const failure of [...written.failures, ...lost]) {
    complain(io, failure);
    failures.push(failure);
  }
  const piped = files.filter(({ real }) => real === undefined);
  for (const file of piped) printMended(file, io);
  return [...written.files, ...piped.filter(isChanged)];
}

function isChanged({ before, after }: MendedFile): boolean {
  return before !== after;
}

/** What the fixes in some of the files amount to. */
function mendingOf(
  { files, applied, result }: MendedInputs,
  changed: readonly MendedFile[],
  { unsafeFixes }: LintOptions,
): Mending {
  const paths = new Set(changed.map(({ before }) => before.path));
  const { suggestion } = countMendable(
    result.diagnostics,
    new Set(files.map(({ after }) => after)),
  );
  return {
    findings: applied.filter(({ fix }) => fix.edits.every(({ file }) => paths.has(file.path)))
      .length,
    files: changed.length,
    more: unsafeFixes === true ? 0 : suggestion,
  };
}

/** Advice does not fail a build, and neither do as many warnings as the user allows. */
function exitCodeFor(result: LintResult, { maxWarnings, quiet }: LintOptions, io: Io): ExitCode {
  const { errors, warnings } = summarize(result);
  if (errors > 0) return exitCodes.findings;
  if (warnings <= (maxWarnings ?? 0)) return exitCodes.clean;
  if (maxWarnings !== undefined && quiet !== true) {
    complain(io, `${warnings} warnings are more than the ${maxWarnings} of --max-warnings`);
  }
  return exitCodes.findings;
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
