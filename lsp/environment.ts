/** What the language service sees of the world outside the open documents. The browser has another one than Node. */
import type { FormatOptions } from '../src/formatter/options.ts';
import type { SourceFile } from '../src/text/source-file.ts';

/** A folder is named by its URI, a file by its path below the folder, with `/`. */
export interface Environment {
  /** The MOF files below a folder; ignore files are honoured. Never rejects: a folder that cannot be read has none. */
  readonly findFiles: (folder: string) => Promise<readonly string[]>;
  /** A file below a folder; undefined where it cannot be read, is no text, or lies outside of the folder. */
  readonly readFile: (folder: string, path: string) => SourceFile | undefined;
  /** The URI of the page that documents a rule; undefined where there is none. */
  readonly rulePage?: (rule: string) => string | undefined;
  /**
   * How the surroundings of a file want it laid out: what .prettierrc and .editorconfig say, which go before the
   * editor's own settings. Never rejects: settings that cannot be read are none.
   */
  readonly layoutFor?: (folder: string, path: string) => Promise<Partial<FormatOptions>>;
}

/** Nothing but the open documents. */
export const emptyEnvironment: Environment = {
  findFiles: () => Promise.resolve([]),
  readFile: () => undefined,
};
