/** The TextMate grammar sees what the parser sees, in every real file that parses. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseMof } from '../../../grammar/mof/parser.ts';
import { SourceFile } from '../../../src/text/source-file.ts';
import {
  readShared,
  sharedFiles,
  sharedIsPresent,
  skippedNote,
} from '../../support/shared-files.ts';
import { type Grammar, grammarFile, grammarOf, ScopedText } from '../../support/textmate.ts';
import { projectRoot, workTreeFiles } from '../../support/work-tree.ts';
import { expectedScopes } from './expected-scopes.ts';

/** Colouring all of it takes a quarter of a minute on an idle machine. */
const patience = 300_000;

let stored: Grammar;
beforeAll(async () => {
  stored = await grammarOf();
});

/** Places that are coloured as something else than they are; none in a file that does not parse. */
function mistakes(file: SourceFile, grammar = stored): readonly string[] {
  const scoped = new ScopedText(grammar, file.text);
  const { document, problems } = parseMof(file.text);
  if (problems.length > 0) return [];
  return expectedScopes(file.text, document)
    .map(({ offset, anyOf }) => ({ offset, anyOf, scopes: scoped.at(offset) }))
    .filter(({ anyOf, scopes }) => !anyOf.some((start) => scopes.some((s) => s.startsWith(start))))
    .map(({ offset, anyOf, scopes }) => {
      const { line, column } = file.positionAt(offset);
      return `${file.path}:${line}:${column} ${scopes.at(-1) ?? ''}, not ${anyOf.join(' or ')}`;
    });
}

describe('a text is coloured as what it is', () => {
  test('and is seen to be something else', async () => {
    const file = new SourceFile('split.mof', 'class Sample_A {\n  string\n  Name; };');
    expect(mistakes(file)).toEqual([]);
    const content = readFileSync(grammarFile, 'utf8').replaceAll(
      'variable.other.property.mof',
      'comment.block.mof',
    );
    expect(mistakes(file, await grammarOf('source.mof', content))).toEqual([
      'split.mof:3:3 comment.block.mof, not variable.other.property',
    ]);
  });

  test('in the samples', () => {
    const files = workTreeFiles().filter((file) => /^samples\/.*\.mof$/.test(file));
    expect(files).not.toEqual([]);
    const texts = files.map(
      (file) => new SourceFile(file, readFileSync(path.join(projectRoot, file), 'utf8')),
    );
    expect(texts.flatMap((file) => mistakes(file))).toEqual([]);
  });
});

describe.skipIf(!sharedIsPresent)(`real files are coloured as what they are${skippedNote}`, () => {
  test(
    'the collected ones',
    () => {
      const files = sharedFiles('corpus').filter((file) => !file.includes('/cim-2.49.0/'));
      expect(files.length).toBeGreaterThan(1400);
      expect(files.flatMap((file) => mistakes(readShared(file)))).toEqual([]);
    },
    patience,
  );

  test(
    "every eighth of DMTF's",
    () => {
      const files = sharedFiles('corpus/cim-2.49.0').filter((_, index) => index % 8 === 0);
      expect(files.length).toBeGreaterThan(200);
      expect(files.flatMap((file) => mistakes(readShared(file)))).toEqual([]);
    },
    patience,
  );

  test(
    "those of other compilers' tests, valid or not",
    () => {
      const files = sharedFiles('cases');
      expect(files.length).toBeGreaterThan(1000);
      expect(files.flatMap((file) => mistakes(readShared(file)))).toEqual([]);
    },
    patience,
  );
});
