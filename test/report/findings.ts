/** A made-up analysis for the tests of reports. */
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { LintResult, LintRun } from '../../src/report/lint-result.ts';
import { SourceFile } from '../../src/text/source-file.ts';

const filters = new SourceFile('wmi/filters.mof', 'instance of __EventFilter as $F\r\n{\r\n};\r\n');
const evil = new SourceFile('evil\u202e.mof', '\ufeff\t"\x1b[2J" = 😀;');

const missing: Diagnostic = {
  rule: 'filter-query-missing',
  severity: 'error',
  message: 'the filter has no Query',
  hresult: '0x80041042',
  file: filters,
  start: 12,
  end: 25,
  related: [{ file: evil, start: 2, end: 8, message: 'bound here' }],
  fixes: [
    {
      title: 'Add a query',
      safety: 'suggestion',
      edits: [{ file: filters, start: 34, end: 34, text: 'Query = "";' }],
    },
  ],
};

const suspicious: Diagnostic = {
  rule: 'bad-escape',
  severity: 'warning',
  message: 'the escape \x1b is unknown\u2028',
  file: evil,
  start: 2,
  end: 8,
  related: [],
  fixes: [],
};

export const result: LintResult = { files: [filters, evil], diagnostics: [missing, suspicious] };
export const clean: LintResult = { files: [filters], diagnostics: [] };

/** A run with all that a report can hold: a finding that a comment suppresses, a note, and what could not be read. */
export const run: LintRun = {
  ...result,
  suppressed: [
    {
      ...suspicious,
      rule: 'filter-name-missing',
      severity: 'info',
      message: 'the filter has no Name',
      file: filters,
      start: 29,
      end: 31,
      fixes: [{ title: 'Do nothing', safety: 'safe', edits: [] }],
      suppression: { file: filters, start: 33, end: 34, reason: 'it is \u202eknown' },
    },
  ],
  notes: ['a.mof: not read'],
  failures: ['cannot read b.mof: it is gone'],
};

export const cleanRun: LintRun = { ...clean, suppressed: [], notes: [], failures: [] };

/** What means something to some reader of a report, or may not stand in one. */
export const hostileTexts: readonly string[] = [
  '\0\x01\x1b[2J\x7f\x9b',
  'a\r\n::error::b\n##vso[task.setvariable variable=a]b',
  '%0A%25::stop-commands::x, y:z',
  ']]><!-- <script>alert("1")</script> & \'&lt;',
  '\u202e\u2066fdp\u200b\u2028\ufeff\u{e0041}',
  '[text](https://contoso.example) {0} {{',
  '\ud800 \udfff \ufffe \uffff',
  '__proto__',
  'C:/a b/#?%.mof',
];

const hostileFiles = hostileTexts.map((text) => new SourceFile(text, text));

/** Findings whose every text is hostile, in files with hostile names. */
export const hostile: LintRun = {
  ...cleanRun,
  files: hostileFiles,
  diagnostics: hostileFiles.map((file) => {
    const { text } = file;
    const place = { file, start: 0, end: text.length };
    return {
      ...place,
      rule: text === '__proto__' ? 'constructor' : 'bad-escape',
      severity: 'warning',
      message: text,
      related: [{ ...place, message: text }],
      fixes: [{ title: text, safety: 'safe', edits: [{ ...place, text }] }],
    };
  }),
  notes: hostileTexts,
  failures: hostileTexts,
};

/** What a terminal would obey or hide; line ends are the report's own. */
export const control = /[\0-\x09\x0b-\x1f\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
