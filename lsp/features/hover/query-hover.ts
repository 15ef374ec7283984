/** The words of queries. */
import type { Span } from '../../../grammar/wql/ast.ts';
import { parseWql, type Query } from '../../../grammar/wql/parser.ts';
import { comparisonsOf, propertyComparisonOf, secondsOf } from '../../../grammar/wql/queries.ts';
import { lexWql } from '../../../grammar/wql/tokens.ts';
import type { ClassTable, Site } from '../../../src/compiler/checker/class-table.ts';
import { clauseDocumentation } from '../../knowledge/wql.ts';
import { code, paragraphs } from '../../markdown.ts';
import { namesIn, scopeOf } from '../../query-names.ts';
import { classHover, declarersOf, lineageOf, propertyHover } from './class-hover.ts';
import { valueText } from './value-hover.ts';

/** What is said about a stretch of a query. */
export interface QueryHover extends Span {
  readonly text: string;
}

/** Longer texts are no queries, and reading them would cost time. */
const LONGEST_QUERY = 0x10000;

/** Explains the word or the constant at an offset of a query; undefined for punctuation. */
export function queryHover(
  text: string,
  offset: number,
  table: ClassTable,
  site: Site,
): QueryHover | undefined {
  if (text.length > LONGEST_QUERY) return undefined;
  const { query } = parseWql(text);
  const token = lexWql(text).tokens.find(({ start, end }) => start <= offset && offset < end);
  if (token === undefined || query === undefined) return undefined;
  const found = nameHover(query, offset, table, site) ?? constantHover(query, offset, table, site);
  if (found !== undefined) return found;
  const clause = token.kind === 'word' ? clauseDocumentation(token.text) : undefined;
  if (clause === undefined) return undefined;
  const { start, end } = token;
  return {
    start,
    end,
    text: paragraphs(`**${token.text.toUpperCase()}**`, clause, costOf(token.text, query)),
  };
}

/** A class or a property. */
function nameHover(
  query: Query,
  offset: number,
  table: ClassTable,
  site: Site,
): QueryHover | undefined {
  const found = namesIn(query, table, site).find(
    ({ start, end }) => start <= offset && offset <= end,
  );
  if (found === undefined) return undefined;
  const { name, owner, start, end } = found;
  if (owner === undefined) {
    const info = table.lookup(name, found.site);
    return info && { start, end, text: classHover(lineageOf(info, table, found.site)) };
  }
  const declarers = declarersOf(lineageOf(owner, table, found.site), name);
  const text = declarers && propertyHover(name, declarers);
  return text === undefined ? undefined : { start, end, text };
}

/** A constant that a property is compared with, where its values are known. */
function constantHover(
  query: Query,
  offset: number,
  table: ClassTable,
  site: Site,
): QueryHover | undefined {
  const comparison = comparisonsOf(query)
    .map(propertyComparisonOf)
    .find((found) => found && found.value.start <= offset && offset <= found.value.end);
  if (comparison === undefined) return undefined;
  const { property, value } = comparison;
  if (value.kind !== 'IntegerLiteral' && value.kind !== 'StringLiteral') return undefined;
  const [first, second] = property.names;
  const { event, objects } = scopeOf(query, table, site);
  const owner = second === undefined ? event : objects.get(first?.name.toLowerCase() ?? '');
  const name = (second ?? first)?.name;
  if (owner === undefined || name === undefined) return undefined;
  const text = valueText(String(value.value), name, lineageOf(owner, table, site));
  return text === undefined ? undefined : { start: value.start, end: value.end, text };
}

function costOf(word: string, query: Query): string | undefined {
  if (word.toUpperCase() !== 'WITHIN' || query.kind !== 'SelectQuery') return undefined;
  const seconds = secondsOf(query.within);
  if (seconds === undefined || !(seconds > 0)) return undefined;
  const polls = Math.round(86_400 / seconds);
  return `Here ${code(String(seconds))} seconds: up to ${polls.toLocaleString('en')} polls a day.`;
}
