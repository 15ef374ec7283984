/** A program whose string literals hold a MOF text. */
import type { SyntaxEdit } from '../problem.ts';
import { type Damage, type DamagedText, DECLARATION, removal } from './damage.ts';
import {
  backslashEdits,
  backtickEdits,
  type DecodedStretch,
  doubledQuoteEdits,
} from './string-escapes.ts';

/** A declaration of MOF, as it may stand in a literal. */
const DECLARED =
  /#[ \t]*pragma\b|instance[ \t]+of[ \t]+\w+[ \t]*(?:as\b|[{\\`"'\r\n])|class[ \t]+\w+[ \t]*(?::[ \t]*\w+[ \t]*)?[{\\`"'\r\n]/i;
/** An instance, its keyword misspelt perhaps; a string in it may hold an embedded object. */
const INSTANCE = /\bof[ \t]+\w+\s*\{/i;
/** Qualifiers, which begin a MOF text too. */
const QUALIFIERS = /^[ \t]*\[\s*[A-Za-z]\w*\s*[(,\]]/m;

/** What a language joins its literals with must be short. */
const LONGEST_GLUE = 120;

/** How a language writes its string literals. */
interface Manner {
  readonly languages: string;
  /** Whether a literal may go on over a line break. */
  readonly spansLines?: true;
  /** From behind the opening quote. */
  readonly decode: (text: string, start: number, quote: string) => DecodedStretch;
}

const backslashes: Manner = {
  languages: 'C, C#, Java, JavaScript, Python or JSON',
  decode: (text, start, quote) =>
    backslashEdits(text, start, quote === '"' ? '"' : quote === "'" ? "'" : '`'),
};
const doubling: Manner = { languages: 'Visual Basic or VBScript', decode: doubledStretch };
const backticks: Manner = { languages: 'PowerShell', spansLines: true, decode: backtickStretch };

/** The literals that hold the text, joined. */
export function hostLiterals({ text }: DamagedText): Damage | undefined {
  const index = firstLiteral(text);
  if (index === undefined) return undefined;
  const quote = text.charAt(index);
  const before = text.slice(0, index);
  const isMof = DECLARATION.test(before) || INSTANCE.test(before) || QUALIFIERS.test(before);
  if (isMof || /[`'"]{3}$/.test(before + quote)) return undefined;
  const manner = mannerOf(text, index, quote);
  const joined = literalEdits(text, index, quote, manner);
  if (joined === undefined) return undefined;
  const { edits, end } = joined;
  return {
    code: 'carrier-host-code',
    start: index,
    end,
    message:
      `This is a string of ${manner.languages} that holds MOF, and mofcomp reads the program around it as MOF too: ` +
      'save what the string stands for, without its quotes and escapes.',
    title: 'Keep only the text that the string stands for',
    edits,
    certain: false,
  };
}

/** Where the literal begins that holds the first declaration; undefined where that stands in none. */
function firstLiteral(text: string): number | undefined {
  const declaration = DECLARED.exec(text)?.index;
  if (declaration === undefined) return undefined;
  const lineStart = text.slice(0, declaration).search(/[^\r\n]*$/);
  let opening: number | undefined;
  for (let at = lineStart; at < declaration; at++) {
    const char = text.charAt(at);
    if (opening === undefined) {
      if (QUOTES.has(char)) opening = at;
    } else if (char === '\\') at++;
    else if (char === text.charAt(opening)) opening = undefined;
  }
  return opening;
}

const QUOTES: ReadonlySet<string> = new Set(['"', "'", '`']);

/** By the way in which quotes inside the literals are written. */
function mannerOf(text: string, start: number, quote: string): Manner {
  if (quote !== '"') return backslashes;
  const rest = text.slice(start);
  if (/`["$nr]/.test(rest) && !/\\["n]/.test(rest)) return backticks;
  return /\(""|=\s*""/.test(rest) && !/[=(]\s*\\"(?!")/.test(rest) ? doubling : backslashes;
}

/** The literals that are joined to one text; undefined where the first of them is none. */
function literalEdits(
  text: string,
  opening: number,
  quote: string,
  manner: Manner,
): { readonly edits: readonly SyntaxEdit[]; readonly end: number } | undefined {
  const first = literalAt(text, opening, quote, manner);
  if (first === undefined) return undefined;
  const parts: (readonly SyntaxEdit[])[] = [[removal(0, opening + 1)], first.edits];
  let usual: string | undefined;
  let last = first;
  for (;;) {
    const next = text.indexOf(quote, last.end);
    const glue = text.slice(last.end, next < 0 ? last.end : next).replaceAll(/\s+/g, '');
    usual ??= glue;
    const isJoined =
      next >= 0 && next - last.end <= LONGEST_GLUE && (glue === usual || glue === '');
    const literal = isJoined ? literalAt(text, next, quote, manner) : undefined;
    if (literal === undefined) break;
    const needsBreak =
      /[\r\n]/.test(text.slice(last.end, next)) && last.edits.at(-1)?.text !== '\n';
    parts.push([{ start: last.end - 1, end: next + 1, text: needsBreak ? '\n' : '' }]);
    parts.push(literal.edits);
    last = literal;
  }
  parts.push([removal(last.end - 1, text.length)]);
  return { edits: parts.flat(), end: last.end };
}

/** A literal with its closing quote; only some go on over a line break. */
function literalAt(
  text: string,
  opening: number,
  quote: string,
  { decode, spansLines }: Manner,
): DecodedStretch | undefined {
  const literal = decode(text, opening + 1, quote);
  if (!literal.closed) return undefined;
  const mayBreak = spansLines === true || quote === '`';
  return mayBreak || !BREAK.test(text.slice(opening, literal.end)) ? literal : undefined;
}

/** A line break that no backslash takes away. */
const BREAK = /(?<!\\|\\\r)[\r\n]/;

/** `""` stands for a quote; a single one ends the literal. */
function doubledStretch(text: string, start: number): DecodedStretch {
  const runs: (readonly SyntaxEdit[])[] = [];
  const quotes = /"+/g;
  quotes.lastIndex = start;
  for (let match = quotes.exec(text); match !== null; match = quotes.exec(text)) {
    const { index, 0: run } = match;
    runs.push(doubledQuoteEdits(index, run));
    if (run.length % 2 === 1) {
      return { edits: runs.flat(), end: index + run.length, closed: true };
    }
  }
  return { edits: runs.flat(), end: text.length, closed: false };
}

/** A quote without a backtick ends the literal. */
function backtickStretch(text: string, start: number): DecodedStretch {
  const notable = /"|`[\s\S]/g;
  notable.lastIndex = start;
  let match = notable.exec(text);
  while (match !== null && match[0] !== '"') match = notable.exec(text);
  const closing = match?.index ?? text.length;
  const edits = backtickEdits(text, start, closing);
  return { edits, end: Math.min(closing + 1, text.length), closed: match !== null };
}
