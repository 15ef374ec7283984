/** How the layout can be chosen: prettier's options of the same names. */

export interface FormatOptions {
  /** The columns that a line keeps within where it can. */
  readonly printWidth: number;
  /** The columns of one level of indentation. */
  readonly tabWidth: number;
  /** Tabs in place of blanks. */
  readonly useTabs: boolean;
  /** `auto` keeps the line ends that the text has. */
  readonly endOfLine: 'auto' | 'lf' | 'crlf' | 'cr';
}

/** Prettier's defaults, but for the line ends: MOF is written on Windows, and the formatter is no conversion tool. */
export const defaultFormatOptions: FormatOptions = {
  printWidth: 80,
  tabWidth: 2,
  useTabs: false,
  endOfLine: 'auto',
};
