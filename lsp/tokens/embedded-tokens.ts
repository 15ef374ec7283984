/** The words of queries, descriptors, object paths and templates, where they stand in the file. */
import type { Span, StringValue } from '../../grammar/mof/ast.ts';
import { sourceSpanOf } from '../../grammar/mof/literals.ts';
import { parseObjectPath } from '../../grammar/object-path/parser.ts';
import { parseSddl } from '../../grammar/sddl/parser.ts';
import { parseWql, type Query } from '../../grammar/wql/parser.ts';
import { targetClassesOf } from '../../grammar/wql/queries.ts';
import { lexWql } from '../../grammar/wql/tokens.ts';
import { walk } from '../../grammar/wql/visit.ts';
import { parseTemplate } from '../../src/consumers/templates.ts';
import type { EmbeddedLanguage } from '../embedded.ts';
import type { Token, TokenType } from './token.ts';

/** A token whose offsets count in the value of the string. */
interface ValueToken extends Span {
  readonly type: TokenType;
}

/** Longer texts are hostile or no such language, and colouring them would cost time. */
const LONGEST_TEXT = 0x10000;

/** The tokens of a string's text, in the order of the text. */
export function embeddedTokens(language: EmbeddedLanguage, value: StringValue): readonly Token[] {
  if (value.value.length > LONGEST_TEXT) return [];
  return tokensOf(language, value.value)
    .toSorted((a, b) => a.start - b.start)
    .map(({ type, start, end }) => ({ type, ...sourceSpanOf(value, start, end) }));
}

function tokensOf(language: EmbeddedLanguage, text: string): readonly ValueToken[] {
  switch (language) {
    case 'wql':
      return wqlTokens(text);
    case 'sddl':
      return sddlTokens(text);
    case 'object-path':
      return pathTokens(text);
    case 'template':
      return parseTemplate(text)
        .filter(({ kind }) => kind === 'property')
        .map(({ start, end }) => ({ type: 'variable', start, end }));
  }
}

function wqlTokens(text: string): readonly ValueToken[] {
  const { query } = parseWql(text);
  const named = query === undefined ? new Map<number, TokenType>() : namesOf(query);
  const tokens: ValueToken[] = [];
  for (const { kind, start, end } of lexWql(text).tokens) {
    const type = named.get(start) ?? wqlTypes[kind];
    if (type !== undefined) tokens.push({ type, start, end });
  }
  return tokens;
}

/** What a token is that the tree gives no other meaning; a word that is no name is a keyword. */
const wqlTypes: Readonly<Partial<Record<string, TokenType>>> = {
  word: 'keyword',
  string: 'string',
  integer: 'number',
  real: 'number',
  operator: 'operator',
  arithmetic: 'operator',
};

/** The words of a query that are names, by where they start. */
function namesOf(query: Query): ReadonlyMap<number, TokenType> {
  const names = new Map<number, TokenType>();
  walk(query, (node) => {
    if (node.kind === 'SelectQuery' && node.className !== undefined)
      names.set(node.className.start, 'class');
    if (node.kind === 'PropertyPath')
      for (const { start } of node.names) names.set(start, 'property');
    if (node.kind === 'BooleanLiteral' || node.kind === 'NullLiteral')
      names.set(node.start, 'enumMember');
  });
  for (const { value } of targetClassesOf(query)) names.set(value.start, 'class');
  return names;
}

function sddlTokens(text: string): readonly ValueToken[] {
  const { sections } = parseSddl(text);
  return sections.flatMap((section): readonly ValueToken[] => {
    const letter = as('keyword', section.letter);
    if ('sid' in section) return [letter, as('class', section.sid)];
    return [
      letter,
      ...section.flags.map((flag) => as('modifier', flag)),
      ...section.aces.flatMap(({ type, flags, rights, trustee }) => [
        as('keyword', type),
        ...flags.items.map((flag) => as('modifier', flag)),
        ...rights.items.map((right) =>
          as(right.kind === 'right-number' ? 'number' : 'enumMember', right),
        ),
        as('class', trustee),
      ]),
    ];
  });
}

function pathTokens(text: string): readonly ValueToken[] {
  const result = parseObjectPath(text);
  if (result.kind !== 'valid') return [];
  const { className, keys } = result.path;
  return [
    as('class', className),
    ...keys.flatMap(({ name, value }) => [
      ...(name === undefined ? [] : [as('property', name)]),
      as(
        value.kind === 'integer' ? 'number' : value.kind === 'boolean' ? 'enumMember' : 'string',
        value,
      ),
    ]),
  ];
}

function as(type: TokenType, { start, end }: Span): ValueToken {
  return { type, start, end };
}
