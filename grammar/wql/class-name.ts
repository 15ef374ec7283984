/** The class behind FROM. */
import type { Identifier } from './ast.ts';
import { type Cursor, quoted } from './cursor.ts';
import { CLAUSE_KEYWORDS } from './keywords.ts';
import { unescapeWql } from './literals.ts';
import { replacing } from './problem.ts';
import { isNumberAt, startsClause, startsCondition } from './words.ts';

/** Reads the class; undefined, with a problem, where there is none. */
export function parseClassName(c: Cursor): Identifier | undefined {
  const { token } = c;
  if (token.kind === 'placeholder' || token.kind === 'braces') {
    c.take();
    c.reportPlaceholder(token, 'the name of a class');
    return undefined;
  }
  if (token.kind === 'string') return parseQuoted(c);
  if (!isClassName(c)) {
    const message = 'FROM names no class; write the event class, such as __InstanceCreationEvent';
    c.report('missing-class', c.here(), message);
    return undefined;
  }
  if (splitKeywordOff(c)) return c.takeName();
  return skipFurtherClasses(c, skipAdjacent(c, c.takeName()));
}

/** A keyword is the name of a class where another clause follows, but GROUP before WITHIN. */
function isClassName(c: Cursor): boolean {
  if (c.token.kind !== 'word') return false;
  if (!c.isWord(0, ...CLAUSE_KEYWORDS)) return true;
  if (c.isWord(0, 'GROUP')) return c.isWord(1, 'WHERE') || c.peek(1).kind === 'end';
  return c.isWord(1, ...CLAUSE_KEYWORDS);
}

/** `FROM "Win32_Process"` */
function parseQuoted(c: Cursor): Identifier | undefined {
  const token = c.take();
  if (token.kind !== 'string') return undefined;
  const name = unescapeWql(c.text.slice(token.content.start, token.content.end));
  const message = `the class behind FROM stands in no quotes; write FROM ${name}`;
  c.report('syntax', token, message, replacing('Remove the quotes', token, name));
  return { kind: 'Identifier', name, start: token.start, end: token.end };
}

/** `__InstanceCreationEventWITHIN 5`, `Win32_ProcessWHERE Name = "x"` */
function splitKeywordOff(c: Cursor): boolean {
  const { token } = c;
  const keyword = /.(WITHIN|WHERE)$/i.exec(token.text)?.[1];
  if (keyword === undefined || c.isWord(1, ...CLAUSE_KEYWORDS)) return false;
  const fits = keyword.toUpperCase() === 'WITHIN' ? isNumberAt(c, 1) : startsCondition(c, 1);
  if (!fits) return false;
  const length = token.text.length - keyword.length;
  c.reportJoined(token, token.start + length);
  c.split(length);
  return true;
}

/** `root\cimv2:Win32_Process`, `My-Class`, `Class.*` */
function skipAdjacent(c: Cursor, name: Identifier): Identifier {
  let last = name;
  while (!c.atEnd && c.token.start === c.end && !isPunctuation(c)) {
    if (c.token.kind === 'word') last = c.takeName();
    else c.take();
  }
  if (c.end === name.end) return name;
  const span = { start: name.start, end: c.end };
  const spelling = quoted(c.text.slice(span.start, span.end));
  const message = /[\\/:]/.test(spelling)
    ? `FROM names a class and no namespace, so ${spelling} is refused; write ${last.name}, and the namespace into EventNamespace`
    : `${spelling} is no name of a class: it consists of letters, digits and underscores`;
  c.report('syntax', span, message, replacing(`Write ${last.name}`, span, last.name, false));
  return last;
}

function isPunctuation(c: Cursor): boolean {
  const { kind } = c.token;
  return kind === ',' || kind === ';' || kind === '(' || kind === ')' || kind === 'string';
}

/** `FROM A, B` */
function skipFurtherClasses(c: Cursor, name: Identifier): Identifier {
  if (c.token.kind !== ',') return name;
  const { start } = c.token;
  while (c.takeKind(',') !== undefined) if (!startsClause(c)) c.take();
  const message =
    'a query reads one class and those derived from it; write a filter for each class';
  c.report('syntax', { start, end: c.end }, message);
  return name;
}
