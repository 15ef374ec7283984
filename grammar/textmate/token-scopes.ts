/**
 * The scope of every token of MOF, by the name of its type. Scopes are those of TextMate's naming conventions, which
 * colour themes know; each ends in `.mof` where it stands in the grammar.
 */
import type { TokenType } from 'chevrotain';

import * as t from '../mof/tokens.ts';
import { oniguruma } from './rule.ts';

/**
 * Tokens whose look depends on what is around them have none: a name may be a class, a property or a qualifier. Nor
 * has what means nothing anywhere; saying so is the compiler's part.
 */
export const tokenScopes: ReadonlyMap<string, string | undefined> = new Map([
  ['WhiteSpace', undefined],
  ['LineContinuation', 'punctuation.separator.continuation'],
  ['Class', 'storage.type.class'],
  ['Instance', 'storage.type.instance'],
  ['Of', 'keyword.other.of'],
  ['As', 'keyword.other.as'],
  ['Qualifier', 'storage.type.qualifier'],
  ['Ref', 'storage.modifier.reference'],
  ['True', 'constant.language.boolean'],
  ['False', 'constant.language.boolean'],
  ['Null', 'constant.language.null'],
  ['Identifier', undefined],
  ['StringLiteral', 'string.quoted.double'],
  ['UnterminatedString', 'string.quoted.double'],
  ['TypographicString', 'string.quoted.other'],
  ['NumberLiteral', 'constant.numeric'],
  ['LeftBrace', 'punctuation.section.braces.begin'],
  ['RightBrace', 'punctuation.section.braces.end'],
  ['LeftBracket', 'punctuation.section.brackets.begin'],
  ['RightBracket', 'punctuation.section.brackets.end'],
  ['LeftParen', 'punctuation.section.parens.begin'],
  ['RightParen', 'punctuation.section.parens.end'],
  ['Semicolon', 'punctuation.terminator.statement'],
  ['Comma', 'punctuation.separator.comma'],
  ['Equals', 'keyword.operator.assignment'],
  ['Colon', 'punctuation.separator.colon'],
  ['Dot', undefined],
  ['LineComment', 'comment.line.double-slash'],
  ['BlockComment', 'comment.block'],
  ['UnterminatedComment', 'comment.block'],
  ['AliasName', 'variable.other.alias'],
  ['BadAliasName', 'invalid.illegal.alias'],
  ['CharLiteral', 'string.quoted.single'],
  ['BadCharLiteral', 'invalid.illegal.character'],
  ['UnterminatedChar', undefined],
  ['PragmaKeyword', 'keyword.control.directive.pragma'],
  ['AngleInclude', 'meta.preprocessor.include'],
  ['IncludeKeyword', 'keyword.control.directive.include'],
  ['PreprocessorDirective', 'meta.preprocessor'],
  ['HashLine', 'invalid.illegal.directive'],
  ['StrayCharacters', undefined],
  ['StrayCharacter', undefined],
  ['Name', undefined],
  ['Junk', undefined],
]);

/** The scope of a token, with the language behind it. */
export function scopeOf({ name }: TokenType): string {
  const scope = tokenScopes.get(name);
  if (scope === undefined) throw new Error(`The token ${name} has no scope of its own.`);
  return `${scope}.mof`;
}

/** The pattern of a token that has one; the others are found by code (grammar/mof/delimiter-scanner.ts). */
export function patternOf({ name, PATTERN }: TokenType): string {
  if (typeof PATTERN === 'string') return PATTERN.replace(/[()[\]{}.]/, String.raw`\$&`);
  if (PATTERN instanceof RegExp) return oniguruma(PATTERN);
  throw new Error(`The token ${name} has no regular expression.`);
}

/** A keyword, whole. */
export function keyword(token: TokenType): string {
  return `(?<![\\w$])${patternOf(token)}(?!\\w)`;
}

/**
 * Any name, whole: identifiers and keywords. It gives nothing back and begins nowhere inside of a word, so that a long
 * one that something else must follow is looked at once.
 */
export const identifier = `(?<!\\w)(?>${patternOf(t.Identifier)})`;
