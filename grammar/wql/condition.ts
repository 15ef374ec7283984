/** One condition: a comparison, a test for NULL, or a test for a class. */
import type {
  ComparisonOperator,
  Expression,
  IsaTest,
  NullTest,
  Operand,
  Operator,
  PropertyPath,
  Span,
} from './ast.ts';
import { type Cursor, misspellingOf, quoted } from './cursor.ts';
import { FOREIGN_OPERATORS, WORD_OPERATORS } from './keywords.ts';
import { likePatternOf } from './like-pattern.ts';
import { parseSqlTest } from './sql-test.ts';
import { inQuotes, parseConstant, parsePath, takeClosingQuote } from './operand.ts';
import { replacing } from './problem.ts';
import type { WqlToken } from './tokens.ts';
import { isConstantAt, isLeftName, isRightName, startsClause } from './words.ts';

/** Reads a condition; undefined, with a problem, where there is none. Takes nothing that cannot belong to one. */
export function parseCondition(c: Cursor): Expression | undefined {
  const { start } = c.token;
  const left = parseLeft(c);
  if (left === undefined && c.end <= start && !atOperator(c)) {
    c.expected('a condition, such as Name = "value"');
    return undefined;
  }
  if (left === undefined && c.end <= start) {
    c.report(
      'syntax',
      c.token,
      `no property stands before ${c.token.text}; write what is compared`,
    );
  }
  skipArithmetic(c, start);
  return parseBehindLeft(c, start, left);
}

function parseLeft(c: Cursor): Operand | undefined {
  if (isConstantAt(c, 0)) return parseConstant(c);
  if (isLeftName(c)) return parsePath(c);
  const { token } = c;
  if (token.kind === 'placeholder' || token.kind === 'braces') {
    c.take();
    c.reportPlaceholder(token, 'a property');
  }
  return undefined;
}

function atOperator(c: Cursor): boolean {
  return c.token.kind === 'operator' || c.isWord(0, ...WORD_OPERATORS);
}

function parseBehindLeft(c: Cursor, start: number, left: Operand | undefined): Expression {
  const { token } = c;
  if (token.kind === 'operator') return parseComparison(c, start, left, takeSymbol(c, token));
  if (token.kind === 'foreign-operator') return parseForeign(c, start, left);
  if (token.kind !== 'word' || startsClause(c) || c.isWord(0, 'AND', 'OR')) {
    return withoutOperator(c, start, left);
  }
  switch (token.text.toUpperCase()) {
    case 'LIKE':
      return parseComparison(c, start, left, takeOperator(c, token, 'LIKE'));
    case 'ISA':
      c.take();
      return parseIsa(c, start, left);
    case 'IS':
      return parseIs(c, start, left);
    case 'ISNULL':
      c.reportJoined(token, token.start + 2);
      c.take();
      return { kind: 'NullTest', operand: left, negated: false, start, end: c.end };
    case 'NOT':
      return parseMisplacedNot(c, start, left);
    case 'IN':
    case 'BETWEEN':
      return parseSqlTest(c, start, left, takeOperator(c, token, 'unknown'));
    default:
      return parseOtherWord(c, start, left);
  }
}

/** `<=`, and `< =`, which should be one. */
function takeSymbol(c: Cursor, token: WqlToken): Operator {
  const next = c.peek(1);
  const joined = asOperator(token.text + next.text);
  if (next.kind !== 'operator' || joined === 'unknown') return takeOperator(c, token);
  c.take();
  c.take();
  const span = { start: token.start, end: next.end };
  const text = token.text + next.text;
  const message = `${quoted(c.text.slice(span.start, span.end))} is two operators; write ${text} without a blank`;
  c.report('unknown-operator', span, message, replacing(`Write ${text}`, span, text));
  return { kind: 'Operator', operator: joined, raw: c.text.slice(span.start, span.end), ...span };
}

function takeOperator(
  c: Cursor,
  { start, end, text }: WqlToken,
  operator: Operator['operator'] = text === '<>' ? '!=' : asOperator(text),
): Operator {
  c.take();
  return { kind: 'Operator', operator, raw: text, start, end };
}

function asOperator(text: string): ComparisonOperator | 'unknown' {
  switch (text) {
    case '=':
    case '!=':
    case '<':
    case '>':
    case '<=':
    case '>=':
    case 'LIKE':
      return text;
    case '<>':
      return '!=';
    default:
      return 'unknown';
  }
}

/** `==`, `-eq` and their like. */
function parseForeign(c: Cursor, start: number, left: Operand | undefined): Expression {
  const { token } = c;
  const meaning = FOREIGN_OPERATORS.get(token.text.toLowerCase());
  if (meaning === 'AND' || meaning === 'OR' || meaning === 'NOT') {
    return withoutOperator(c, start, left);
  }
  return parseMeant(c, start, left, meaning);
}

/** Reports the next token as no operator of WQL and goes on with the one that is meant. */
function parseMeant(
  c: Cursor,
  start: number,
  left: Operand | undefined,
  meaning: string | undefined,
): Expression {
  const { token } = c;
  const isSpelledOut = token.kind === 'word' || meaning === 'LIKE';
  c.report(
    'unknown-operator',
    token,
    `WQL has no operator ${quoted(token.text)}; ` +
      (meaning === undefined ? 'it has = <> < > <= >=, LIKE, ISA and IS NULL' : `write ${meaning}`),
    meaning === undefined
      ? undefined
      : replacing(`Write ${meaning}`, token, c.spaced(token, meaning), !isSpelledOut),
  );
  if (meaning === 'ISA') {
    c.take();
    return parseIsa(c, start, left);
  }
  return parseComparison(c, start, left, takeOperator(c, token, asOperator(meaning ?? '')));
}

function parseOtherWord(c: Cursor, start: number, left: Operand | undefined): Expression {
  const { token } = c;
  const foreign = FOREIGN_OPERATORS.get(token.text.toUpperCase());
  const next = c.peek(1);
  if (isConstantAt(c, 1) || (foreign !== undefined && next.kind === 'word')) {
    const keyword = foreign === undefined ? misspellingOf(token, WORD_OPERATORS) : undefined;
    if (keyword === undefined) return parseMeant(c, start, left, foreign);
    c.reportMisspelt(token, keyword);
    if (keyword === 'IS') return parseIs(c, start, left);
    if (keyword === 'LIKE') return parseComparison(c, start, left, takeOperator(c, token, 'LIKE'));
    c.take();
    return parseIsa(c, start, left);
  }
  if (next.kind === '.' || next.kind === 'operator') return parseBrokenName(c, start);
  return withoutOperator(c, start, left);
}

/** `Target Instance.Name = 1` */
function parseBrokenName(c: Cursor, start: number): Expression {
  const path = parsePath(c);
  const span = { start, end: path.end };
  const message = `${quoted(c.text.slice(start, path.end))} is two names; the name of a property has no blanks, and AND or OR joins conditions`;
  c.report('syntax', span, message);
  return parseBehindLeft(c, start, path);
}

function withoutOperator(c: Cursor, start: number, left: Operand | undefined): Expression {
  const { end } = c;
  const span = { start, end };
  const spelling = quoted(c.text.slice(start, end));
  const isConstant = left !== undefined && left.kind !== 'PropertyPath';
  const message = isConstant
    ? `${spelling} alone is no condition; repeat the property before it, as in Name = "a" OR Name = "b"`
    : `${spelling} is compared with nothing; write an operator and a constant, as in Name = "value"`;
  c.report('syntax', span, message);
  const right = isConstantAt(c, 0) ? parseConstant(c) : undefined;
  return { kind: 'Comparison', left, operator: undefined, right, start, end: c.end };
}

function parseComparison(
  c: Cursor,
  start: number,
  left: Operand | undefined,
  operator: Operator,
): Expression {
  const rightStart = c.token.start;
  const right = parseRight(c, left);
  skipArithmetic(c, rightStart);
  if (left !== undefined && right !== undefined) reportSides(c, left, operator, right);
  if (operator.operator === 'LIKE' && right !== undefined) reportPattern(c, right);
  return { kind: 'Comparison', left, operator, right, start, end: c.end };
}

function parseRight(c: Cursor, left: Operand | undefined): Operand | undefined {
  const { token } = c;
  if (isConstantAt(c, 0)) return parseConstant(c);
  if (isRightName(c)) return parseRightName(c, left);
  if (token.kind === '(') return parseParenthesizedConstant(c);
  if (token.kind === 'placeholder' || token.kind === 'braces') {
    c.take();
    if (token.text.startsWith('%')) reportUnquoted(c, token);
    else c.reportPlaceholder(token, 'a constant');
    return undefined;
  }
  c.expected(
    left === undefined || left.kind === 'PropertyPath'
      ? 'a constant to compare with, such as "text" or 5'
      : 'a property to compare with',
  );
  return undefined;
}

/** A property, or text without quotes; of text that is no property, nothing stays. */
function parseRightName(c: Cursor, left: Operand | undefined): PropertyPath | undefined {
  const path = parsePath(c);
  if (left?.kind !== 'PropertyPath') return path;
  if (takeClosingQuote(c, path.start)) return undefined;
  while (c.token.start === c.end && /^[\\:/@#-]/.test(c.token.text)) {
    c.take();
    if (c.token.start === c.end && c.token.kind === 'word') parsePath(c);
  }
  if (c.end === path.end) return path;
  reportUnquoted(c, { start: path.start, end: c.end });
  return undefined;
}

/** `= ("x")` */
function parseParenthesizedConstant(c: Cursor): Operand | undefined {
  const { start } = c.take();
  const constant = parseConstant(c);
  if (constant !== undefined) c.takeKind(')');
  const message = 'a constant stands in no parentheses; remove them';
  c.report('syntax', { start, end: c.end }, message);
  return constant;
}

function reportSides(c: Cursor, left: Operand, operator: Operator, right: Operand): void {
  const isLeft = left.kind === 'PropertyPath';
  if (isLeft && right.kind === 'PropertyPath') {
    reportTwoProperties(c, left, right);
  } else if (!isLeft && right.kind !== 'PropertyPath') {
    const message = `two constants stand on the sides of ${operator.raw}: WMI compares a property with a constant; write a property on one side`;
    c.report('no-property', { start: left.start, end: right.end }, message);
  }
}

function reportTwoProperties(c: Cursor, left: PropertyPath, right: PropertyPath): void {
  const root = right.names[0]?.name.toLowerCase();
  if (root === 'targetinstance' || root === 'previousinstance') {
    const message =
      'properties stand on both sides: WMI compares a property with a constant only; ' +
      'write a constant, or compare them in the consumer';
    c.report('property-on-both-sides', { start: left.start, end: right.end }, message);
  } else {
    reportUnquoted(c, right);
  }
}

function reportUnquoted(c: Cursor, span: Span): void {
  const text = c.text.slice(span.start, span.end);
  const message = `${quoted(text)} is not in quotes, so it counts as a property, and WMI compares with constants only; text is written ${inQuotes(text)}`;
  const fix = replacing('Write it in quotes', span, inQuotes(text), false);
  c.report('property-on-both-sides', span, message, fix);
}

function reportPattern(c: Cursor, right: Operand): void {
  if (right.kind === 'StringLiteral') {
    for (const { start, end, message } of likePatternOf(right).problems) {
      c.report('malformed-like-pattern', { start, end }, message);
    }
  } else if (right.kind !== 'PropertyPath') {
    c.report(
      'malformed-like-pattern',
      right,
      'LIKE compares with a pattern in quotes; write one, or another operator',
    );
  }
}

/** Reports and takes `+ 1 * x` behind an operand that begins at `start`. */
function skipArithmetic(c: Cursor, start: number): void {
  if (c.token.kind !== 'arithmetic') return;
  while (c.token.kind === 'arithmetic') {
    c.take();
    if (isConstantAt(c, 0)) parseConstant(c);
    else if (isRightName(c)) parsePath(c);
  }
  const message =
    'WQL does not calculate; write the result as a constant, and move what is calculated from a property to the other side';
  c.report('arithmetic', { start, end: c.end }, message);
}

function parseIsa(c: Cursor, start: number, operand: Operand | undefined): IsaTest {
  const isa = c.previous;
  if (operand !== undefined && operand.kind !== 'PropertyPath') {
    const message =
      'ISA asks for the class of an object, and a constant is none; write TargetInstance';
    c.report('no-property', operand, message);
  }
  const className = parseIsaClass(c, isa);
  return { kind: 'IsaTest', operand, className, start, end: c.end };
}

function parseIsaClass(c: Cursor, isa: WqlToken | undefined): IsaTest['className'] {
  const { token } = c;
  const before = isa ?? token;
  if (token.kind === 'string') {
    const constant = parseConstant(c);
    return constant?.kind === 'StringLiteral' ? constant : undefined;
  }
  if (token.kind === 'word' && isRightName(c)) {
    const name = c.takeName();
    if (takeClosingQuote(c, name.start)) return name;
    const message = `ISA wants the name of the class in quotes; write ${before.text} "${name.name}"`;
    const fix = replacing('Write the class in quotes', name, `"${name.name}"`);
    c.report('isa-class-unquoted', name, message, fix);
    return name;
  }
  const isPlaceholder = token.kind === 'placeholder' || token.kind === 'braces';
  c.expected('the name of a class in quotes behind ISA, such as "Win32_Process"');
  if (isPlaceholder || isConstantAt(c, 0)) c.take();
  return undefined;
}

function parseIs(c: Cursor, start: number, left: Operand | undefined): Expression {
  const is = c.take();
  if (c.isWord(0, 'A') && c.peek(1).kind === 'string') {
    const span = { start: is.start, end: c.take().end };
    c.reportMisspelt(span, 'ISA');
    return parseIsa(c, start, left);
  }
  const negated = c.takeWord('NOT') !== undefined;
  const operatorSpan = { start: is.start, end: c.end };
  if (c.takeWord('NULL') !== undefined) {
    return reportedNullTest(c, { kind: 'NullTest', operand: left, negated, start, end: c.end });
  }
  if (!isConstantAt(c, 0) && !isRightName(c)) {
    c.expected('NULL behind IS');
    return { kind: 'NullTest', operand: left, negated, start, end: c.end };
  }
  const meant = negated ? '<>' : '=';
  const message = `IS goes with NULL only; write ${meant} to compare with a value`;
  const fix = replacing(`Write ${meant}`, operatorSpan, meant);
  c.report('is-non-null', operatorSpan, message, fix);
  const raw = c.text.slice(operatorSpan.start, operatorSpan.end);
  const operator: Operator = {
    kind: 'Operator',
    operator: asOperator(meant),
    raw,
    ...operatorSpan,
  };
  return parseComparison(c, start, left, operator);
}

function reportedNullTest(c: Cursor, test: NullTest): NullTest {
  if (test.operand !== undefined && test.operand.kind !== 'PropertyPath') {
    c.report('no-property', test.operand, 'a constant is never NULL; write a property before IS');
  }
  return test;
}

/** `Name NOT LIKE "x"`, `Name NOT NULL` */
function parseMisplacedNot(c: Cursor, start: number, left: Operand | undefined): Expression {
  const not = c.take();
  if (c.takeWord('NULL') !== undefined) {
    const span = { start: not.start, end: c.end };
    const message = 'the test for a value is written IS NOT NULL';
    c.report('unknown-operator', span, message, replacing('Write IS', not, 'IS NOT'));
    return { kind: 'NullTest', operand: left, negated: true, start, end: c.end };
  }
  const removed = { start: not.start, end: c.token.start, text: '' };
  c.report('misplaced-not', not, 'NOT goes before the property, as in NOT Name LIKE "x%"', {
    title: 'Move NOT before the property',
    safe: true,
    edits: [{ start, end: start, text: 'NOT ' }, removed],
  });
  const operand = parseBehindLeft(c, start, left);
  return { kind: 'NotExpression', operand, start, end: c.end };
}
