/** Strings and their escapes. What a string holds decides how it is read: text, a query, a descriptor. */
import { MAX_HEX_DIGITS, SIMPLE_ESCAPES } from '../mof/literals.ts';
import * as t from '../mof/tokens.ts';
import { type Captures, include, type Rule, whole } from './rule.ts';
import { patternOf, scopeOf } from './token-scopes.ts';

const simple = [...SIMPLE_ESCAPES.keys()]
  .map((letter) => (letter === '\\' ? String.raw`\\` : letter))
  .join('');

/** Where a string ends at the latest, though nothing closes it: a declaration that no text would hold begins. */
const declaration = String.raw`(?=^\s*(?i:instance\s+of\s|#\s*pragma\b))`;

const opening: Captures = whole('punctuation.definition.string.begin.mof');
const closing: Captures = whole('punctuation.definition.string.end.mof');

/** A string in double quotes with the rules for what it holds, which may be another language with a scope. */
function stringOf(patterns: readonly Rule[], language?: string): Rule {
  return {
    name: scopeOf(t.StringLiteral),
    ...(language === undefined ? {} : { contentName: `meta.embedded.inline.${language}` }),
    begin: '"',
    end: `"|${declaration}`,
    beginCaptures: opening,
    endCaptures: closing,
    patterns,
  };
}

export const strings: Readonly<Record<string, Rule>> = {
  escape: {
    patterns: [
      {
        name: 'constant.character.escape.mof',
        match: String.raw`\\(?:[${simple}]|[xX][0-9A-Fa-f]{1,${MAX_HEX_DIGITS}})`,
      },
      { name: 'invalid.illegal.escape.mof', match: String.raw`\\(?:.|$)` },
    ],
  },
  // What the event's properties replace (%TargetInstance.Name%), or the environment's variables.
  placeholder: {
    name: 'constant.other.placeholder.mof',
    match: String.raw`%[A-Za-z_][\w.]*%`,
  },
  'string-text': {
    patterns: [
      {
        name: scopeOf(t.StringLiteral),
        match: String.raw`(")([0-9*]{14}\.[0-9*]{6}(?:[-+][0-9*]{3}|:000))(")`,
        captures: {
          '1': { name: 'punctuation.definition.string.begin.mof' },
          '2': { name: 'constant.other.datetime.mof' },
          '3': { name: 'punctuation.definition.string.end.mof' },
        },
      },
      stringOf([include('escape'), include('placeholder')]),
    ],
  },
  'string-wql': stringOf([include('wql')], 'wql'),
  'string-sddl': stringOf([include('sddl')], 'sddl'),
  typographic: {
    name: scopeOf(t.TypographicString),
    begin: String.raw`[\x{201c}-\x{201e}]`,
    end: String.raw`[\x{201c}\x{201d}]|$`,
    beginCaptures: whole('invalid.illegal.quote.mof'),
    endCaptures: whole('invalid.illegal.quote.mof'),
    patterns: [include('escape')],
  },
  character: {
    patterns: [
      {
        name: scopeOf(t.CharLiteral),
        match: patternOf(t.CharLiteral),
        captures: { '0': { patterns: [include('escape')] } },
      },
      { name: scopeOf(t.BadCharLiteral), match: patternOf(t.BadCharLiteral) },
    ],
  },
};
