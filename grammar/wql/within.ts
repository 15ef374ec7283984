/** WITHIN and its number. */
import type { WithinClause } from './ast.ts';
import { type Cursor, quoted } from './cursor.ts';
import { takeNumber } from './operand.ts';
import { replacing, type WqlFix } from './problem.ts';
import type { WqlToken } from './tokens.ts';
import { isNumberAt, startsClause, startsCondition } from './words.ts';

/** Reads `WITHIN n`; the next token is WITHIN, perhaps misspelt. */
export function parseWithin(c: Cursor): WithinClause {
  const keyword = c.take();
  if (keyword.text.toUpperCase() !== 'WITHIN') c.reportMisspelt(keyword, 'WITHIN');
  const interval = parseInterval(c, keyword);
  return { kind: 'WithinClause', interval, start: keyword.start, end: c.end };
}

function parseInterval(c: Cursor, keyword: WqlToken): WithinClause['interval'] {
  const { token } = c;
  if (token.kind === 'integer' || token.kind === 'real') {
    const interval = takeNumber(c);
    skipUnit(c, token);
    return interval;
  }
  if (isMissing(c)) {
    const message = 'WITHIN is followed by a number of seconds, which is missing; write WITHIN 300';
    c.report('within-number', keyword, message);
  } else {
    reportBadNumber(c);
  }
  return undefined;
}

function isMissing(c: Cursor): boolean {
  return startsClause(c) || startsCondition(c, 0) || c.token.kind === ')';
}

function reportBadNumber(c: Cursor): void {
  const token = c.take();
  // A sign, or the start of a template.
  if (isNumberAt(c, 0) && token.kind === 'arithmetic') c.take();
  while (!c.atEnd && c.token.start === c.end && c.token.kind !== 'word') c.take();
  const span = { start: token.start, end: c.end };
  const spelling = quoted(c.text.slice(span.start, span.end));
  const isPlaceholder = token.kind === 'placeholder' || token.kind === 'braces';
  const message = isPlaceholder
    ? `${spelling} looks like a placeholder that nothing has filled in; WITHIN is followed by a number of seconds`
    : `${spelling} is no number of seconds, as WITHIN wants it; write WITHIN 300`;
  c.report('within-number', span, message, fixFor(c, token));
}

/** `"5"`, `5s` */
function fixFor(c: Cursor, token: WqlToken): WqlFix | undefined {
  const number =
    token.kind === 'string'
      ? /^[0-9]+(?:\.[0-9]+)?$/.exec(c.text.slice(token.content.start, token.content.end))?.[0]
      : /^([0-9]+)s(?:ec(?:ond)?s?)?$/i.exec(token.text)?.[1];
  return number === undefined ? undefined : replacing(`Write ${number}`, token, number);
}

/** `5 seconds`, `0,5` */
function skipUnit(c: Cursor, number: WqlToken): void {
  const { token } = c;
  const isUnit =
    token.kind === 'word' &&
    /^(?:m?s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:ours?)?)$/i.test(token.text);
  if (isUnit && !startsCondition(c, 0)) {
    c.take();
    const message = `WITHIN counts seconds and has no unit; remove ${quoted(token.text)}`;
    const isSeconds = /^s/i.test(token.text);
    const fix = isSeconds
      ? replacing('Remove the unit', { start: number.end, end: token.end }, '')
      : undefined;
    c.report('within-number', token, message, fix);
  } else if (token.kind === ',' || token.kind === 'arithmetic') {
    while (c.token.kind === ',' || c.token.kind === 'arithmetic' || isNumberAt(c, 0)) c.take();
    const span = { start: number.start, end: c.end };
    const spelling = quoted(c.text.slice(span.start, span.end));
    c.report(
      'within-number',
      span,
      `${spelling} is no number; write one, with a point for its fraction`,
    );
  }
}
