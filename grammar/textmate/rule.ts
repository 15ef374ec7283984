/**
 * TextMate rules, and what they are written with. Regular expressions are Oniguruma's, applied to one line at a time
 * (https://macromates.com/manual/en/language_grammars); none may look for one thing in two ways, so that each takes
 * time in proportion to its line.
 */

/** Scopes by the number of the capture; `patterns` reads the captured text once more. */
export type Captures = Readonly<
  Record<string, { readonly name?: string; readonly patterns?: readonly Rule[] }>
>;

export type Rule = Include | Match | Region | Patterns;

/** `#name` is a rule of the repository. */
export interface Include {
  readonly include: `#${string}`;
}

export interface Match {
  readonly match: string;
  readonly name?: string;
  readonly captures?: Captures;
}

/** From one match to another, perhaps lines later; `patterns` are looked for in between, the end first. */
export interface Region {
  readonly begin: string;
  readonly end: string;
  /** The scope of all of it. */
  readonly name?: string;
  /** The scope of what stands between the two matches. */
  readonly contentName?: string;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
}

export interface Patterns {
  readonly patterns: readonly Rule[];
}

/** A whole grammar, as an editor reads it. */
export interface TextMateGrammar {
  readonly $schema: string;
  readonly information_for_contributors: readonly string[];
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, Rule>>;
}

/** A rule of the repository. */
export function include(name: string): Include {
  return { include: `#${name}` };
}

/** A scope for the whole match. */
export function whole(name: string): Captures {
  return { '0': { name } };
}

/** The scopes of the captures in order, from the first. */
export function captures(...names: readonly (string | undefined)[]): Captures {
  return Object.fromEntries(
    names.flatMap((name, index) => (name === undefined ? [] : [[String(index + 1), { name }]])),
  );
}

/** A JavaScript regular expression in Oniguruma's words, without anchors at its ends and without captures. */
export function oniguruma({ source, flags }: RegExp): string {
  const translated = source
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replaceAll(/\\u([0-9a-f]{4})/gi, String.raw`\x{$1}`)
    .replaceAll(String.raw`\/`, '/')
    .replaceAll(/(?<!\\)\((?!\?)/g, '(?:');
  return flags.includes('i') ? `(?i:${translated})` : `(?:${translated})`;
}

/** One of these words by itself, in any case. */
export function words(names: Iterable<string>): string {
  return `${wordStart}(?i:${alternatives(names)})${wordEnd}`;
}

/** One of these texts; the longer ones first, where one begins another. */
export function alternatives(texts: Iterable<string>): string {
  return [...texts]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((text) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`))
    .join('|');
}

/** Not inside a word, nor behind the dollar sign of an alias. */
const wordStart = String.raw`(?<![\w$])`;
const wordEnd = String.raw`(?!\w)`;
