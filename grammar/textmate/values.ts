/**
 * Values. Which language a value's strings are in depends on the property or qualifier that it is given to, so that
 * the rules for values and arrays exist once for each: `value-text`, `value-wql`, `value-sddl`.
 */
import { numberSpellings } from '../mof/literals.ts';
import { pragmaWordSpellings } from '../mof/spellings.ts';
import * as t from '../mof/tokens.ts';
import { enclosed, single } from './regions.ts';
import { include, oniguruma, type Rule, words } from './rule.ts';
import { identifier, keyword, patternOf, scopeOf } from './token-scopes.ts';

/** What strings hold. */
export const languages = ['text', 'wql', 'sddl'] as const;

export type Language = (typeof languages)[number];

function array(language: Language): Rule {
  return {
    name: 'meta.array.mof',
    ...enclosed(t.LeftBrace, t.RightBrace, [include(`value-${language}`)]),
  };
}

function value(language: Language): Rule {
  return {
    patterns: [
      include('trivia'),
      include(`string-${language}`),
      include(`array-${language}`),
      include('instance-declaration'),
      include('literal'),
      single(t.Comma),
      { name: 'constant.other.mof', match: identifier },
    ],
  };
}

/** What C calls a preprocessing number: all that may belong to a number, so that a wrong one is wrong as a whole. */
const anyNumber = `(?<![\\w.])${patternOf(t.NumberLiteral)}`;

function number(kind: string, spelling: RegExp): Rule {
  // Not inside a longer number: looking for the rest of one at each of its digits would take long.
  return {
    name: `constant.numeric.${kind}.mof`,
    match: `(?<![\\w.])${oniguruma(spelling)}(?![\\w.])`,
  };
}

export const values: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(languages.map((language) => [`value-${language}`, value(language)])),
  ...Object.fromEntries(languages.map((language) => [`array-${language}`, array(language)])),
  'array-sid': {
    name: 'meta.array.sid.mof',
    ...enclosed(t.LeftBrace, t.RightBrace, [include('value-text')]),
  },
  number: {
    patterns: [
      number('hex', numberSpellings.hexadecimal),
      number('binary', numberSpellings.binary),
      number('octal', numberSpellings.octal),
      number('float', numberSpellings.real),
      number('integer', numberSpellings.decimal),
      { name: 'invalid.illegal.number.mof', match: anyNumber },
    ],
  },
  alias: {
    patterns: [
      {
        name: scopeOf(t.AliasName),
        match: `(\\$)${identifier}`,
        captures: { '1': { name: 'punctuation.definition.variable.mof' } },
      },
      single(t.BadAliasName),
    ],
  },
  literal: {
    patterns: [
      include('alias'),
      include('number'),
      include('character'),
      include('typographic'),
      ...[t.True, t.False, t.Null].map((token) => ({
        name: scopeOf(token),
        match: keyword(token),
      })),
      { name: 'constant.language.pragma.mof', match: words(pragmaWordSpellings.keys()) },
    ],
  },
};
