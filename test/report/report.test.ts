import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { binaryFileDiagnostic } from '../../src/diagnostics/binary-file.ts';
import { conciseReport } from '../../src/report/concise.ts';
import { jsonReport, jsonReportValue } from '../../src/report/json.ts';
import { prettyReport, summaryLine } from '../../src/report/pretty.ts';
import { clean, result } from './findings.ts';

/** What a terminal would obey; line ends are the report's own. */
const control = /[\0-\x09\x0b-\x1f\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/u;

describe('the concise report', () => {
  it('is one line for each finding', () => {
    expect(conciseReport(result)).toBe(
      'wmi/filters.mof:1:13: error filter-query-missing: the filter has no Query\n' +
        'evil\\u202e.mof:1:3: warning bad-escape: the escape \\x1b is unknown\\u2028\n',
    );
  });

  it('is empty without findings', () => {
    expect(conciseReport(clean)).toBe('');
  });
});

describe('the pretty report', () => {
  it('shows every finding with its source', () => {
    expect(prettyReport(result)).toBe(
      [
        'wmi/filters.mof:1:13: error filter-query-missing: the filter has no Query',
        '  |',
        '1 | instance of __EventFilter as $F',
        '  |             ^^^^^^^^^^^^^',
        ' ::: evil\\u202e.mof:1:3',
        '1 | \\ufeff  "\\x1b[2J" = 😀;   bound here',
        '  = fix: Add a query: `Query = "";`',
        '',
        'evil\\u202e.mof:1:3: warning bad-escape: the escape \\x1b is unknown\\u2028',
        '  |',
        '1 | \\ufeff  "\\x1b[2J" = 😀;',
        '  |         ^^^^^^^^^',
        '',
        '',
      ].join('\n'),
    );
  });

  it('sums up in one line', () => {
    expect(summaryLine(result)).toBe('1 error and 1 warning in 2 files');
    expect(summaryLine(clean)).toBe('1 file, no problems');
    const [error, warning] = result.diagnostics;
    if (!error || !warning) throw new Error('the findings are not there');
    const diagnostics = [error, error, warning, { ...warning, severity: 'info' as const }];
    expect(summaryLine({ files: [], diagnostics })).toBe(
      '2 errors, 1 warning and 1 info in 0 files',
    );
  });
});

describe('the JSON report', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../src/report/lint-report.schema.json', import.meta.url), 'utf8'),
  ) as object;
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

  it('has exactly the documented shape', () => {
    expect(jsonReportValue(result)).toEqual({
      version: 1,
      diagnostics: [
        {
          file: 'wmi/filters.mof',
          rule: 'filter-query-missing',
          severity: 'error',
          message: 'the filter has no Query',
          line: 1,
          column: 13,
          endLine: 1,
          endColumn: 26,
          start: 12,
          end: 25,
          hresult: '0x80041042',
          related: [
            {
              file: 'evil\u202e.mof',
              line: 1,
              column: 3,
              endLine: 1,
              endColumn: 9,
              start: 2,
              end: 8,
              message: 'bound here',
            },
          ],
          fixes: [
            {
              title: 'Add a query',
              safety: 'suggestion',
              edits: [
                {
                  file: 'wmi/filters.mof',
                  line: 2,
                  column: 2,
                  endLine: 2,
                  endColumn: 2,
                  start: 34,
                  end: 34,
                  text: 'Query = "";',
                },
              ],
            },
          ],
        },
        {
          file: 'evil\u202e.mof',
          rule: 'bad-escape',
          severity: 'warning',
          message: 'the escape \x1b is unknown\u2028',
          line: 1,
          column: 3,
          endLine: 1,
          endColumn: 9,
          start: 2,
          end: 8,
          related: [],
          fixes: [],
        },
      ],
      summary: { files: 2, errors: 1, warnings: 1, infos: 0 },
    });
  });

  it.each([
    ['findings', result],
    ['none', clean],
    [
      'a file that is no text',
      {
        files: [],
        diagnostics: [
          binaryFileDiagnostic('a.mof', { kind: 'binary-mof', description: 'binary MOF' }),
        ],
      },
    ],
  ])('agrees with its schema: %s', (_, some) => {
    validate(JSON.parse(jsonReport(some)));
    expect(validate.errors).toBeNull();
  });

  it('is refused by the schema when it says more or less', () => {
    expect(validate({ ...jsonReportValue(clean), extra: 1 })).toBe(false);
    expect(validate({ version: 1, diagnostics: [] })).toBe(false);
  });
});

describe('no report', () => {
  it.each([
    ['pretty', prettyReport(result)],
    ['concise', conciseReport(result)],
    ['json', jsonReport(result)],
  ])('prints control characters of a file: %s', (_, text) => {
    expect(text).not.toMatch(control);
  });
});
