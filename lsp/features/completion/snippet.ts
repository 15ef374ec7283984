/** Text to insert, with places that a person fills in. */

/** A place to fill in. */
export interface Hole {
  /** What stands there to begin with. */
  readonly text: string;
  /** Holes of one name are filled in together; one without a name stands alone. */
  readonly name?: string;
  /** What may stand there; `text` is the first of them. */
  readonly choices?: readonly string[];
}

export type Snippet = readonly (string | Hole)[];

/** A place to fill in. */
export function hole(text: string, name?: string): Hole {
  return name === undefined ? { text } : { text, name };
}

/** A place for one of several texts, the first of which stands there to begin with. */
export function choice(choices: readonly string[]): Hole {
  return { text: choices[0] ?? '', choices };
}

/** A template whose text is taken as it stands, backslashes too. */
export function snippet(
  { raw }: TemplateStringsArray,
  ...parts: readonly (string | Hole | Snippet)[]
): Snippet {
  return raw.flatMap((text, index) => {
    const part = parts[index];
    return part === undefined ? [text] : [text, ...(isSnippet(part) ? part : [part])];
  });
}

function isSnippet(part: string | Hole | Snippet): part is Snippet {
  return Array.isArray(part);
}

/** Snippets with a text between them. */
export function joined(snippets: readonly Snippet[], separator: string): Snippet {
  return snippets.flatMap((part, index) => (index === 0 ? part : [separator, ...part]));
}

/** The same with another text, as where quotation marks stand around it. */
export function mapText(parts: Snippet, change: (text: string) => string): Snippet {
  return parts.map((part) =>
    typeof part === 'string'
      ? change(part)
      : {
          ...part,
          text: change(part.text),
          ...(part.choices !== undefined && { choices: part.choices.map(change) }),
        },
  );
}

/** The text with what its holes begin with. */
export function plainText(parts: Snippet): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

export function hasHoles(parts: Snippet): boolean {
  return parts.some((part) => typeof part !== 'string');
}

/** In the protocol's syntax. */
export function snippetText(parts: Snippet): string {
  const numbers = new Map<string, number>();
  let count = 0;
  return parts
    .map((part) => {
      if (typeof part === 'string') return escaped(part);
      const known = part.name === undefined ? undefined : numbers.get(part.name);
      const number = known ?? ++count;
      if (part.name !== undefined) numbers.set(part.name, number);
      // An editor fills in the later holes of a name by itself.
      return known === undefined ? holeText(part, number) : `\${${number}}`;
    })
    .join('');
}

function holeText({ text, choices }: Hole, number: number): string {
  if (choices !== undefined && choices.length > 1)
    return `\${${number}|${choices.map(escapedChoice).join(',')}|}`;
  return text === '' ? `$${number}` : `\${${number}:${escaped(text)}}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}

/** A dollar sign or a brace ends no choice, and editors take a backslash before one as it stands. */
function escapedChoice(text: string): string {
  return text.replaceAll(/[\\,|]/g, String.raw`\$&`);
}
