/**
 * What a MOF text suffers on its way through another language, and how it is undone. A carrier looks at a text that
 * the parser stumbled over; whether what it found is true is seen when the repaired text is read.
 */
import type { IToken } from 'chevrotain';

import type { Span } from '../ast.ts';
import type { SyntaxEdit, SyntaxProblemCode } from '../problem.ts';
import { lexMof, type LexedMof, StringLiteral } from '../tokens.ts';

/** One kind of damage that a text shows. Offsets count in the text that was looked at. */
export interface Damage extends Span {
  readonly code: SyntaxProblemCode;
  /** What is wrong, which language it looks like, what to write. */
  readonly message: string;
  /** What the edits do, as an imperative sentence without a full stop; undefined where a person must write instead. */
  readonly title?: string;
  /** What makes the text MOF again; in order, without overlaps, at least one. */
  readonly edits: readonly SyntaxEdit[];
  /** mofcomp's code, where it is not the one that the rule has. */
  readonly hresult?: string;
  /** Whether the edits restore what can only have stood there. */
  readonly certain: boolean;
  /** Set where edits leave out what nobody can know, so that what they are made in is not all that was meant. */
  readonly leavesGaps?: true;
  /** Set where the text is MOF either way, and what its values say is proof enough. */
  readonly evident?: true;
}

/** Looks for one kind of damage; undefined where the text shows none. */
export type Carrier = (damaged: DamagedText) => Damage | undefined;

/** A text that the parser stumbled over, with what several carriers look at. */
export class DamagedText {
  readonly text: string;
  #lexed: LexedMof | undefined;
  #code: string | undefined;
  #lines: readonly Line[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** What MOF would make of the text; comments and preprocessor lines are left out. */
  get tokens(): readonly IToken[] {
    return this.#lex().tokens;
  }

  /** The text with blanks in place of comments and of what stands between quotes; its offsets are the text's. */
  get code(): string {
    this.#code ??= codeOf(this.text, this.#lex());
    return this.#code;
  }

  /** The lines that are not blank. */
  get lines(): readonly Line[] {
    this.#lines ??= linesOf(this.text);
    return this.#lines;
  }

  #lex(): LexedMof {
    this.#lexed ??= lexMof(this.text);
    return this.#lexed;
  }
}

function codeOf(text: string, { tokens, comments }: LexedMof): string {
  const parts: string[] = [];
  let from = 0;
  const strings = tokens.filter(({ tokenType }) => tokenType === StringLiteral);
  const hidden = [...strings, ...comments].toSorted((a, b) => a.startOffset - b.startOffset);
  for (const { startOffset: start, image, tokenType } of hidden) {
    parts.push(text.slice(from, start));
    parts.push(
      tokenType === StringLiteral ? `"${' '.repeat(image.length - 2)}"` : ' '.repeat(image.length),
    );
    from = start + image.length;
  }
  return [...parts, text.slice(from)].join('');
}

/** A line without its line break. */
export interface Line extends Span {
  readonly text: string;
  /** Where the next line begins. */
  readonly next: number;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/([^\r\n]+)(?:\r\n|\r|\n|$)/g)) {
    const line = match[1] ?? '';
    const start = match.index;
    if (line.trim() === '') continue;
    lines.push({ text: line, start, end: start + line.length, next: start + match[0].length });
  }
  return lines;
}

/** An edit that takes a stretch of text away. */
export function removal(start: number, end: number): SyntaxEdit {
  return { start, end, text: '' };
}

const LONGEST_QUOTATION = 40;

/** Text of the file as a message quotes it: on one line, and not all of what is long. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST_QUOTATION ? `${line.slice(0, LONGEST_QUOTATION)}…` : line;
}

/** ` (3 places)`, or nothing where there is one. */
export function inPlaces(count: number): string {
  return count === 1 ? '' : ` (${count} places)`;
}

/** How a declaration of MOF begins; what stands before it need not be the beginning of a line. */
export const DECLARATION =
  /#[ \t]*pragma\b|\binstance[ \t]+of[ \t]+\w|\bclass[ \t]+\w+\s*(?::\s*\w+\s*)?\{/i;
