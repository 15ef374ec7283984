import { expect, test } from 'vitest';
import { jsonReportValue } from '../../src/report/json.ts';
import { jsonLinesReport } from '../../src/report/jsonl.ts';
import { clean, hostile, result } from './findings.ts';

test.each([
  ['findings', result],
  ['hostile ones', hostile],
])('%s have a line each, which says what the JSON report says', (_, run) => {
  const text = jsonLinesReport(run);
  const lines = text.split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual(jsonReportValue(run).diagnostics);
});

test('no finding is no line', () => {
  expect(jsonLinesReport(clean)).toBe('');
});
