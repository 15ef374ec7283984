/** SELECT queries: the list, the class, and the clauses in any order, of which only one is right. */
import type {
  Expression,
  GroupClause,
  SelectQuery,
  Span,
  WhereClause,
  WithinClause,
} from './ast.ts';
import { type Cursor, misspellingOf, quoted } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseGroup, parseHaving } from './group.ts';
import { CLAUSE_KEYWORDS, FOREIGN_CLAUSES } from './keywords.ts';
import { inserting, replacing } from './problem.ts';
import { parseFrom, parseSelection } from './selection.ts';
import { startsClause, startsCondition } from './words.ts';
import { parseWithin } from './within.ts';

/** The clauses of a query while it is read. */
interface Draft {
  within: WithinClause | undefined;
  where: WhereClause | undefined;
  group: GroupClause | undefined;
  /** Whether `where` goes on behind another clause. */
  isContinued: boolean;
}

/** Reads a query from its list on, or from FROM on; SELECT, if there is one, begins at `start` and was taken. */
export function parseSelect(c: Cursor, start: number, hasList = true): SelectQuery {
  const selection = hasList ? parseSelection(c) : undefined;
  const className = parseFrom(c);
  const draft: Draft = {
    within: undefined,
    where: undefined,
    group: undefined,
    isContinued: false,
  };
  while (parseClause(c, draft));
  const { within, where, group } = draft;
  return { kind: 'SelectQuery', selection, className, within, where, group, start, end: c.end };
}

/** Reads the next clause, or skips what is none; false at the end of the query. */
function parseClause(c: Cursor, draft: Draft): boolean {
  const { token } = c;
  if (token.kind === 'end') return false;
  if (token.kind === ';') return parseSemicolon(c);
  splitJoinedKeyword(c);
  const keyword = clauseKeyword(c, draft);
  switch (keyword) {
    case 'WITHIN':
      readWithin(c, draft);
      return true;
    case 'WHERE':
      readWhere(c, draft);
      return true;
    case 'GROUP':
      readGroup(c, draft);
      return true;
    case 'HAVING':
      readStrayHaving(c, draft);
      return true;
    case 'SELECT':
      return reportSecondStatement(c, c.token.start);
    default:
      skipOther(c, draft);
      return true;
  }
}

function clauseKeyword(c: Cursor, draft: Draft): string | undefined {
  const { token } = c;
  if (token.kind !== 'word') return undefined;
  const word = token.text.toUpperCase();
  if (CLAUSE_KEYWORDS.some((keyword) => keyword === word) || word === 'SELECT') return word;
  if (FOREIGN_CLAUSES.has(word) || word === 'AND' || word === 'OR' || word === 'BY')
    return undefined;
  if (draft.where === undefined && startsCondition(c, 0)) return undefined;
  const keyword = misspellingOf(token, CLAUSE_KEYWORDS);
  // A misspelt WITHIN reports itself, because GROUP has one, too.
  if (keyword !== undefined && keyword !== 'WITHIN') c.reportMisspelt(token, keyword);
  return keyword;
}

/** `WITHIN5`, `WHERETargetInstance ISA "X"`, `GROUPWITHIN 5` */
function splitJoinedKeyword(c: Cursor): void {
  const { token } = c;
  if (token.kind !== 'word') return;
  const keyword =
    /^WITHIN(?=[0-9]+$)/i.exec(token.text)?.[0] ??
    /^GROUP(?=WITHIN$)/i.exec(token.text)?.[0] ??
    (startsCondition(c, 0) ? /^(?:WHERE|HAVING)(?=.)/i.exec(token.text)?.[0] : undefined);
  if (keyword === undefined) return;
  c.reportJoined(token, token.start + keyword.length);
  c.split(keyword.length);
}

function reportDuplicate(c: Cursor, keyword: Span): void {
  const word = c.text.slice(keyword.start, keyword.end).toUpperCase();
  const message = `the query has a second ${word}; a query has one: merge the two`;
  c.report('duplicate-clause', keyword, message);
}

function readWithin(c: Cursor, draft: Draft): void {
  const keyword = c.token;
  const clause = parseWithin(c);
  if (draft.within !== undefined) {
    reportDuplicate(c, keyword);
  } else if (draft.where !== undefined || draft.group !== undefined) {
    const message =
      'WITHIN stands before WHERE: write FROM Class WITHIN seconds WHERE ..., or GROUP WITHIN for a grouping';
    c.report('within-order', clause, message);
  }
  draft.within ??= clause;
}

function readWhere(c: Cursor, draft: Draft): void {
  const keyword = c.take();
  const expression = parseExpression(c);
  const clause: WhereClause = { kind: 'WhereClause', expression, start: keyword.start, end: c.end };
  if (draft.where !== undefined) {
    reportDuplicate(c, keyword);
  } else if (draft.group !== undefined) {
    c.report('group-order', keyword, 'WHERE stands before GROUP; move it there');
  }
  draft.where ??= clause;
}

function readGroup(c: Cursor, draft: Draft): void {
  const keyword = c.token;
  const clause = parseGroup(c);
  if (draft.group === undefined) {
    draft.group = clause;
  } else if (draft.group.start === draft.group.having?.start) {
    // The HAVING before it was reported.
    const { start, having } = draft.group;
    draft.group = { ...clause, having: clause.having ?? having, start };
  } else {
    reportDuplicate(c, keyword);
  }
}

/** HAVING where no GROUP precedes it, or the GROUP has one already. */
function readStrayHaving(c: Cursor, draft: Draft): void {
  const keyword = c.token;
  const having = parseHaving(c);
  if (draft.group === undefined) {
    const message =
      'HAVING counts the events of a group, and there is no GROUP WITHIN; write GROUP WITHIN seconds before it';
    c.report('having-without-group', keyword, message);
    const { start, end } = having;
    draft.group = { kind: 'GroupClause', within: undefined, by: undefined, having, start, end };
  } else if (draft.group.having === undefined) {
    c.report('group-order', keyword, 'HAVING stands directly behind GROUP WITHIN; move it there');
  } else {
    reportDuplicate(c, keyword);
  }
}

function skipOther(c: Cursor, draft: Draft): void {
  const { token } = c;
  if (draft.where === undefined && (startsCondition(c, 0) || c.isWord(0, 'AND', 'OR'))) {
    readWhereWithoutKeyword(c, draft);
  } else if (draft.where !== undefined && !draft.isContinued && c.isWord(0, 'AND', 'OR')) {
    readRestOfWhere(c, draft, draft.where);
  } else if (FOREIGN_CLAUSES.has(token.text.toUpperCase())) {
    reportForeignClause(c);
  } else {
    reportTrailing(c);
  }
}

/** `FROM X TargetInstance ISA "Y"`, `FROM X AND TargetInstance ISA "Y"` */
function readWhereWithoutKeyword(c: Cursor, draft: Draft): void {
  const { token } = c;
  const at = c.here();
  const isConnector = c.isWord(0, 'AND', 'OR') && !c.isWord(1, ...CLAUSE_KEYWORDS);
  if (isConnector) c.take();
  const message = 'WHERE is missing before the condition; write WHERE';
  if (isConnector) c.report('syntax', token, message, replacing('Write WHERE', token, 'WHERE'));
  else c.report('syntax', at, message, inserting('Write WHERE', at.end, ' WHERE'));
  const expression = parseExpression(c);
  draft.where = { kind: 'WhereClause', expression, start: token.start, end: c.end };
}

/** `WHERE a = 1 WITHIN 5 AND b = 2`: the clause in between was reported. */
function readRestOfWhere(c: Cursor, draft: Draft, { start, expression }: WhereClause): void {
  const operator = c.take().text.toUpperCase() === 'AND' ? 'AND' : 'OR';
  const rest = parseExpression(c);
  const operands = [expression, rest].filter((operand) => operand !== undefined);
  const { end } = c;
  const joined: Expression = {
    kind: 'LogicalExpression',
    operator,
    operands,
    start: expression?.start ?? start,
    end,
  };
  draft.where = { kind: 'WhereClause', expression: joined, start, end };
  // Only once: otherwise the tree would grow as deep as a hostile text is long.
  draft.isContinued = true;
}

function reportForeignClause(c: Cursor): void {
  const { start, text } = c.take();
  c.takeWord('BY');
  skipToClause(c);
  const word = text.toUpperCase();
  const span = { start, end: c.end };
  const message = `WQL has no ${word}: ${FOREIGN_CLAUSES.get(word) ?? 'remove it'}`;
  c.report('unsupported-sql', span, message, replacing('Remove it', span, '', false));
}

function reportTrailing(c: Cursor): void {
  const { start, kind, text } = c.take();
  skipToClause(c);
  const span = { start, end: c.end };
  const spelling = quoted(c.text.slice(span.start, span.end));
  const what =
    kind === 'word' && span.end === start + text.length
      ? 'WQL has no names for classes or properties but their own'
      : 'nothing of this sort can follow';
  const message = `${spelling} belongs to no clause: ${what}, and WMI refuses the query; remove it`;
  c.report('trailing-text', span, message, replacing('Remove it', span, '', false));
}

function skipToClause(c: Cursor): void {
  while (!startsClause(c)) c.take();
}

/** Takes a semicolon, and another statement behind it. Always false: the query is over. */
function parseSemicolon(c: Cursor): false {
  const semicolon = c.take();
  while (c.takeKind(';') !== undefined);
  const span = { start: semicolon.start, end: c.end };
  if (c.isWord(0, 'SELECT', 'ASSOCIATORS', 'REFERENCES'))
    return reportSecondStatement(c, span.start);
  const isLast = c.atEnd;
  while (!c.atEnd) c.take();
  const message = isLast
    ? 'a query ends without a semicolon, and WMI refuses it with one; remove it'
    : 'a query has no semicolons; remove this one and what follows';
  const whole = { start: span.start, end: c.end };
  c.report('trailing-text', whole, message, replacing('Remove it', whole, '', isLast));
  return false;
}

/** Takes a whole further statement. Always false: the query is over. */
function reportSecondStatement(c: Cursor, start: number): false {
  while (!c.atEnd) c.take();
  const message =
    'a second query begins here, and WMI takes one at a time; write a filter for each';
  c.report('two-statements', { start, end: c.end }, message);
  return false;
}
