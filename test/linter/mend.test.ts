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
  const { files, applied, result } = mend([source], analyse, safety);
  const [after = source] = files;
  const faults: string[] = [];
  const errors = ({ text }: SourceFile): number =>
    parseMof(text).problems.filter(({ code }) => code !== 'bad-escape').length;
  if (errors(after) > errors(source)) faults.push('more errors of syntax');
  if (applied.length === 0 && after !== source) faults.push('changed without a fix');
  const again = mend([new SourceFile(after.path, after.text)], analyse, safety);
  if (again.applied.length > 0) faults.push(`${again.applied.length} more fixes in a second run`);
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

/** A finding with one fix that puts a text in the place of another. */
function finding(
  file: SourceFile,
  from: string,
  to: string,
  safety: Fix['safety'] = 'safe',
): Diagnostic | undefined {
  const start = file.text.indexOf(from);
  if (start === -1) return undefined;
  const end = start + from.length;
  const place = { file, start, end };
  const fixes: Fix[] = [{ title: 'Write it', safety, edits: [{ ...place, text: to }] }];
  return { ...place, rule: 'x', severity: 'error', message: '', related: [], fixes };
}

/** Finds in all files what is to be replaced. */
const replacing =
  (...wanted: readonly (readonly [string, string, Fix['safety']?])[]) =>
  (files: readonly SourceFile[]): { readonly diagnostics: readonly Diagnostic[] } => ({
    diagnostics: files.flatMap((file) =>
      wanted.flatMap(([from, to, safety]) => finding(file, from, to, safety) ?? []),
    ),
  });

const text = 'class A\n{\n  [key] string One;\n  string Two;\n};\n';

describe('mend', () => {
  test('leaves out the fixes that break a file, and takes the others of the same pass', () => {
    const { files, applied, result } = mend(
      [new SourceFile('a.mof', text)],
      replacing(['One', '1 One'], ['Two', 'Drei'], ['};', '}}'], ['class A', 'class B']),
    );
    expect(files[0]?.text).toBe(text.replace('Two', 'Drei').replace('class A', 'class B'));
    expect(applied).toHaveLength(2);
    expect(result.diagnostics).toHaveLength(2);
  });

  test('takes a fix of a file that does not parse, if it adds no error', () => {
    const broken = `${text}? instance\n`;
    const { files } = mend([new SourceFile('a.mof', broken)], replacing(['Two', 'Drei']));
    expect(files[0]?.text).toBe(broken.replace('Two', 'Drei'));
  });

  test('goes on where one fix brings forth another', () => {
    const { files, applied } = mend(
      [new SourceFile('a.mof', text)],
      replacing(['One', 'Uno'], ['Uno', 'Eins']),
    );
    expect(files[0]?.text).toContain('string Eins;');
    expect(applied).toHaveLength(2);
  });

  test('ends where two fixes undo each other', () => {
    const { applied } = mend(
      [new SourceFile('a.mof', text)],
      replacing(['One', 'Uno'], ['Uno', 'One']),
    );
    expect(applied.length).toBeLessThan(100);
  });

  test('takes suggestions when they are wanted, and behind the safe fixes', () => {
    const analyse = replacing(['One', 'Uno', 'suggestion'], ['string One', 'string Eins', 'safe']);
    const source = new SourceFile('a.mof', text);
    expect(mend([source], analyse).files[0]?.text).toContain('string Eins;');
    expect(mend([source], analyse, 'suggestion').files[0]?.text).toContain('string Eins;');
    const only = replacing(['One', 'Uno', 'suggestion']);
    expect(mend([source], only)).toMatchObject({ files: [source], applied: [] });
    expect(mend([source], only, 'suggestion').files[0]?.text).toContain('string Uno;');
    expect(countMendable(only([source]).diagnostics, new Set([source]))).toEqual({
      safe: 0,
      suggestion: 1,
    });
  });

  test('applies no fix that reaches into another file', () => {
    const source = new SourceFile('a.mof', text);
    const other = new SourceFile('b.mof', text);
    const analyse = (files: readonly SourceFile[]): { diagnostics: readonly Diagnostic[] } => ({
      diagnostics: files.flatMap((file) => {
        const [here, there] = [finding(file, 'One', 'Uno'), finding(other, 'One', 'Uno')];
        if (here === undefined || there === undefined) return [];
        const edits = [...here.fixes, ...there.fixes].flatMap((fix) => fix.edits);
        return [{ ...here, fixes: [{ title: 'Write both', safety: 'safe', edits }] }];
      }),
    });
    expect(mend([source], analyse)).toMatchObject({ files: [source], applied: [] });
    expect(mend([source, other], analyse).files.map((file) => file === source)).toEqual([
      false,
      false,
    ]);
  });
});
