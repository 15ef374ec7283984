/** `mofsec sid`: security identifiers in every spelling. */
import { sidReport, type SidReport } from '../../security/sid-report.ts';
import { errorsText } from '../error-carets.ts';
import type { ExitCode, Io } from '../io.ts';
import { checkRealms, reportValues, type ValueOptions } from '../values.ts';

export type SidOptions = ValueOptions;

/** Reports on every value; exit code 1 when one is no identifier. */
export async function sid(
  values: readonly string[],
  options: SidOptions,
  io: Io,
): Promise<ExitCode> {
  checkRealms(options);
  return reportValues(values, options, io, (value) => sidReport(value, options), asText);
}

function asText(report: SidReport): string {
  if (!report.valid) return errorsText(report);
  const lines = [
    report.sid ?? '',
    `  name   ${report.name ?? '(no well-known name)'}`,
    `  bytes  {${report.bytes?.join(',') ?? ''}}`,
  ];
  return `${lines.join('\n')}\n`;
}
