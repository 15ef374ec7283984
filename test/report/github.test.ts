import { describe, expect, test } from 'vitest';
import { githubReport } from '../../src/report/github.ts';
import type { LintResult } from '../../src/report/lint-result.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { clean, hostile, result } from './findings.ts';

function reportOn(path: string, message: string, end = 1): string {
  const file = new SourceFile(path, 'a\nb\n');
  const finding = { rule: 'a-rule', message, file, start: 0, end, related: [], fixes: [] };
  const run: LintResult = { files: [file], diagnostics: [{ ...finding, severity: 'info' }] };
  return githubReport(run);
}

describe('the report for GitHub', () => {
  test('is one workflow command for each finding', () => {
    expect(githubReport(result)).toBe(
      '::error title=filter-query-missing,file=wmi/filters.mof,line=1,endLine=1,col=13,endColumn=26::the filter has no Query\n' +
        '::warning title=bad-escape,file=evil\\u202e.mof,line=1,endLine=1,col=3,endColumn=9::the escape \\x1b is unknown\\u2028\n',
    );
  });

  test('has no columns where a finding goes over several lines, which GitHub would refuse', () => {
    expect(reportOn('a.mof', 'm', 3)).toBe(
      '::notice title=a-rule,file=a.mof,line=1,endLine=2::m\n',
    );
  });

  test('is empty without findings', () => {
    expect(githubReport(clean)).toBe('');
  });

  test.each([
    ['100% :: a, b', '100%25 :: a, b'],
    ['a\r\nb', String.raw`a\x0d\x0ab`],
    ['%0A', '%250A'],
  ])('escapes the message %j', (message, expected) => {
    expect(reportOn('a.mof', message)).toBe(
      `::notice title=a-rule,file=a.mof,line=1,endLine=1,col=1,endColumn=2::${expected}\n`,
    );
  });

  test.each([
    ['C:/a,b%.mof', 'C%3A/a%2Cb%25.mof'],
    ['a\n::error::b', String.raw`a\x0a%3A%3Aerror%3A%3Ab`],
    ['a::b', 'a%3A%3Ab'],
  ])('escapes the name %j', (path, expected) => {
    expect(reportOn(path, 'm')).toBe(
      `::notice title=a-rule,file=${expected},line=1,endLine=1,col=1,endColumn=2::m\n`,
    );
  });

  test('gives no command away to hostile text', () => {
    const lines = githubReport(hostile).trimEnd().split('\n');
    expect(lines).toHaveLength(hostile.diagnostics.length);
    for (const line of lines) expect(line).toMatch(/^::warning title=[\w-]+,file=[^:]+::/);
  });
});
