/** Comments, and lines that begin with `#`. They may stand between any two tokens. */
import { PREPROCESSOR_DIRECTIVE } from '../mof/delimiter-scanner.ts';
import { pragmaSpellings } from '../mof/spellings.ts';
import * as t from '../mof/tokens.ts';
import { nextDeclaration, parenthesized } from './regions.ts';
import { include, oniguruma, type Rule, whole, words } from './rule.ts';
import { identifier, patternOf, scopeOf } from './token-scopes.ts';

const lineEnd = String.raw`(?<!\\)(?=\n)`;

export const directives: Readonly<Record<string, Rule>> = {
  trivia: {
    patterns: [
      include('comment'),
      include('directive'),
      { name: 'punctuation.separator.continuation.mof', match: String.raw`\\[ \t]*$` },
    ],
  },
  comment: {
    patterns: [
      {
        name: scopeOf(t.LineComment),
        match: '(//).*$',
        captures: { '1': { name: 'punctuation.definition.comment.mof' } },
      },
      {
        name: scopeOf(t.BlockComment),
        begin: String.raw`/\*`,
        end: String.raw`\*/`,
        beginCaptures: whole('punctuation.definition.comment.begin.mof'),
        endCaptures: whole('punctuation.definition.comment.end.mof'),
      },
    ],
  },
  directive: {
    patterns: [
      {
        name: 'meta.preprocessor.pragma.mof',
        begin: patternOf(t.PragmaKeyword),
        end: `(?<=\\))|$|${nextDeclaration}`,
        beginCaptures: whole(scopeOf(t.PragmaKeyword)),
        patterns: [
          include('comment'),
          parenthesized([include('value-text')]),
          { name: 'support.function.pragma.mof', match: words(pragmaSpellings.keys()) },
          { name: 'entity.name.function.pragma.mof', match: identifier },
        ],
      },
      {
        name: scopeOf(t.AngleInclude),
        match: String.raw`(?i:(#[ \t]*include))[ \t]*(<[^<>#]*>)`,
        captures: {
          '1': { name: scopeOf(t.IncludeKeyword) },
          '2': { name: 'string.quoted.other.lt-gt.include.mof' },
        },
      },
      {
        name: 'meta.preprocessor.include.mof',
        begin: patternOf(t.IncludeKeyword),
        end: String.raw`(?<=[)"])|$`,
        beginCaptures: whole(scopeOf(t.IncludeKeyword)),
        patterns: [
          include('comment'),
          parenthesized([include('value-text')]),
          include('string-text'),
        ],
      },
      {
        name: 'meta.preprocessor.mof',
        begin: oniguruma(PREPROCESSOR_DIRECTIVE),
        end: lineEnd,
        beginCaptures: whole('keyword.control.directive.mof'),
        patterns: [
          include('comment'),
          { name: 'punctuation.separator.continuation.mof', match: String.raw`\\$` },
          { name: 'string.quoted.double.mof', match: String.raw`"(?:[^"\\]|\\.)*(?:"|$)` },
          include('number'),
        ],
      },
      { name: scopeOf(t.HashLine), match: '#.*$' },
    ],
  },
};
