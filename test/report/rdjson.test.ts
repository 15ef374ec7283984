import { describe, expect, test } from 'vitest';
import type { Fix } from '../../src/diagnostics/diagnostic.ts';
import { rdjsonReport } from '../../src/report/rdjson.ts';
import { Utf8Columns } from '../../src/report/utf8-columns.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { clean, result } from './findings.ts';

interface Report {
  readonly diagnostics: readonly { readonly suggestions: readonly { readonly text: string }[] }[];
}

describe('the report for reviewdog', () => {
  test('has exactly the documented shape', () => {
    const [first, second] = (JSON.parse(rdjsonReport(result)) as { diagnostics: unknown[] })
      .diagnostics;
    expect(first).toEqual({
      message: 'the filter has no Query',
      location: {
        path: 'wmi/filters.mof',
        range: { start: { line: 1, column: 13 }, end: { line: 1, column: 26 } },
      },
      severity: 'ERROR',
      code: { value: 'filter-query-missing' },
      suggestions: [
        {
          range: { start: { line: 2, column: 2 }, end: { line: 2, column: 2 } },
          text: 'Query = "";',
        },
      ],
      related_locations: [
        {
          message: 'bound here',
          location: {
            path: String.raw`evil\u202e.mof`,
            range: { start: { line: 1, column: 5 }, end: { line: 1, column: 11 } },
          },
        },
      ],
    });
    expect(second).toMatchObject({
      message: String.raw`the escape \x1b is unknown\u2028`,
      severity: 'WARNING',
      suggestions: [],
    });
  });

  test('is empty without findings', () => {
    expect(JSON.parse(rdjsonReport(clean))).toEqual({
      source: { name: 'mofsec' },
      diagnostics: [],
    });
  });

  test('leads to the page of the vendor', () => {
    const [some] = result.diagnostics;
    if (some === undefined) throw new Error('the finding is not there');
    const run = { ...result, diagnostics: [{ ...some, rule: 'creator-sid-mismatch' }] };
    expect(rdjsonReport(run)).toMatch(
      /"value": "creator-sid-mismatch",\s+"url": "https:\/\/learn\.microsoft\.com\/[^"]+"/,
    );
  });

  const file = new SourceFile('a.mof', `one two three${' '.repeat(5000)}four`);
  const other = new SourceFile('b.mof', 'one');
  const edit = (place: SourceFile, start: number, text: string) => ({
    file: place,
    start,
    end: start + 3,
    text,
  });

  test.each<[string, Fix['edits'], readonly string[]]>([
    ['one edit', [edit(file, 4, 'zwei')], ['zwei']],
    ['several edits, and what is between', [edit(file, 4, '2'), edit(file, 0, '1')], ['1 2']],
    ['no edit', [], []],
    ['an edit of another file', [edit(file, 0, '1'), edit(other, 0, '1')], []],
    ['edits that are far apart', [edit(file, 0, '1'), edit(file, 5000, '4')], []],
  ])('suggests what a fix writes: %s', (_, edits, texts) => {
    const diagnostics = result.diagnostics.slice(0, 1).map((diagnostic) => ({
      ...diagnostic,
      file,
      fixes: [{ title: 'Do it', safety: 'safe' as const, edits }],
    }));
    const report = JSON.parse(rdjsonReport({ files: [file], diagnostics })) as Report;
    expect(
      report.diagnostics.flatMap(({ suggestions }) => suggestions.map(({ text }) => text)),
    ).toEqual(texts);
  });
});

test('columns of reviewdog count the bytes of UTF-8', () => {
  const text = `aé€😀\r\n${'€'.repeat(3000)}b`;
  const columns = new Utf8Columns(new SourceFile('a.mof', text));
  const at = [0, 1, 2, 3, 5, 7, 3007, 3008, 9999];
  expect(at.map((offset) => columns.positionAt(offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 2 },
    { line: 1, column: 4 },
    { line: 1, column: 7 },
    { line: 1, column: 11 },
    { line: 2, column: 1 },
    { line: 2, column: 9001 },
    { line: 2, column: 9002 },
    { line: 2, column: 9002 },
  ]);
});
