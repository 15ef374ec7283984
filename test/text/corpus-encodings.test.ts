import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { looksBinary } from '../../src/text/binary-content.ts';
import { decode } from '../../src/text/decode.ts';
import { encode } from '../../src/text/encode.ts';
import type { Encoding } from '../../src/text/source-file.ts';

const corpus = new URL('../../../shared/corpus/', import.meta.url);
const isThere = existsSync(corpus);

interface CorpusFile {
  readonly path: string;
  readonly encoding: string;
}

/** The names that the corpus's index gives to encodings; ASCII is UTF-8. */
const encodings: Readonly<Record<string, Encoding>> = {
  ascii: 'utf-8',
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8-bom',
  'utf-16le-bom': 'utf-16le-bom',
  'utf-16le-nobom': 'utf-16le',
  'latin-1/cp1252': 'windows-1252',
};

/** Damaged by a conversion of line ends that took UTF-16 for ASCII. */
const oddFiles = ['dsc/puppetlabs-dsc__DSR_ReplaceText.schema.mfl'];

describe.skipIf(!isThere)(
  `files seen in the wild${isThere ? '' : ' (skipped: ../shared is absent)'}`,
  () => {
    const files = isThere
      ? (JSON.parse(readFileSync(new URL('index.json', corpus), 'utf8')) as readonly CorpusFile[])
      : [];
    const read = (file: CorpusFile): Buffer => readFileSync(new URL(file.path, corpus));

    it('have the encoding that the index says', () => {
      const wrong = files.flatMap((file) => {
        const found = decode(read(file)).encoding;
        return found === encodings[file.encoding] ? [] : [`${file.path}: ${found}`];
      });
      expect(wrong).toEqual([]);
      expect(files.length).toBeGreaterThan(1000);
    });

    it('are all text', () => {
      expect(files.filter((file) => looksBinary(read(file)))).toEqual([]);
    });

    it('come back as the same bytes, save for those with half a character', () => {
      const odd = files.filter((file) => decode(read(file)).problems.length > 0);
      const changed = files.filter((file) => {
        const { text, encoding } = decode(read(file));
        return Buffer.compare(encode(text, encoding), read(file)) !== 0;
      });
      expect(odd.map((file) => file.path)).toEqual(oddFiles);
      expect(changed).toEqual(odd);
    });
  },
);
