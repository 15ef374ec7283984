import { describe, expect, test } from 'vitest';
import { checkstyleReport } from '../../src/report/checkstyle.ts';
import { clean, hostile, result } from './findings.ts';

describe('the Checkstyle report', () => {
  test('is an element for each file with one for each finding', () => {
    expect(checkstyleReport(result)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<checkstyle version="4.3">',
        '  <file name="wmi/filters.mof">',
        '    <error line="1" column="13" severity="error" message="the filter has no Query" source="mofsec.filter-query-missing"/>',
        '  </file>',
        '  <file name="evil\\u202e.mof">',
        '    <error line="1" column="3" severity="warning" message="the escape \\x1b is unknown\\u2028" source="mofsec.bad-escape"/>',
        '  </file>',
        '</checkstyle>',
        '',
      ].join('\n'),
    );
  });

  test('names a file without findings', () => {
    expect(checkstyleReport(clean)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n  <file name="wmi/filters.mof"/>\n</checkstyle>\n',
    );
  });

  test('has no element of hostile text', () => {
    const elements = checkstyleReport(hostile).match(/<[^?/\s>]+/g) ?? [];
    expect(new Set(elements)).toEqual(new Set(['<checkstyle', '<file', '<error']));
  });
});
