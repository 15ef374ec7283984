/** The formats of `mofsec lint`. The reports themselves are loaded when one is asked for. */

/** First those for people, then those for programs. */
export const lintFormats = [
  'pretty',
  'concise',
  'json',
  'jsonl',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
  'rdjson',
] as const;

export type LintFormat = (typeof lintFormats)[number];

/** What each format is, for the help of the command. */
export const lintFormatSummaries: Readonly<Record<LintFormat, string>> = {
  pretty: 'each finding with its source, for people',
  concise: 'one line for each finding',
  json: 'one document, as schemas/lint-report.schema.json describes it',
  jsonl: 'one JSON object a line, for each finding',
  sarif: 'SARIF 2.1.0, for code scanning, with what comments suppress',
  github: 'workflow commands, which GitHub Actions shows in the diff',
  gitlab: 'a Code Quality report of GitLab',
  junit: 'JUnit XML: a suite for each file, a failure for each finding',
  checkstyle: 'Checkstyle XML',
  rdjson: 'Reviewdog Diagnostic Format, with what to write instead',
};
