import { describe, expect, test } from 'vitest';
import { fingerprintsOf, sha256 } from '../../src/report/fingerprints.ts';
import { gitlabReport } from '../../src/report/gitlab.ts';
import { clean, hostile, result } from './findings.ts';

describe('the report for GitLab', () => {
  const [first = '', second = ''] = fingerprintsOf(result.diagnostics);

  test('is an array with an object for each finding', () => {
    expect(JSON.parse(gitlabReport(result))).toEqual([
      {
        description: 'the filter has no Query',
        check_name: 'filter-query-missing',
        fingerprint: sha256(`wmi/filters.mof\n${first}`),
        severity: 'critical',
        location: { path: 'wmi/filters.mof', lines: { begin: 1, end: 1 } },
      },
      {
        description: String.raw`the escape \x1b is unknown\u2028`,
        check_name: 'bad-escape',
        fingerprint: sha256(`evil\\u202e.mof\n${second}`),
        severity: 'major',
        location: { path: String.raw`evil\u202e.mof`, lines: { begin: 1, end: 1 } },
      },
    ]);
  });

  test('is an empty array without findings', () => {
    expect(gitlabReport(clean)).toBe('[]\n');
  });

  test('has no fingerprint twice', () => {
    const issues = JSON.parse(gitlabReport(hostile)) as readonly { fingerprint: string }[];
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(
      hostile.diagnostics.length,
    );
  });
});
