/** What mofsec says of the test suites of other compilers: valid or invalid, as they do, but for listed exceptions. */
import { describe, expect, test } from 'vitest';

import { analyze, type Host } from '../../src/analyze.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import {
  readShared,
  readSharedJson,
  sharedIsPresent,
  skippedNote,
} from '../support/shared-files.ts';
import { recordResult } from '../support/results.ts';
import { caseExceptions } from './case-exceptions.ts';

interface Case {
  readonly file: string;
  readonly expect: string;
  readonly dialect?: string;
  /** Files that the other compiler was given first, whose classes the case relies on. */
  readonly compiledBefore?: readonly string[];
}

const host: Host = {
  readInclude(path) {
    try {
      return readShared(path);
    } catch {
      // What a case includes may not be part of the collection; its own verdict is not about that.
      return new SourceFile(path, '');
    }
  },
};

function verdictOn({ file, compiledBefore = [] }: Case): 'valid' | 'invalid' {
  const earlier = compiledBefore.map((path) => readShared(`cases/${path}`));
  const { diagnostics } = analyze([readShared(`cases/${file}`), ...earlier], { host });
  return diagnostics.some(
    (diagnostic) => diagnostic.severity === 'error' && !earlier.includes(diagnostic.file),
  )
    ? 'invalid'
    : 'valid';
}

/** MOF 3 is another language; what upstream is of two minds about decides nothing. */
function isComparable({ dialect = '', expect: expected }: Case): boolean {
  return !dialect.includes('v3') && (expected === 'valid' || expected === 'invalid');
}

describe.skipIf(!sharedIsPresent)(`verdicts of other compilers${skippedNote}`, () => {
  const cases = sharedIsPresent ? (readSharedJson('cases/index.json') as readonly Case[]) : [];
  const comparable = cases.filter(isComparable);

  test(`agree in ${comparable.length} cases but for the listed exceptions`, ({ task }) => {
    const disagreeing = comparable
      .filter((testCase) => verdictOn(testCase) !== testCase.expect)
      .map(({ file }) => file);
    const excepted = caseExceptions.flatMap(({ files }) => files);
    recordResult(
      task,
      'cases of other compilers',
      `${comparable.length - disagreeing.length} of ${comparable.length} agree; ` +
        `${excepted.length} exceptions are listed, for ${caseExceptions.length} reasons`,
    );
    expect(comparable.length).toBeGreaterThan(900);
    expect(disagreeing.toSorted()).toEqual(excepted.toSorted());
  });
});
