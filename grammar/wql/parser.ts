/**
 * Reads a WQL query: event queries above all, and data and schema queries enough to tell them from these. As lenient
 * as WMI was seen to be. It never throws, takes linear time, and goes on after a problem.
 */
import type { Query } from './ast.ts';
import { Cursor, misspellingOf, quoted } from './cursor.ts';
import { FOREIGN_STATEMENTS, STATEMENTS } from './keywords.ts';
import { inserting, type WqlProblem } from './problem.ts';
import { parseRelation } from './relation.ts';
import { parseSelect } from './select.ts';

export type * from './ast.ts';
export type { WqlEdit, WqlFix, WqlProblem, WqlProblemCode } from './problem.ts';

/** What a text is as a query. */
export interface ParsedWql {
  readonly text: string;
  /** Undefined where the text is no query at all; what was read of a broken one. */
  readonly query: Query | undefined;
  /** Sorted by place. WMI accepts the query exactly when there is none but `missing-blank`. */
  readonly problems: readonly WqlProblem[];
}

/** Reads the text of a query, which is the value of `Query` with MOF's escapes undone. */
export function parseWql(text: string): ParsedWql {
  const c = new Cursor(text);
  const query = parseQuery(c);
  const { problems } = c;
  const isBroken = problems.some(({ code }) => code !== 'missing-blank');
  return {
    text,
    query: query !== undefined && isBroken ? { ...query, incomplete: true } : query,
    problems,
  };
}

function parseQuery(c: Cursor): Query | undefined {
  const { token } = c;
  const { start } = token;
  if (token.kind === 'end') {
    const message = 'the query is empty; write SELECT * FROM and an event class';
    c.report('empty-query', { start: 0, end: c.text.length }, message);
    return undefined;
  }
  const statement = STATEMENTS.find((word) => c.isWord(0, word)) ?? misspeltStatement(c);
  switch (statement) {
    case 'SELECT':
      c.take();
      return parseSelect(c, start);
    case 'ASSOCIATORS':
      c.take();
      return parseRelation(c, start, 'associators');
    case 'REFERENCES':
      c.take();
      return parseRelation(c, start, 'references');
    case undefined:
      return parseWithoutStatement(c);
  }
}

function misspeltStatement(c: Cursor): (typeof STATEMENTS)[number] | undefined {
  const { token } = c;
  // `SELECT*` is two tokens, and `SELECTName` is rarer than a misspelling.
  const keyword = misspellingOf(token, STATEMENTS);
  if (keyword === undefined || c.peek(1).kind === 'end') return undefined;
  c.reportMisspelt(token, keyword);
  return STATEMENTS.find((word) => word === keyword);
}

/** `* FROM X`, `FROM X`, and what is no query at all. */
function parseWithoutStatement(c: Cursor): Query | undefined {
  const { token } = c;
  const { start } = token;
  if ((token.text === '*' && c.isWord(1, 'FROM')) || c.isWord(0, 'FROM')) {
    const list = token.text === '*' ? 'SELECT ' : 'SELECT * ';
    const message = 'a query begins with SELECT; write SELECT * FROM ...';
    c.report('syntax', { start, end: start }, message, inserting('Write SELECT', start, list));
    return parseSelect(c, start, list === 'SELECT ');
  }
  while (!c.atEnd) c.take();
  const whole = { start, end: c.end };
  if (token.kind === 'placeholder' || token.kind === 'braces') {
    c.reportPlaceholder({ ...token, end: c.end, text: c.text.slice(start, c.end) }, 'a query');
  } else if (token.kind === 'word' && FOREIGN_STATEMENTS.has(token.text.toUpperCase())) {
    c.report(
      'unsupported-sql',
      whole,
      `WQL only reads and has no ${token.text.toUpperCase()}; write SELECT * FROM ...`,
    );
  } else {
    const message = `a query begins with SELECT, and ${quoted(token.text)} is none; write SELECT * FROM and an event class`;
    c.report('syntax', whole, message);
  }
  return undefined;
}
