/** `mofsec format`: MOF files laid out in one way, with nothing changed but white space. */
import path from 'node:path';
import type { SyntaxProblem } from '../../../grammar/mof/problem.ts';
import { ConfigError } from '../../config/layout-settings.ts';
import { LayoutSettingsFinder } from '../../config/layout.ts';
import { codeFrame } from '../../diagnostics/code-frame.ts';
import { escapeControls } from '../../diagnostics/escape.ts';
import type { Style } from '../../diagnostics/style.ts';
import { formatMof } from '../../formatter/format.ts';
import type { FormatOptions } from '../../formatter/options.ts';
import { encode } from '../../text/encode.ts';
import type { SourceFile } from '../../text/source-file.ts';
import { styleFor } from '../color.ts';
import { readInputs, type InputFile } from '../input.ts';
import { Interruption } from '../interruption.ts';
import { exitCodes, type ExitCode, type Io } from '../io.ts';
import { complain } from '../messages.ts';
import { shownPath } from '../paths.ts';
import { showProgress } from '../progress.ts';
import { rewriteFile } from '../rewrite-file.ts';
import { errorCode, reasonOf, UserError } from '../user-error.ts';

export interface FormatCommandOptions extends Partial<FormatOptions> {
  readonly check?: boolean;
  readonly write?: boolean;
  /** False for `--no-config`. */
  readonly config: boolean;
  readonly stdinFilename?: string;
  readonly allowEmpty?: boolean;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

const notFollowed =
  'not followed, because mofsec runs and loads nothing that it finds beside a file: give the options in .prettierrc or on the command line';

/** What became of a file. */
type Outcome = 'changed' | 'unchanged' | 'failed';

/** Formats each file by itself, and goes on after one that cannot be formatted. */
export async function format(
  paths: readonly string[],
  options: FormatCommandOptions,
  io: Io,
): Promise<ExitCode> {
  if (options.write === true && paths.includes('-')) {
    throw new UserError(
      'standard input cannot be rewritten: leave --write out to print the result',
    );
  }
  const { files, failures, notes } = await readInputs(paths, options, io);
  const isPrinting = options.write !== true && options.check !== true;
  if (isPrinting && files.length > 1) {
    throw new UserError(
      `there are ${files.length} files, and only one can be printed: change them with --write, or list those that would change with --check`,
    );
  }
  for (const failure of failures) complain(io, failure);
  if (options.quiet !== true) for (const note of notes) complain(io, note);
  const outcomes = await new Formatting(options, io).run(files);
  if (options.quiet !== true && !isPrinting) sumUp(outcomes, options, io);
  if (failures.length > 0 || outcomes.includes('failed')) return exitCodes.failure;
  return options.check === true && outcomes.includes('changed')
    ? exitCodes.findings
    : exitCodes.clean;
}

class Formatting {
  readonly #options: FormatCommandOptions;
  readonly #io: Io;
  readonly #style: Style;
  readonly #finder = new LayoutSettingsFinder();
  /** Configurations that the user was told about. */
  readonly #mentioned = new Set<string>();

  constructor(options: FormatCommandOptions, io: Io) {
    this.#options = options;
    this.#io = io;
    this.#style = styleFor(io.stderr, io.env, options.color);
  }

  async run(files: readonly InputFile[]): Promise<readonly Outcome[]> {
    const progress = showProgress(this.#io, files.length, 'formatting');
    const interruption = new Interruption();
    const outcomes: Outcome[] = [];
    try {
      for (const file of files) {
        if (await interruption.isRequested()) break;
        outcomes.push(await this.#format(file));
      }
    } finally {
      progress.end();
      interruption.end();
    }
    return outcomes;
  }

  async #format(file: InputFile): Promise<Outcome> {
    if (file.kind === 'binary') {
      complain(this.#io, `${file.diagnostic.file.path}: ${file.diagnostic.message}`);
      return 'failed';
    }
    const { source, losses, real } = file;
    if (losses.length > 0) {
      complain(this.#io, `${source.path}: left as it is, because not all of it can be read`);
      return 'failed';
    }
    const layout = await this.#layoutOf(source);
    if (layout === undefined) return 'failed';
    const result = formatMof(source.text, layout);
    if (result.kind === 'refused') {
      this.#report(source, result.problems);
      return 'failed';
    }
    const isChanged = result.text !== source.text;
    try {
      this.#put(source, real, result.text, isChanged);
    } catch (error) {
      if (!(error instanceof UserError) && errorCode(error) === undefined) throw error;
      complain(this.#io, `cannot write ${source.path}: ${reasonOf(error)}`);
      return 'failed';
    }
    return isChanged ? 'changed' : 'unchanged';
  }

  /** The options of the command line, then those of the file's surroundings; undefined where these are wrong. */
  async #layoutOf({ path: shown }: SourceFile): Promise<Partial<FormatOptions> | undefined> {
    const { config, printWidth, tabWidth, useTabs, endOfLine } = this.#options;
    const own = {
      ...(printWidth !== undefined && { printWidth }),
      ...(tabWidth !== undefined && { tabWidth }),
      ...(useTabs !== undefined && { useTabs }),
      ...(endOfLine !== undefined && { endOfLine }),
    };
    if (!config) return own;
    try {
      const found = await this.#finder.settingsFor(path.resolve(this.#io.cwd, shown));
      if (found.unread !== undefined && this.#options.quiet !== true) {
        this.#complainOnce(found.unread, notFollowed);
      }
      return { ...found.settings, ...own };
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      this.#complainOnce(error.file, error.message);
      return undefined;
    }
  }

  #complainOnce(config: string, message: string): void {
    if (this.#mentioned.has(config)) return;
    this.#mentioned.add(config);
    complain(this.#io, `${shownPath(this.#io.cwd, config)}: ${message}`);
  }

  /** Changes the file, lists it or prints it. */
  #put(source: SourceFile, real: string | undefined, text: string, isChanged: boolean): void {
    const { stdout } = this.#io;
    const { write, check } = this.#options;
    if (write !== true && check !== true) {
      const isPlain = source.encoding === 'utf-8' || stdout.isTTY === true;
      stdout.write(isPlain ? text : encode(text, source.encoding));
    } else if (isChanged) {
      if (write === true && real !== undefined) rewriteFile(real, encode(text, source.encoding));
      stdout.write(`${escapeControls(source.path)}\n`);
    }
  }

  /** The first error, as `mofsec lint` shows it. */
  #report(file: SourceFile, problems: readonly SyntaxProblem[]): void {
    const [first] = problems;
    if (first === undefined) return;
    const { code: rule, start, end, message, related = [] } = first;
    const frame = codeFrame(
      {
        rule,
        severity: 'error',
        message,
        file,
        start,
        end,
        related: related.map((place) => ({ ...place, file })),
        fixes: [],
      },
      { style: this.#style },
    );
    this.#io.stderr.write(`${frame}\n`);
    const others = problems.length === 1 ? '' : `, like the ${problems.length - 1} behind it`;
    complain(this.#io, `${file.path} was left as it is: this error must be mended first${others}`);
  }
}

function sumUp(outcomes: readonly Outcome[], { write }: FormatCommandOptions, io: Io): void {
  const count = (wanted: Outcome): number =>
    outcomes.filter((outcome) => outcome === wanted).length;
  const changed = count('changed');
  const unchanged = count('unchanged');
  const failed = count('failed');
  const parts =
    write === true
      ? [`${files(changed)} formatted`, `${unchanged} unchanged`]
      : [`${files(changed)} to format`, `${unchanged} formatted already`];
  if (failed > 0) parts.push(`${failed} left as ${failed === 1 ? 'it is' : 'they are'}`);
  if (outcomes.length > 0) io.stderr.write(`${parts.join(', ')}\n`);
}

function files(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}
