/** What configuration files say about the layout of a file. */

export interface LayoutSettings {
  readonly printWidth?: number;
  readonly tabWidth?: number;
  readonly useTabs?: boolean;
  readonly endOfLine?: 'auto' | 'lf' | 'crlf' | 'cr';
}

/** Prettier has no limit; a file that asks for more wants to fill the memory with blanks. */
export const widestTab = 100;

/** A configuration file that cannot be understood. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** The absolute path of the file; the message is the rest of the sentence. */
  readonly file: string;

  constructor(file: string, message: string) {
    super(message);
    this.file = file;
  }
}
