/** Fixes applied to a fixed point: over texts made for it, the bad examples of all rules, and real files. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { parseMof } from '../../grammar/mof/parser.ts';
import type { Diagnostic, Fix } from '../../src/diagnostics/diagnostic.ts';
import { countMendable, mend } from '../../src/linter/mend.ts';
import { rules } from '../../src/linter/registry.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { readShared, sharedFiles, sharedIsPresent, skippedNote } from '../support/shared-files.ts';

const safeties: readonly Fix['safety'][] = ['safe', 'suggestion'];

/** What goes wrong when a file is mended alone, a sentence each. */
function faultsOf(source: SourceFile, safety: Fix['safety']): readonly string[] {
  const analyse = (files: readonly SourceFile[]): ReturnType<typeof analyze> =>
    analyze(files, { rules });
  const { files, fixed, result } = mend([source], analyse, safety);
  const [after = source] = files;
  const faults: string[] = [];
  const errors = ({ text }: SourceFile): number =>
    parseMof(text).problems.filter(({ code }) => code !== 'bad-escape').length;
  if (errors(after) > errors(source)) faults.push('more errors of syntax');
  if (fixed === 0 && after !== source) faults.push('changed without a fix');
  const again = mend([new SourceFile(after.path, after.text)], analyse, safety);
  if (again.fixed > 0) faults.push(`${again.fixed} more fixes in a second run`);
  const left = countMendable(result.diagnostics, new Set(files));
  if (left.safe > 0) faults.push(`${left.safe} safe fixes left`);
  return faults.map((fault) => `${source.path} ${safety}: ${fault}`);
}

describe('the bad examples, mended', () => {
  test.each(rules.map(({ name, examples }) => [name, examples] as const))('%s', (_, examples) => {
    const texts = [examples.bad, ...(examples.moreBad ?? [])];
    const sources = texts.map((text) => new SourceFile('example.mof', text));
    expect(sources.flatMap((source) => safeties.flatMap((s) => faultsOf(source, s)))).toEqual([]);
  });
});

describe.skipIf(!sharedIsPresent)(`real files, mended${skippedNote}`, () => {
  test.each(['subscriptions', 'providers', 'windows', 'drivers', 'dsc', 'sccm', 'misc'])(
    'of %s get no error of syntax, and a second run changes nothing',
    (folder) => {
      const sources = sharedFiles(`corpus/${folder}`).map(readShared);
      expect(sources.flatMap((source) => safeties.flatMap((s) => faultsOf(source, s)))).toEqual([]);
    },
    300_000,
  );
});
export type { Diagnostic };
