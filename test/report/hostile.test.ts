import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { plain } from '../../src/diagnostics/style.ts';
import { lintFormats } from '../../src/report/formats.ts';
import type { LintRun } from '../../src/report/lint-result.ts';
import { reporterFor } from '../../src/report/reporters.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { cleanRun, control, hostile, run } from './findings.ts';

const options = { style: plain, width: 100 };

/** Thousands of findings in one line of megabytes. */
function longLine(): LintRun {
  const file = new SourceFile('a.mof', `"${'€x'.repeat(2_000_000)}"`);
  const diagnostics = Array.from({ length: 4000 }, (_, index): Diagnostic => {
    const place = { file, start: index * 1000, end: index * 1000 + 5 };
    return {
      ...place,
      rule: 'bad-escape',
      severity: 'error',
      message: 'It is bad.',
      related: [{ file, start: 0, end: 1, message: 'here it begins' }],
      fixes: [{ title: 'Mend it', safety: 'safe', edits: [{ ...place, text: 'x' }] }],
    };
  });
  return { ...cleanRun, files: [file], diagnostics };
}

describe.each(lintFormats)('the format %s', (format) => {
  test('prints no character of a file that a terminal or a log obeys', async () => {
    const report = await reporterFor(format);
    for (const some of [hostile, run]) expect(report(some, options)).not.toMatch(control);
  });

  test('takes no time over thousands of findings in a line of megabytes', async () => {
    const report = await reporterFor(format);
    const long = longLine();
    const start = performance.now();
    report(long, options);
    expect(performance.now() - start).toBeLessThan(8000);
  });

  test('is the same each time', async () => {
    const report = await reporterFor(format);
    expect(report(hostile, options)).toBe(report(hostile, options));
  });
});
