/** What can stand at a place in a security descriptor. */
import type { Span } from '../../../grammar/mof/ast.ts';

/** The section that a place is in: owner, group, DACL or SACL. */
export type SectionLetter = 'O' | 'G' | 'D' | 'S';

/** The fields of an ACE, in their order. */
export type AceField = 'type' | 'flags' | 'rights' | 'object' | 'inherited-object' | 'trustee';

const fields: readonly AceField[] = [
  'type',
  'flags',
  'rights',
  'object',
  'inherited-object',
  'trustee',
];

export type SddlPlace =
  | { readonly kind: 'none' }
  /** Before or between sections; the letters of those that the text has. */
  | { readonly kind: 'section'; readonly written: ReadonlySet<string>; readonly isEmpty: boolean }
  /** The SID of the owner or of the group; `word` is what is written of it. */
  | {
      readonly kind: 'principal';
      readonly word: Span;
      readonly isComplete: boolean;
      readonly written: ReadonlySet<string>;
    }
  /** Flags of an ACL and its first ACE, or a further ACE. */
  | {
      readonly kind: 'acl';
      readonly letter: 'D' | 'S';
      readonly hasAces: boolean;
      readonly word: Span;
      readonly written: ReadonlySet<string>;
    }
  | {
      readonly kind: 'ace';
      readonly letter: 'D' | 'S';
      readonly field: AceField;
      readonly word: Span;
      /** The type of the ACE in upper case. */
      readonly type: string;
      /** Whether no other field follows. */
      readonly isLast: boolean;
      /** Whether a parenthesis closes the ACE. */
      readonly isClosed: boolean;
    };

/** Reads a descriptor up to a place, and on to the end of the word there. */
export function sddlPlaceAt(text: string, at: number): SddlPlace {
  const written = lettersIn(text);
  const { letter, start, aceStart } = sectionAt(text, at);
  if (letter === undefined) return { kind: 'section', written, isEmpty: text.trim() === '' };
  if (letter === 'O' || letter === 'G') return principalAt(text, start, at, written);
  if (aceStart !== undefined) return aceAt(text, at, letter, aceStart);
  const before = text.slice(start, at);
  const word = /[A-Z_]*$/i.exec(before)?.[0] ?? '';
  const hasAces = before.includes('(');
  return { kind: 'acl', letter, hasAces, word: { start: at - word.length, end: at }, written };
}

function principalAt(
  text: string,
  start: number,
  at: number,
  written: ReadonlySet<string>,
): SddlPlace {
  const before = text.slice(start, at).trimStart();
  // The second letter of an alias, and not that of the next section.
  const isHalf = /^[A-Z]$/i.test(before) && /^[A-Z](?!:)/i.test(text.slice(at));
  return {
    kind: 'principal',
    word: { start: at - before.length, end: at + (isHalf ? 1 : 0) },
    isComplete: /^(?:[A-Z]{2}|S-1-[\d-]*\d)\s*$/i.test(before),
    written,
  };
}

/** Where a letter and a colon stand outside of parentheses, a section begins. */
function sectionAt(
  text: string,
  at: number,
): {
  readonly letter: SectionLetter | undefined;
  readonly start: number;
  /** Behind the parenthesis that is open. */
  readonly aceStart: number | undefined;
} {
  let letter: SectionLetter | undefined;
  let start = 0;
  let depth = 0;
  let aceStart: number | undefined;
  for (let index = 0; index < at; index++) {
    const char = text.charAt(index);
    if (char === '(') {
      if (depth === 0) aceStart = index + 1;
      depth++;
    } else if (char === ')' && depth > 0) {
      depth--;
      if (depth === 0) aceStart = undefined;
    } else if (depth === 0 && text.charAt(index + 1) === ':' && index + 1 < at) {
      const found = asLetter(char);
      if (found === undefined) continue;
      letter = found;
      start = index + 2;
    }
  }
  return { letter, start, aceStart };
}

function asLetter(char: string): SectionLetter | undefined {
  const letter = char.toUpperCase();
  return letter === 'O' || letter === 'G' || letter === 'D' || letter === 'S' ? letter : undefined;
}

function lettersIn(text: string): ReadonlySet<string> {
  const outside = text.replaceAll(/\([^()]*\)/g, '');
  return new Set(
    [...outside.matchAll(/([OGDS]):/gi)].map(([, letter = '']) => letter.toUpperCase()),
  );
}

function aceAt(text: string, at: number, letter: 'D' | 'S', aceStart: number): SddlPlace {
  const written = text.slice(aceStart, at).split(';');
  const field = fields[written.length - 1];
  if (field === undefined) return { kind: 'none' };
  const before = written.at(-1) ?? '';
  const after = /^[^;()]*/.exec(text.slice(at))?.[0] ?? '';
  const type = (written.length === 1 ? before + after : (written[0] ?? '')).trim().toUpperCase();
  const next = text.charAt(at + after.length);
  return {
    kind: 'ace',
    letter,
    field,
    word: wordIn(field, before, after, at),
    type,
    isLast: next !== ';',
    isClosed: next === ')',
  };
}

/** Flags and rights are runs of two letters each; other fields, and masks, are one word. */
function wordIn(field: AceField, before: string, after: string, at: number): Span {
  const isRun = (field === 'flags' || field === 'rights') && !/^\s*0x?/i.test(before + after);
  if (!isRun) return { start: at - before.trimStart().length, end: at + after.trimEnd().length };
  const isInside = before.length % 2 === 1;
  return { start: at - (isInside ? 1 : 0), end: at + (isInside && after !== '' ? 1 : 0) };
}
