/** The words of a query. */
import { parseWql, type Query } from '../../../grammar/wql/parser.ts';
import { secondsOf } from '../../../grammar/wql/queries.ts';
import { lexWql } from '../../../grammar/wql/tokens.ts';
import type { Span } from '../../../grammar/wql/ast.ts';
import type { ClassTable, Site } from '../../../src/compiler/checker/class-table.ts';
import { namesIn } from '../../query-names.ts';
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
  const clause = token.kind === 'word' ? clauses.get(token.text.toUpperCase()) : undefined;
  if (clause === undefined) return undefined;
  const { start, end } = token;
  return {
    start,
    end,
    text: paragraphs(`**${token.text.toUpperCase()}**`, clause, costOf(token.text, query)),
  };
}

/** The words of WQL by what they do (wql-sql-for-wmi, select-statement-for-event-queries, within-clause). */
const clauses: ReadonlyMap<string, string> = new Map([
  [
    'SELECT',
    'Asks for events (or objects). An event query names the properties to deliver, or `*` for all.',
  ],
  [
    'FROM',
    'The class of the events: one of the event classes of the namespace, such as `__InstanceCreationEvent`, or one of a provider.',
  ],
  [
    'WITHIN',
    'For intrinsic events of classes without an event provider: WMI polls the instances every so many seconds, and what comes and goes in between is never seen. Behind GROUP it is the time over which events are counted.',
  ],
  [
    'WHERE',
    'Lets through only the events for which the condition holds. The narrower it is, the less WMI has to deliver.',
  ],
  [
    'ISA',
    'True for an object of the class and of every class derived from it: `TargetInstance ISA "Win32_Process"`.',
  ],
  ['AND', 'Both conditions must hold; it binds closer than OR.'],
  ['OR', 'One of the conditions must hold.'],
  ['NOT', 'The condition must not hold.'],
  [
    'LIKE',
    'Compares with a pattern: `%` any text, `_` any character, `[a-f]` one of these, `[^a-f]` none of these.',
  ],
  ['IS', 'Tests for NULL: `IS NULL`, `IS NOT NULL`. Other tests use `=`.'],
  ['NULL', 'No value.'],
  [
    'GROUP',
    'Collects the events of a time into one `__AggregateEvent`, which says how many there were and has one of them as `Representative`.',
  ],
  ['BY', 'Counts the events apart for each value of these properties.'],
  [
    'HAVING',
    'Delivers only those groups for which the condition holds, such as `NumberOfEvents > 10`.',
  ],
  [
    'ASSOCIATORS',
    'Asks for the objects that are associated with one; not for events, so WMI refuses it in a filter.',
  ],
  [
    'REFERENCES',
    'Asks for the associations of an object; not for events, so WMI refuses it in a filter.',
  ],
]);

function costOf(word: string, query: Query): string | undefined {
  if (word.toUpperCase() !== 'WITHIN' || query.kind !== 'SelectQuery') return undefined;
  const seconds = secondsOf(query.within);
  if (seconds === undefined || !(seconds > 0)) return undefined;
  const polls = Math.round(86_400 / seconds);
  return `Here ${code(String(seconds))} seconds: up to ${polls.toLocaleString('en')} polls a day.`;
}
