/** Which report belongs to which format. Each is loaded alone, because a run writes one. */
import type { Style } from '../diagnostics/style.ts';
import type { LintFormat } from './formats.ts';
import type { LintRun } from './lint-result.ts';

export interface ReportOptions {
  readonly style: Style;
  /** The columns that source lines keep within. */
  readonly width: number;
}

/** Writes a report, with a line end behind the last line; empty where a format has nothing to say. */
export type Reporter = (run: LintRun, options: ReportOptions) => string;

const loaders: Readonly<Record<LintFormat, () => Promise<Reporter>>> = {
  pretty: async () => (await import('./pretty.ts')).prettyReport,
  concise: async () => {
    const { conciseReport } = await import('./concise.ts');
    return (run, { style }) => conciseReport(run, style);
  },
  json: async () => (await import('./json.ts')).jsonReport,
  jsonl: async () => (await import('./jsonl.ts')).jsonLinesReport,
  sarif: async () => (await import('./sarif.ts')).sarifReport,
  github: async () => (await import('./github.ts')).githubReport,
  gitlab: async () => (await import('./gitlab.ts')).gitlabReport,
  junit: async () => (await import('./junit.ts')).junitReport,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyleReport,
  rdjson: async () => (await import('./rdjson.ts')).rdjsonReport,
};

/** The report of a format. */
export function reporterFor(format: LintFormat): Promise<Reporter> {
  return loaders[format]();
}
