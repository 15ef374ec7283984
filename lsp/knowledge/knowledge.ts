/** What people are told about a word of the language. */

/** What stands between a word's parentheses. */
export interface KnownParameter {
  /** With its type, as the signature shows it: `uint32 length`. */
  readonly label: string;
  /** One sentence. */
  readonly documentation: string;
}

export interface Knowledge {
  /** In canonical spelling. */
  readonly name: string;
  /** How it is written: `MaxLen(uint32 length)`. Each parameter's label is part of it. */
  readonly signature: string;
  readonly parameters: readonly KnownParameter[];
  /** One paragraph of Markdown. */
  readonly documentation: string;
  /** Pages by file name and sections, as a rule's `source`. */
  readonly source: string;
}

/** Entries by folded name. */
export function byName<Entry extends { readonly name: string }>(
  entries: readonly Entry[],
): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
}
