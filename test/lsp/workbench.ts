/** A language service over a folder that exists in memory alone, and texts with marks for where the cursor stands. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { Environment } from '../../lsp/environment.ts';
import { positionAt, rangeOf } from '../../lsp/positions.ts';
import { LanguageService } from '../../lsp/service.ts';
import type { FormatOptions } from '../../src/formatter/options.ts';
import { SourceFile } from '../../src/text/source-file.ts';
import { readMarks } from '../support/marked-text.ts';

export const folder = 'file:///workspace';

/** The URI of a file of the folder. */
export function uriOf(path: string): string {
  return `${folder}/${path}`;
}

/** The folder's files as on a disk. */
export function environmentOf(files: Readonly<Record<string, string>>): Environment {
  const texts = new Map(Object.entries(files));
  return {
    findFiles: () => Promise.resolve([...texts.keys()]),
    readFile: (_, path) => {
      const text = texts.get(path);
      return text === undefined ? undefined : new SourceFile(path, text);
    },
  };
}

/** Files by their URIs, in any folder; they may change behind everybody's back. */
export function environmentOfUris(files: ReadonlyMap<string, string>): Environment {
  return {
    findFiles: (root) =>
      Promise.resolve(
        [...files.keys()].flatMap((file) =>
          file.startsWith(`${root}/`) ? [file.slice(root.length + 1)] : [],
        ),
      ),
    readFile: (root, path) => {
      const text = files.get(`${root}/${path}`);
      return text === undefined ? undefined : new SourceFile(path, text);
    },
  };
}

/** An open document of a service. */
export interface Bench {
  readonly service: LanguageService;
  readonly uri: string;
  /** The text without the marks. */
  readonly text: string;
  /** Where each mark stands; `⟦⟧` is a cursor. */
  readonly ranges: readonly Range[];
  /** The start of the first mark. */
  readonly position: Position;
}

/**
 * Opens `main.mof` with a marked text in a service whose folder also has the given files. Files are found, as after
 * the folder was indexed.
 */
export async function openMarked(
  marked: string,
  files: Readonly<Record<string, string>> = {},
  layout: Partial<FormatOptions> = {},
): Promise<Bench> {
  const { text, spans } = readMarks(marked);
  const environment = environmentOf({ ...files, 'main.mof': text });
  const service = new LanguageService({
    ...environment,
    layoutFor: () => Promise.resolve(layout),
  });
  const project = service.workspace.addFolder(folder);
  await project.index(() => Promise.resolve());
  const uri = uriOf('main.mof');
  service.workspace.open(uri, 'mof', 1, text);
  const source = new SourceFile('main.mof', text);
  const ranges = spans.map((span) => rangeOf(source, span));
  return { service, uri, text, ranges, position: ranges[0]?.start ?? positionAt(source, 0) };
}

/** The characters of a range. */
export function textAt(text: string, range: Range): string {
  const source = new SourceFile('main.mof', text);
  const offset = ({ line, character }: Position): number =>
    (source.lineStarts[line] ?? text.length) + character;
  return text.slice(offset(range.start), offset(range.end));
}

/** A text after edits, which must not overlap. */
export function applyEdits(
  text: string,
  edits: readonly { readonly range: Range; readonly newText: string }[],
): string {
  const source = new SourceFile('main.mof', text);
  const offset = ({ line, character }: Position): number =>
    (source.lineStarts[line] ?? text.length) + character;
  return edits
    .toSorted((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (result, { range, newText }) =>
        result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)),
      text,
    );
}
