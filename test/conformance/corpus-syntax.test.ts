import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { parseMof } from '../../grammar/mof/parser.ts';
import { decode } from '../../src/text/decode.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { recordResult } from '../support/results.ts';
import { SHARED, sharedIsPresent, skippedNote } from '../support/shared-files.ts';
import { malformedFiles } from './malformed-files.ts';

/** The syntax errors of a file as `line:column rule`; an escape that MOF lacks is a warning and not counted. */
function syntaxErrors(path: string): readonly string[] {
  const file = new SourceFile(path, decode(readFileSync(path)).text);
  return parseMof(file.text)
    .problems.filter(({ code }) => code !== 'bad-escape')
    .map(({ start, code }) => {
      const { line, column } = file.positionAt(start);
      return `${line}:${column} ${code}`;
    });
}

describe.skipIf(!sharedIsPresent)(`real files parse${skippedNote}`, () => {
  test('all of the DMTF schema, without a problem', ({ task }) => {
    const files = readdirSync(`${SHARED}/corpus/cim-2.49.0`, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.mof'))
      .map((path) => `${SHARED}/corpus/cim-2.49.0/${path}`);
    const malformed = files.filter((path) => syntaxErrors(path).length > 0);
    recordResult(
      task,
      'syntax of the corpus',
      `${files.length - malformed.length} of ${files.length} files of the DMTF schema are well-formed`,
    );
    expect(files).toHaveLength(1634);
    expect(malformed).toEqual([]);
  });

  test('the dump of a whole namespace of Windows XP, without a problem', () => {
    expect(syntaxErrors(`${SHARED}/cases/kingsland/winxp/WinXpProSp3CIMV2.mof`)).toEqual([]);
  });

  test('every other file, but for the malformed ones with exactly their problems', ({ task }) => {
    const index = JSON.parse(readFileSync(`${SHARED}/corpus/index.json`, 'utf8')) as {
      path: string;
    }[];
    expect(index).toHaveLength(1451);
    const found = Object.fromEntries(
      index
        .map(({ path }) => [path, syntaxErrors(`${SHARED}/corpus/${path}`)] as const)
        .filter(([, problems]) => problems.length > 0),
    );
    const malformed = Object.keys(found).length;
    recordResult(
      task,
      'syntax of the corpus',
      `${index.length - malformed} of ${index.length} other files are well-formed, ${malformed} are not, ` +
        `each with a reason`,
    );
    const expected = Object.fromEntries(
      Object.entries(malformedFiles).map(([path, { problems }]) => [path, problems]),
    );
    expect(found).toEqual(expected);
  });
});
