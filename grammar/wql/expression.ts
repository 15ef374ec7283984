/** The conditions of WHERE and HAVING. */
import type { Expression, NotExpression, ParenthesizedExpression, Span } from './ast.ts';
import { parseCondition } from './condition.ts';
import { type Cursor, misspellingOf, quoted } from './cursor.ts';
import { FOREIGN_OPERATORS } from './keywords.ts';
import { inserting, replacing, type WqlFix, type WqlProblemCode } from './problem.ts';
import { isLeftName, startsClause, startsCondition } from './words.ts';

/** Deeper than any query of a person; WMI has a limit of its own (0x8004106C). */
const MAXIMUM_DEPTH = 64;

/** Reads conditions up to the next clause. Undefined where there is none. */
export function parseExpression(c: Cursor): Expression | undefined {
  return parseOr(c, 0);
}

function parseOr(c: Cursor, depth: number): Expression | undefined {
  return parseChain(c, depth, 'OR', parseAnd);
}

function parseAnd(c: Cursor, depth: number): Expression | undefined {
  return parseChain(c, depth, 'AND', parseUnary);
}

function parseChain(
  c: Cursor,
  depth: number,
  operator: 'AND' | 'OR',
  parseOperand: (c: Cursor, depth: number) => Expression | undefined,
): Expression | undefined {
  const { start } = c.token;
  const first = parseOperand(c, depth);
  if (!takeConnector(c, operator)) return first;
  const operands = first === undefined ? [] : [first];
  do {
    const next = parseOperand(c, depth);
    if (next !== undefined) operands.push(next);
  } while (takeConnector(c, operator));
  return { kind: 'LogicalExpression', operator, operands, start, end: c.end };
}

function parseUnary(c: Cursor, depth: number): Expression | undefined {
  const { token } = c;
  const isNot = c.isWord(0, 'NOT') && !isLeftName(c);
  const isForeignNot = token.kind === 'foreign-operator' && meaningOf(token.text) === 'NOT';
  if (token.kind === '(' || isNot || isForeignNot) {
    if (depth >= MAXIMUM_DEPTH) return skipNested(c, depth);
    if (isForeignNot) reportForeign(c, token, 'NOT');
    return token.kind === '(' ? parseParenthesized(c, depth) : parseNot(c, depth);
  }
  const condition = parseCondition(c);
  skipToConnector(c, depth, !isWhole(condition));
  return condition;
}

/** Whether a condition lacks no part; one that does was a problem already. */
function isWhole(condition: Expression | undefined): boolean {
  switch (condition?.kind) {
    case undefined:
      return false;
    case 'Comparison':
      return condition.operator !== undefined && condition.right !== undefined;
    case 'IsaTest':
      return condition.className !== undefined;
    default:
      return true;
  }
}

function parseNot(c: Cursor, depth: number): NotExpression {
  const { start } = c.take();
  const operand = parseUnary(c, depth + 1);
  const { end } = c;
  skipToConnector(c, depth);
  return { kind: 'NotExpression', operand, start, end };
}

function parseParenthesized(c: Cursor, depth: number): ParenthesizedExpression {
  const opening = c.take();
  const expression = parseOr(c, depth + 1);
  if (c.takeKind(')') === undefined) reportUnclosed(c, opening);
  const { end } = c;
  skipToConnector(c, depth);
  return { kind: 'ParenthesizedExpression', expression, start: opening.start, end };
}

function reportUnclosed(c: Cursor, opening: Span): void {
  const message = 'this parenthesis is not closed; write ) where its condition ends';
  const fix = inserting('Close the parenthesis', c.end, ')', false);
  c.report(
    'unbalanced-parenthesis',
    { start: opening.start, end: opening.start + 1 },
    message,
    fix,
  );
}

/** Skips what is nested too deep, up to the parenthesis that closes what is around it. */
function skipNested(c: Cursor, depth: number): undefined {
  const message = `conditions are nested more than ${depth} deep here, which no query needs; the rest of this one is not read`;
  c.report('nesting', c.token, message);
  skipUntil(c, () => false);
}

/** What joins two conditions, and how it should be written. */
interface Connector {
  readonly operator: 'AND' | 'OR';
  /** How many tokens it takes. */
  readonly length: 0 | 1;
  readonly report?: () => void;
}

function takeConnector(c: Cursor, operator: 'AND' | 'OR'): boolean {
  const connector = readConnector(c);
  if (connector?.operator !== operator) return false;
  connector.report?.();
  if (connector.length > 0) c.take();
  return true;
}

function readConnector(c: Cursor): Connector | undefined {
  const { token } = c;
  if (c.isWord(0, 'AND')) return { operator: 'AND', length: 1 };
  if (c.isWord(0, 'OR')) return { operator: 'OR', length: 1 };
  if (token.kind === 'foreign-operator') return foreignConnector(c);
  if (token.kind === ',' && startsCondition(c, 1)) {
    return { operator: 'AND', length: 1, report: () => reportForeign(c, token, 'AND') };
  }
  if (startsClause(c)) return undefined;
  return misspeltConnector(c) ?? joinedConnector(c) ?? missingConnector(c);
}

function foreignConnector(c: Cursor): Connector | undefined {
  const { token } = c;
  const operator = meaningOf(token.text);
  if (operator !== 'AND' && operator !== 'OR') return undefined;
  return { operator, length: 1, report: () => reportForeign(c, token, operator) };
}

function misspeltConnector(c: Cursor): Connector | undefined {
  const { token } = c;
  const keyword = startsCondition(c, 1) ? misspellingOf(token, ['AND', 'OR']) : undefined;
  if (keyword === undefined) return undefined;
  const operator = keyword === 'AND' ? 'AND' : 'OR';
  return { operator, length: 1, report: () => c.reportMisspelt(token, operator) };
}

/** `ANDTargetInstance.Name = "x"` */
function joinedConnector(c: Cursor): Connector | undefined {
  const { token } = c;
  const word = /^(AND|OR)(?=TargetInstance|PreviousInstance|__)/i.exec(token.text)?.[0];
  if (word === undefined || !startsCondition(c, 0)) return undefined;
  const report = (): void => {
    c.reportJoined(token, token.start + word.length);
    c.split(word.length);
  };
  return { operator: word.toUpperCase() === 'AND' ? 'AND' : 'OR', length: 1, report };
}

function missingConnector(c: Cursor): Connector | undefined {
  if (!startsCondition(c, 0)) return undefined;
  const report = (): void => {
    const message =
      'AND or OR is missing between these conditions: WMI joins none by itself; write the one that is meant';
    c.report('syntax', c.here(), message, inserting('Write AND', c.end, ' AND', false));
  };
  return { operator: 'AND', length: 0, report };
}

function meaningOf(operator: string): string | undefined {
  return FOREIGN_OPERATORS.get(operator.toLowerCase());
}

function reportForeign(c: Cursor, span: Span, meaning: string): void {
  const spelling = quoted(c.text.slice(span.start, span.end));
  const message = `WQL has no operator ${spelling}; write ${meaning}`;
  const fix = replacing(`Write ${meaning}`, span, c.spaced(span, meaning));
  c.report('unknown-operator', span, message, fix);
}

/** Skips what stands behind a condition and fits nowhere; says so, unless the condition was a problem already. */
function skipToConnector(c: Cursor, depth: number, isReported = false): void {
  let isSilent = isReported;
  while (isJunk(c, depth)) {
    if (c.token.kind === ')') reportUnopened(c);
    else skipJunk(c, isSilent);
    isSilent = false;
  }
}

/** Outside of parentheses, one that closes is junk as well. */
function isJunk(c: Cursor, depth: number): boolean {
  return c.token.kind === ')' ? depth === 0 : !isConditionOver(c);
}

function reportUnopened(c: Cursor): void {
  const closing = c.take();
  const message = 'this parenthesis closes nothing; remove it, or open it before the condition';
  const fix = replacing('Remove the parenthesis', closing, '');
  c.report('unbalanced-parenthesis', closing, message, fix);
}

function skipJunk(c: Cursor, isSilent: boolean): void {
  const { start, kind } = c.token;
  skipUntil(c, isConditionOver);
  if (!isSilent) reportJunk(c, { start, end: c.end }, kind === 'operator');
}

function isConditionOver(c: Cursor): boolean {
  return c.token.kind === ')' || startsClause(c) || readConnector(c) !== undefined;
}

function reportJunk(c: Cursor, span: Span, isComparison: boolean): void {
  const spelling = quoted(c.text.slice(span.start, span.end));
  const [code, message, fix]: [WqlProblemCode, string, WqlFix?] = isComparison
    ? ['syntax', `a condition compares once: write AND and the property again before ${spelling}`]
    : [
        'trailing-text',
        `the condition is complete before ${spelling}, so WMI refuses the query; remove it, or join it with AND or OR`,
        replacing('Remove it', span, '', false),
      ];
  c.report(code, span, message, fix);
}

/** Skips tokens until a parenthesis closes that was not opened here, or `isDone` outside of parentheses. */
function skipUntil(c: Cursor, isDone: (c: Cursor) => boolean): void {
  let open = 0;
  while (!c.atEnd) {
    const { kind } = c.token;
    if (open === 0 && (kind === ')' || isDone(c))) return;
    if (kind === '(') open++;
    else if (kind === ')') open--;
    c.take();
  }
}
