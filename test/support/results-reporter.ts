import type { Reporter, TestModule } from 'vitest/node';
import type { Result } from './results.ts';

/** Prints what the tests of a run have measured as one table; a line whose test failed says so. Silent without any. */
export class ResultsReporter implements Reporter {
  onTestRunEnd(testModules: readonly TestModule[]): void {
    const lines = testModules.flatMap((testModule) =>
      [...testModule.children.allTests()].flatMap((test) => {
        const mark = test.result().state === 'passed' ? '' : ' (FAILED)';
        return (test.meta().results ?? []).map(({ about, found }) => ({
          about,
          found: found + mark,
        }));
      }),
    );
    if (lines.length > 0) process.stdout.write(`${table(lines)}\n`);
  }
}

/** Each subject once, with its lines behind it. */
function table(results: readonly Result[]): string {
  const subjects = [...new Set(results.map(({ about }) => about))].toSorted();
  const width = Math.max(...subjects.map(({ length }) => length));
  return subjects
    .flatMap((subject) =>
      results
        .filter(({ about }) => about === subject)
        .map(({ found }, index) => `${(index === 0 ? subject : '').padEnd(width)}  ${found}\n`),
    )
    .join('');
}
