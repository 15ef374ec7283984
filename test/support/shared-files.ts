/** The real files that tests read beside the project, where they are present. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { decode } from '../../src/text/decode.ts';
import { SourceFile } from '../../src/text/source-file.ts';

export const SHARED = '../shared';

/** Whether the real files are there; a clone of the project alone has none. */
export const sharedIsPresent = existsSync(`${SHARED}/corpus/index.json`);

/** To append to a test's title, so that a skipped test says why. */
export const skippedNote = sharedIsPresent ? '' : ' (skipped: ../shared is absent)';

/** Paths below `../shared` of all files of a folder with one of the extensions, sorted. */
export function sharedFiles(folder: string, extensions = /\.(?:mof|mfl)$/i): readonly string[] {
  return readdirSync(`${SHARED}/${folder}`, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => extensions.test(path))
    .toSorted();
}

/** A file below `../shared`, decoded. */
export function readShared(path: string): SourceFile {
  return new SourceFile(path, decode(readFileSync(`${SHARED}/${path}`)).text);
}

/** A JSON file below `../shared`; the caller knows its shape. */
export function readSharedJson(path: string): unknown {
  return JSON.parse(readFileSync(`${SHARED}/${path}`, 'utf8'));
}
