/** Characters that web pages and word processors put in place of those that Windows wants. */
import type { TextKind } from './placeholders.ts';
import type { Span } from './templates.ts';

/** A stretch of a text that stands for something else. */
export interface ForeignCharacter extends Span {
  readonly what: 'entity' | 'quote' | 'blank' | 'invisible';
  /** What it stands for. */
  readonly replacement: string;
}

const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
const blank = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const doubleQuote = /[\u201c-\u201f]/g;
const entity = /&(?:amp;)*(?:quot|apos|lt|gt|amp|nbsp|#34|#39|#60|#62);/g;

const characters: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['#34', '"'],
  ['apos', "'"],
  ['#39', "'"],
  ['lt', '<'],
  ['#60', '<'],
  ['gt', '>'],
  ['#62', '>'],
  ['amp', '&'],
  ['nbsp', ' '],
]);

/** Markup in which entities mean what they say. */
const markup = /<\/?[a-z][^<>]*>/i;
/** Quotes and entities in a script that are surely part of its code and of no text in it. */
const quoteInCode = /[=(,+&]\s*[\u201c\u201d]|[\u201c\u201d]\s*(?:[),;+]|&(?!\w+;))/;
const entityInCode = /\(\s*&quot;|&quot;\s*\)|&amp;&amp;|\s&[lg]t;=?\s/;

/** The foreign characters of a text in order; offsets count in the text. */
export function foreignCharacters(text: string, kind: TextKind): readonly ForeignCharacter[] {
  // Command lines and paths are ASCII, nearly all of them.
  if (!/[&\u0080-\uffff]/.test(text)) return [];
  return [
    ...(kind === 'script' ? [] : all(text, invisible, 'invisible', () => '')),
    ...(kind === 'script' ? [] : all(text, blank, 'blank', () => ' ')),
    ...(takesQuotes(text, kind) ? [] : all(text, doubleQuote, 'quote', () => '"')),
    ...(takesEntities(text, kind) ? [] : all(text, entity, 'entity', characterOf)),
  ].toSorted((a, b) => a.start - b.start);
}

/** PowerShell takes curly quotes for straight ones, and in the strings of a script they are text. */
function takesQuotes(text: string, kind: TextKind): boolean {
  return kind === 'script' ? !quoteInCode.test(text) : /\b(?:powershell|pwsh)\b/i.test(text);
}

function takesEntities(text: string, kind: TextKind): boolean {
  return kind === 'script' ? !entityInCode.test(text) : markup.test(text);
}

function all(
  text: string,
  pattern: RegExp,
  what: ForeignCharacter['what'],
  replacement: (found: string) => string,
): readonly ForeignCharacter[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    what,
    replacement: replacement(found),
  }));
}

function characterOf(found: string): string {
  const name = /([\w#]+);$/.exec(found)?.[1] ?? '';
  return characters.get(name) ?? found;
}
