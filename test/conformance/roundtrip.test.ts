import { describe, expect, test } from 'vitest';
import { parseMof } from '../../grammar/mof/parser.ts';
import { emitMof } from '../../src/emit/mof.ts';
import { printDocument } from '../support/print-document.ts';
import {
  compiled,
  contentOf,
  corpusFiles,
  shapeOf,
  validCases,
  type SharedFile,
} from '../emit/trees.ts';

/** Files that are read without any problem, which is what printing promises something about. */
function readable(files: readonly SharedFile[]): readonly SharedFile[] {
  return files.filter(({ text }) => parseMof(text).problems.length === 0);
}

const hasForeignNames = ['cases/probe/latin-ident-utf8.mof'];

const sets = [
  { what: 'valid cases', all: validCases() },
  { what: 'files of the corpus', all: corpusFiles() },
].map(({ what, all }) => ({ what, all: all.length, files: readable(all) }));

describe.each(sets)('of $all $what', ({ files }) => {
  const isThere = files.length > 0;
  const title = isThere
    ? `the ${files.length} that parse without problems`
    : 'none (skipped: ../shared is absent)';

  describe.skipIf(!isThere)(title, () => {
    test('give the same tree when printed and read again', () => {
      const changed = files.filter(({ text }) => {
        const before = parseMof(text);
        const after = parseMof(printDocument(before.document, text));
        return after.problems.length > 0 || shapeOf(after.document) !== shapeOf(before.document);
      });
      expect(changed.map(({ name }) => name)).toEqual([]);
    });

    test('have a canonical form that is ASCII, free of problems and its own canonical form', () => {
      const wrong = files.flatMap(({ name, text }) => {
        const once = emitMof(compiled(text));
        const { problems } = parseMof(once);
        // A name cannot be escaped.
        const isAscii = /^[\t\n -~]*$/.test(once) || hasForeignNames.includes(name);
        const faults = [
          ...(isAscii ? [] : ['not ASCII']),
          ...(problems.length === 0 ? [] : [`not valid: ${problems[0]?.message ?? ''}`]),
          ...(emitMof(compiled(once)) === once ? [] : ['not a fixed point']),
        ];
        return faults.map((fault) => `${name}: ${fault}`);
      });
      expect(wrong).toEqual([]);
    });

    test('have a canonical form that says as much', () => {
      const changed = files.filter(({ text }) => {
        const before = contentOf(parseMof(text).document);
        const after = contentOf(parseMof(emitMof(compiled(text))).document);
        return before.join('\0') !== after.join('\0');
      });
      expect(changed.map(({ name }) => name)).toEqual([]);
    });
  });
});
