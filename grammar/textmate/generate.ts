/**
 * The TextMate grammar of MOF, which editors colour by before a language server has spoken. It is made of the tables
 * that the parsers work with, so that it knows the same words; mof.tmLanguage.json is what comes out.
 */
import { declarations } from './declarations.ts';
import { directives } from './directives.ts';
import { include, type TextMateGrammar } from './rule.ts';
import { sddl } from './sddl.ts';
import { strings } from './strings.ts';
import { values } from './values.ts';
import { wql } from './wql.ts';

/** The grammar as data; JSON is how it is stored. */
export function generateGrammar(): TextMateGrammar {
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    information_for_contributors: [
      'Generated from the tables of grammar/ by `npm run textmate`; changes belong there.',
    ],
    name: 'MOF',
    scopeName: 'source.mof',
    fileTypes: ['mof', 'mfl'],
    patterns: [
      include('trivia'),
      include('qualifiers'),
      include('class-declaration'),
      include('instance-declaration'),
      include('qualifier-declaration'),
      include('terminator'),
      include('string-text'),
      include('literal'),
    ],
    repository: {
      terminator: { name: 'punctuation.terminator.statement.mof', match: ';' },
      ...directives,
      ...declarations,
      ...values,
      ...strings,
      ...wql,
      ...sddl,
    },
  };
}
