import { writeSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a test run with `N passed, N failed, N skipped` alone on the very last line, for readers that
 * want the numbers and nothing else. A file that cannot be loaded, and an error outside any test,
 * count as one failure each, so that a run in trouble never shows `0 failed`. Before that line it says which tests
 * were skipped and why, as their titles have it: `... (skipped: reason)`.
 */
export class CountReporter implements Reporter {
  onTestRunEnd(testModules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const reasons = new Map<string, number>();
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const testModule of testModules) {
      let failedTests = 0;
      for (const test of testModule.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') counts.passed += 1;
        else if (state === 'failed') failedTests += 1;
        else {
          counts.skipped += 1;
          const reason = /\(skipped: (.+?)\)/.exec(test.fullName)?.[1] ?? test.fullName;
          reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        }
      }
      counts.failed += failedTests === 0 && testModule.state() === 'failed' ? 1 : failedTests;
    }
    const why = [...reasons].map(([reason, count]) => `skipped ${count}: ${reason}\n`).join('');
    const line = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
    // Other reporters may still be printing; the end of the process is the only certain last moment.
    process.once('exit', () => writeSync(process.stdout.fd, why + line));
  }
}
