/** Commands that take values instead of files: from the command line, or one a line from stdin. */
import { safeJson } from '../diagnostics/escape.ts';
import { realmsFromOptions, type RealmOptions } from '../security/sddl-report.ts';
import { decode } from '../text/decode.ts';
import { exitCodes, type ExitCode, type Io } from './io.ts';
import { printableLines } from './messages.ts';
import { collect } from './read-bytes.ts';
import { reasonOf, UserError } from './user-error.ts';

export interface ValueOptions extends RealmOptions {
  readonly format: 'text' | 'json';
}

/**
 * Prints a report on every value. `-` in place of values reads stdin and prints one JSON object for
 * each line, also for empty and broken ones, so that another program can match answers to
 * questions.
 *
 * @returns `findings` when some value is invalid
 */
export async function reportValues<Report extends { readonly valid: boolean }>(
  values: readonly string[],
  options: ValueOptions,
  io: Io,
  reportOn: (value: string) => Report,
  asText: (report: Report) => string,
): Promise<ExitCode> {
  const fromStdin = values.includes('-');
  if (fromStdin && values.length > 1) {
    throw new UserError('- reads the values from standard input and cannot stand beside others');
  }
  const inputs = fromStdin ? await linesOf(io) : values;
  const asJson = fromStdin || options.format === 'json';
  let areValid = true;
  for (const [index, input] of inputs.entries()) {
    const report = reportOn(input);
    areValid &&= report.valid;
    if (asJson) io.stdout.write(`${safeJson(report)}\n`);
    else io.stdout.write((index > 0 ? '\n' : '') + printableLines(asText(report)));
  }
  return areValid ? exitCodes.clean : exitCodes.findings;
}

/** Throws a {@link UserError} when `--domain` or `--machine` is no SID of a domain or a machine. */
export function checkRealms({ domain, machine }: RealmOptions): void {
  const notes: string[] = [];
  realmsFromOptions({ domain, machine }, notes);
  if (notes.length > 0) throw new UserError(notes.join('; ').replaceAll(' and is ignored', ''));
}

/** LF and CRLF end lines, nothing else does; behind the last line end there is no line. */
async function linesOf(io: Pick<Io, 'stdin'>): Promise<readonly string[]> {
  const text = await textOf(io);
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

async function textOf(io: Pick<Io, 'stdin'>): Promise<string> {
  try {
    return decode(await collect(io.stdin)).text;
  } catch (error) {
    throw new UserError(`cannot read standard input: ${reasonOf(error)}`);
  }
}
