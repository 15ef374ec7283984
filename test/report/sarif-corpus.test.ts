import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { rules } from '../../src/linter/registry.ts';
import { ruleHelpText } from '../../src/report/rule-page.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import { reportingDescriptor } from '../../src/report/sarif-rules.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { readShared, sharedFiles, sharedIsPresent, skippedNote } from '../support/shared-files.ts';
import { workTreeFiles } from '../support/work-tree.ts';
import { cleanRun } from './findings.ts';
import { sarifErrors } from './sarif-schema.ts';

function errorsOf(files: readonly SourceFile[]): readonly string[] {
  const { diagnostics, suppressed } = analyze(files, { rules });
  const run = { ...cleanRun, files, diagnostics, suppressed };
  return sarifErrors(JSON.parse(sarifReport(run)));
}

describe('SARIF about', () => {
  test('the samples agrees with the official schema', () => {
    const samples = workTreeFiles().filter((file) => /^samples\/.*\.mof$/.test(file));
    const files = samples.map((file) => new SourceFile(file, readFileSync(file, 'utf8')));
    expect(files).not.toEqual([]);
    expect(errorsOf(files)).toEqual([]);
  });

  test('every rule agrees with the official schema', () => {
    const driver = { name: 'mofsec', rules: rules.map(({ name }) => reportingDescriptor(name)) };
    const log = { version: '2.1.0', runs: [{ tool: { driver }, results: [] }] };
    expect(sarifErrors(log)).toEqual([]);
  });

  test('no rule links to a page that the reader does not have', () => {
    const links = rules.flatMap((rule) =>
      [...ruleHelpText(rule).matchAll(/\]\((?:#|[\w-]+\.md)[^)]*\)/g)].map(([link]) => link),
    );
    expect(links).toEqual([]);
  });
});

describe.skipIf(!sharedIsPresent)(`real files${skippedNote}`, () => {
  // Each folder is a run, as somebody would lint it.
  test.each([
    'cim-2.49.0',
    'drivers',
    'dsc',
    'misc',
    'providers',
    'sccm',
    'subscriptions',
    'windows',
  ])('SARIF about %s agrees with the official schema', (folder) => {
    expect(errorsOf(sharedFiles(`corpus/${folder}`).map(readShared))).toEqual([]);
  });
});
