/** Parses each source once, however many analyses it takes part in. */
import { parseMof } from '../../grammar/mof/parser.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { ParsedFile } from './model.ts';

const parsedFiles = new WeakMap<SourceFile, ParsedFile>();

/** The file with its tree. Sources and trees never change, so an editor analyses again only what was typed in. */
export function parsedFile(source: SourceFile): ParsedFile {
  let parsed = parsedFiles.get(source);
  if (parsed === undefined) {
    parsed = { source, ...parseMof(source.text) };
    parsedFiles.set(source, parsed);
  }
  return parsed;
}
