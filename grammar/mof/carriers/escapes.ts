/** MOF that is still written as in a string literal of another language, with that language's escapes. */
import type { SyntaxEdit } from '../problem.ts';
import { type Damage, type DamagedText, inPlaces } from './damage.ts';
import { backslashEdits, backtickEdits, doubledQuoteEdits } from './string-escapes.ts';

/** `= \"text\"`: a quote with exactly one backslash where a value begins. */
const BACKSLASH = /[=(,{]\s*\\"/;
/** `= ""text""` */
const DOUBLED = /[=(]\s*""(?=[^\s",;)}])/;
/** ``= `"text`"`` or ``as `$Filter``. */
const BACKTICK = /[=(,{]\s*`"|(?:\bas\s+|=\s*)`\$\w/;
/** `as \$Filter`, `= \$Filter` */
const DOLLAR = /(?:\bas\s+|=\s*)\\\$\w/;
/** `};\n` */
const LINE_BREAK = /[;{})]\s*\\(?:r\\)?n/;

/** Quotes, and with them everything else, escaped as in the strings of C and its kin, of Basic or of PowerShell. */
export function escapedText({ text, code }: DamagedText): Damage | undefined {
  if (BACKSLASH.test(code)) return damageOf(text, carriedText(text), byBackslash);
  if (BACKTICK.test(code)) return damageOf(text, backtickEdits(text, 0, text.length), byBacktick);
  if (DOUBLED.test(code)) return damageOf(text, doubledQuotes(text), byDoubling);
  if (DOLLAR.test(code)) return damageOf(text, escapedDollars(text), byDollar);
  return LINE_BREAK.test(code) ? escapedLineBreaks(text) : undefined;
}

/** Line breaks that are written as escapes; one alone, or all inside of words, may be a slip of the pen. */
function escapedLineBreaks(text: string): Damage | undefined {
  const edits = carriedText(text);
  const isSure =
    edits.length > 1 && edits.some(({ start }) => /[^\w$]/.test(text.charAt(start - 1)));
  return isSure ? damageOf(text, edits, byLineBreak) : undefined;
}

interface Manner {
  readonly languages: string;
  readonly what: string;
  readonly title: string;
}

const byBackslash: Manner = {
  languages: 'C, C#, Java, JavaScript, Python or JSON',
  what: 'each quote has a backslash, and each backslash stands twice. Take one level of escapes away, so that " stands for \\" and \\\\ for \\\\\\\\',
  title: 'Take one level of escapes away',
};
const byDoubling: Manner = {
  languages: 'Visual Basic, VBScript or C# (@"...")',
  what: 'each quote stands twice. Write it once',
  title: 'Write each quote once',
};
const byBacktick: Manner = {
  languages: 'PowerShell',
  what: 'quotes and dollar signs have a backtick, which MOF does not know. Remove the backticks',
  title: 'Remove the backticks',
};
const byDollar: Manner = {
  languages: 'a shell, Perl or PHP',
  what: 'the dollar signs have a backslash, which MOF does not know outside of strings. Remove it',
  title: 'Remove the backslashes before dollar signs',
};
const byLineBreak: Manner = {
  languages: 'C, C#, Java, JavaScript, Python or JSON',
  what: 'line breaks are written \\n, which means something inside of quotes only. Write real ones',
  title: 'Write real line breaks',
};

function damageOf(
  text: string,
  edits: readonly SyntaxEdit[],
  { languages, what, title }: Manner,
): Damage | undefined {
  const quotes = edits.filter(({ start, end }) => /["$]$/.test(text.slice(start, end)));
  const [first] = quotes.length > 0 ? quotes : edits;
  if (first === undefined) return undefined;
  return {
    code: 'carrier-escaped-text',
    start: first.start,
    end: first.end,
    message: `The text is still written as in a string of ${languages}: ${what}${inPlaces(Math.max(1, quotes.length))}.`,
    title,
    edits,
    certain: true,
  };
}

/**
 * The strings whose quotes are `\"`, and the line breaks and tabs that are written as escapes between them. Strings
 * in plain quotes, which may stand beside them, are left as they are.
 */
function carriedText(text: string): readonly SyntaxEdit[] {
  const parts: (readonly SyntaxEdit[])[] = [];
  const isOneLine = !/[\r\n]/.test(text.trim());
  let at = 0;
  while (at < text.length) {
    NOTABLE.lastIndex = at;
    const match = NOTABLE.exec(text);
    if (match === null) break;
    const [found] = match;
    at = match.index + found.length;
    if (found === '//') at = endOf(isOneLine ? /\\[rn]|$/g : /[\r\n]|$/g, text, at);
    else if (found === '/*') at = endOf(/\*\/|$/g, text, at);
    else if (found === '"') at = plainStringEnd(text, at);
    else if (found === '\\"') {
      parts.push([{ start: match.index, end: at, text: '"' }]);
      const carried = backslashEdits(text, at, 'string');
      if (!carried.closed) return [];
      parts.push(carried.edits);
      at = carried.end;
    } else {
      parts.push([{ start: match.index, end: at, text: found.endsWith('t') ? '\t' : '\n' }]);
    }
  }
  return parts.flat();
}

const NOTABLE = /\/\/|\/\*|"|\\"|\\r\\n|\\[nrt]/g;

/** The end of what the pattern, which is global, finds from there on; it finds the end of the text at last. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match === null ? text.length : match.index + match[0].length;
}

function plainStringEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === '"') return at + 1;
  }
  return text.length;
}

/** Every quote stands twice, and nothing else is changed; a quote that stands alone proves the opposite. */
function doubledQuotes(text: string): readonly SyntaxEdit[] {
  const runs = Array.from(text.matchAll(/"+/g));
  return runs.some(([run]) => run.length % 2 === 1)
    ? []
    : runs.flatMap(({ index, 0: run }) => doubledQuoteEdits(index, run));
}

function escapedDollars(text: string): readonly SyntaxEdit[] {
  return Array.from(text.matchAll(/\\\$(?=\w)/g), ({ index }) => ({
    start: index,
    end: index + 2,
    text: '$',
  }));
}

/** `{{` and `}}`, as templates of Python, C# and Rust write a brace that is none of theirs. */
export function doubledBraces({ text }: DamagedText): Damage | undefined {
  if (!/\{\{\s*[\r\n]/.test(text)) return undefined;
  const edits = Array.from(text.matchAll(/\{\{|\}\}/g), ({ index, 0: braces }) => ({
    start: index,
    end: index + 2,
    text: braces.slice(1),
  }));
  const [first] = edits;
  if (first === undefined) return undefined;
  return {
    code: 'carrier-escaped-text',
    start: first.start,
    end: first.end,
    message: `Each brace stands twice, as in a template of Python (format), C# ($"...") or Rust, and mofcomp reads ${text.slice(first.start, first.end)} as two: write it once${inPlaces(edits.length)}.`,
    title: 'Write each brace once',
    edits,
    certain: true,
  };
}
