/** `mofsec compile`: MOF files as canonical MOF or as JSON, once nothing is wrong with them. */
import type { Compilation } from '../../compiler/model.ts';
import type { Preset } from '../../linter/presets.ts';
import { rulesOf } from '../../linter/registry.ts';
import { prettyReport, summaryLine } from '../../report/pretty.ts';
import { analyzeInputs, type InputAnalysis } from '../analysis.ts';
import { styleFor } from '../color.ts';
import { readInputs } from '../input.ts';
import { exitCodes, type ExitCode, type Io } from '../io.ts';
import { complain } from '../messages.ts';
import { checkNamespace } from '../namespace-option.ts';
import { writeOutput } from '../output.ts';
import { readSchemaInputs } from '../schema.ts';

export type EmitFormat = 'mof' | 'json';

export interface CompileOptions {
  readonly emit: EmitFormat;
  readonly output?: string;
  readonly preset: Preset;
  readonly namespace?: string;
  /** What `--schema` names. */
  readonly schema?: readonly string[];
  readonly stdinFilename?: string;
  readonly color?: boolean;
  /** Nothing on stderr unless the command fails. */
  readonly quiet?: boolean;
}

/**
 * Writes all files as one result, and nothing at all where there is an error. Findings go to
 * stderr.
 */
export async function compile(
  paths: readonly string[],
  options: CompileOptions,
  io: Io,
): Promise<ExitCode> {
  checkNamespace(options.namespace);
  const inputs = await readInputs(paths, options, io);
  const schema = await readSchemaInputs(options.schema ?? [], inputs, {}, io);
  const { namespace, preset } = options;
  const rules = rulesOf(preset);
  const result = analyzeInputs(inputs, { cwd: io.cwd, namespace, rules, schema });
  const hasErrors = result.diagnostics.some(({ severity }) => severity === 'error');
  const unread = unreadIncludes(result.compilation);
  const failures = [...inputs.failures, ...schema.failures];
  for (const failure of failures) complain(io, failure);
  if (hasErrors || options.quiet !== true) {
    for (const note of [...inputs.notes, ...schema.notes, ...result.notes]) complain(io, note);
    report(result, options, io);
  }
  for (const place of unread) complain(io, `${place}: this file was not read, so it is missing`);
  if (hasErrors || unread.length > 0 || failures.length > 0) {
    complain(io, 'nothing was written');
    return failures.length > 0 ? exitCodes.failure : exitCodes.findings;
  }
  const text = await emit(options.emit, result.compilation);
  writeOutput(
    io,
    options.output,
    text,
    [...inputs.files, ...schema.files].map((file) => file.real),
  );
  return exitCodes.clean;
}

/** What an `#include` names that is not part of the result; lines for the C preprocessor are left to it. */
function unreadIncludes({ includes, files }: Compilation): readonly string[] {
  return files.flatMap(({ source, document }) =>
    document.items.flatMap((item) => {
      if (item.kind !== 'Include' || item.form === 'c' || /\.h$/i.test(item.path?.value ?? '')) {
        return [];
      }
      if (includes.get(item) !== undefined) return [];
      const { line, column } = source.positionAt(item.start);
      return [`${source.path}:${line}:${column}`];
    }),
  );
}

async function emit(format: EmitFormat, compilation: Compilation): Promise<string> {
  switch (format) {
    case 'mof': {
      const { emitMof } = await import('../../emit/mof.ts');
      return emitMof(compilation);
    }
    case 'json': {
      const { emitJson } = await import('../../emit/json.ts');
      return emitJson(compilation);
    }
  }
}

function report(result: InputAnalysis, options: CompileOptions, io: Io): void {
  const style = styleFor(io.stderr, io.env, options.color);
  if (result.diagnostics.length === 0) return;
  io.stderr.write(prettyReport(result, { style }));
  io.stderr.write(`${summaryLine(result, style)}\n`);
}
