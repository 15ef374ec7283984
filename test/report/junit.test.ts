import { describe, expect, test } from 'vitest';
import { junitReport } from '../../src/report/junit.ts';
import { clean, hostile, result } from './findings.ts';

describe('the JUnit report', () => {
  test('is a suite for each file and a failure for each finding', () => {
    expect(junitReport(result)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="mofsec" tests="2" failures="2" errors="0">',
        '  <testsuite name="wmi/filters.mof" tests="1" failures="1" errors="0">',
        '    <testcase name="filter-query-missing" classname="wmi/filters.mof" file="wmi/filters.mof" line="1">',
        '      <failure type="error" message="the filter has no Query">wmi/filters.mof:1:13: error filter-query-missing: the filter has no Query',
        '  |',
        '1 | instance of __EventFilter as $F',
        '  |             ^^^^^^^^^^^^^',
        ' ::: evil\\u202e.mof:1:3',
        '1 | \\ufeff  &quot;\\x1b[2J&quot; = 😀;   bound here',
        '  = fix: Add a query: `Query = &quot;&quot;;`</failure>',
        '    </testcase>',
        '  </testsuite>',
        '  <testsuite name="evil\\u202e.mof" tests="1" failures="1" errors="0">',
        '    <testcase name="bad-escape" classname="evil\\u202e.mof" file="evil\\u202e.mof" line="1">',
        '      <failure type="warning" message="the escape \\x1b is unknown\\u2028">evil\\u202e.mof:1:3: warning bad-escape: the escape \\x1b is unknown\\u2028',
        '  |',
        '1 | \\ufeff  &quot;\\x1b[2J&quot; = 😀;',
        '  |         ^^^^^^^^^</failure>',
        '    </testcase>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    );
  });

  test('has a test that passes for a file without findings', () => {
    expect(junitReport(clean)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="mofsec" tests="1" failures="0" errors="0">',
        '  <testsuite name="wmi/filters.mof" tests="1" failures="0" errors="0">',
        '    <testcase name="mofsec" classname="wmi/filters.mof"/>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    );
  });

  test('has no element of hostile text', () => {
    const elements = junitReport(hostile).match(/<[^?/\s>]+/g) ?? [];
    expect(new Set(elements)).toEqual(
      new Set(['<testsuites', '<testsuite', '<testcase', '<failure']),
    );
  });
});
