/** A made-up analysis for the tests of reports. */
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { LintResult } from '../../src/report/lint-result.ts';
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
