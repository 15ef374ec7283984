/** The words of a query. */
import { parseWql, type Query } from '../../../grammar/wql/parser.ts';
import { secondsOf } from '../../../grammar/wql/queries.ts';
import { lexWql } from '../../../grammar/wql/tokens.ts';
import type { Span } from '../../../grammar/wql/ast.ts';
import type { ClassTable, Site } from '../../../src/compiler/checker/class-table.ts';
import { namesIn } from '../../query-names.ts';
import { clauseDocumentation } from '../../knowledge/wql.ts';
import { code, paragraphs } from '../../markdown.ts';
import { classHover, propertyHover } from './class-hover.ts';

/** What is said about a stretch of a query. */
export interface QueryHover extends Span {
  readonly text: string;
}

/** Explains the word at an offset of a query; undefined for punctuation and constants. */
export function queryHover(
  text: string,
  offset: number,
  table: ClassTable,
  site: Site,
): QueryHover | undefined {
  const { query } = parseWql(text);
  const token = lexWql(text).tokens.find(({ start, end }) => start <= offset && offset < end);
  if (token === undefined || query === undefined) return undefined;
  const name = namesIn(query, table, site).find(
    ({ start, end }) => start <= offset && offset <= end,
  );
  if (name !== undefined) {
    const { start, end, owner } = name;
    const info = owner === undefined ? table.lookup(name.name, name.site) : undefined;
    if (info !== undefined) return { start, end, text: classHover(info) };
    const property = owner && table.property(owner, name.name, name.site);
    if (property !== undefined && owner !== undefined)
      return { start, end, text: propertyHover(property, owner) };
  }
  const clause = token.kind === 'word' ? clauseDocumentation(token.text) : undefined;
  if (clause === undefined) return undefined;
  const { start, end } = token;
  return {
    start,
    end,
    text: paragraphs(`**${token.text.toUpperCase()}**`, clause, costOf(token.text, query)),
  };
}

function costOf(word: string, query: Query): string | undefined {
  if (word.toUpperCase() !== 'WITHIN' || query.kind !== 'SelectQuery') return undefined;
  const seconds = secondsOf(query.within);
  if (seconds === undefined || !(seconds > 0)) return undefined;
  const polls = Math.round(86_400 / seconds);
  return `Here ${code(String(seconds))} seconds: up to ${polls.toLocaleString('en')} polls a day.`;
}
