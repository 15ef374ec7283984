/** GROUP WITHIN, BY and HAVING (group-clause.md, having-clause.md). */
import type { GroupClause, HavingClause, PropertyList } from './ast.ts';
import { type Cursor, misspellingOf } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parsePropertyList } from './selection.ts';
import { parseWithin } from './within.ts';
import { startsClause } from './words.ts';

/** Reads a GROUP clause; the next token is GROUP. */
export function parseGroup(c: Cursor): GroupClause {
  const group = c.take();
  let within = atGroupWithin(c) ? parseWithin(c) : undefined;
  const by = c.isWord(0, 'BY') ? parseBy(c) : undefined;
  if (within === undefined && atGroupWithin(c)) {
    within = parseWithin(c);
    const message = 'WITHIN stands between GROUP and BY; write GROUP WITHIN seconds BY ...';
    c.report('group-without-within', within, message);
  } else if (within === undefined) {
    const message =
      'GROUP needs the time to gather events in: write GROUP WITHIN and the seconds, as in GROUP WITHIN 300';
    c.report('group-without-within', group, message);
  }
  const having = c.isWord(0, 'HAVING') ? parseHaving(c) : undefined;
  return { kind: 'GroupClause', within, by, having, start: group.start, end: c.end };
}

function atGroupWithin(c: Cursor): boolean {
  return c.isWord(0, 'WITHIN') || misspellingOf(c.token, ['WITHIN']) !== undefined;
}

function parseBy(c: Cursor): PropertyList | undefined {
  const by = c.take();
  const { start, kind } = c.token;
  if (kind !== 'word' || isListOver(c)) {
    const message = 'BY names no property to group events by; write one, or remove BY';
    c.report('by-list-missing', by, message);
    return undefined;
  }
  const properties = parsePropertyList(c, isListOver);
  return { kind: 'PropertyList', properties, start, end: c.end };
}

function isListOver(c: Cursor): boolean {
  return startsClause(c) && c.peek(1).kind !== ',';
}

/** Reads `HAVING expression`; the next token is HAVING. */
export function parseHaving(c: Cursor): HavingClause {
  const { start } = c.take();
  const expression = parseExpression(c);
  return { kind: 'HavingClause', expression, start, end: c.end };
}
