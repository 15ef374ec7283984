/** What a SELECT asks for: its list, FROM, and the class. */
import type { Identifier, PropertyPath, Selection } from './ast.ts';
import { parseClassName } from './class-name.ts';
import { type Cursor, misspellingOf, quoted } from './cursor.ts';
import { FOREIGN_QUANTIFIERS } from './keywords.ts';
import { parsePath } from './operand.ts';
import { inserting } from './problem.ts';
import { startsClause } from './words.ts';

/** Reads the list behind SELECT. */
export function parseSelection(c: Cursor): Selection | undefined {
  if (c.token.kind === 'word' && c.peek(1).kind === '(') return skipFunction(c);
  skipQuantifier(c);
  // That FROM is missing says enough.
  if (c.atEnd) return undefined;
  if (isFrom(c)) {
    const message = 'nothing stands between SELECT and FROM; write * for all properties';
    c.report('missing-select-list', c.here(), message, inserting('Write *', c.end, ' *'));
    return undefined;
  }
  const { start } = c.token;
  if (c.token.text === '*') {
    const { end } = c.take();
    return { kind: 'AllProperties', start, end };
  }
  const properties = parsePropertyList(c, isListOver);
  return properties.length === 0
    ? undefined
    : { kind: 'PropertyList', properties, start, end: c.end };
}

/** `COUNT(*)` */
function skipFunction(c: Cursor): undefined {
  const { start, text } = c.take();
  while (!c.atEnd && c.token.kind !== ')' && !isFrom(c)) c.take();
  c.takeKind(')');
  reportUnsupported(c, start, text);
}

/** `DISTINCT`, `TOP 5` */
function skipQuantifier(c: Cursor): void {
  const { start, kind, text } = c.token;
  if (kind !== 'word' || !FOREIGN_QUANTIFIERS.has(text.toUpperCase())) return;
  const isProperty = c.peek(1).kind === ',' || c.peek(1).kind === '.' || isFrom(c, 1);
  if (isProperty) return;
  c.take();
  c.takeKind('integer');
  reportUnsupported(c, start, text);
}

function reportUnsupported(c: Cursor, start: number, word: string): void {
  const message = `WQL has no ${word.toUpperCase()}; name the properties, or write * for all`;
  c.report('unsupported-sql', { start, end: c.end }, message);
}

/** Whether the token `ahead` is the keyword and no property of that name. */
function isFrom(c: Cursor, ahead = 0): boolean {
  const { kind } = c.peek(ahead + 1);
  return c.isWord(ahead, 'FROM') && kind !== ',' && kind !== '.' && !c.isWord(ahead + 1, 'FROM');
}

function isMisspeltFrom(c: Cursor): boolean {
  return (
    misspellingOf(c.token, ['FROM']) !== undefined && c.peek(1).kind === 'word' && !isFrom(c, 1)
  );
}

function isListOver(c: Cursor): boolean {
  return isFrom(c) || isMisspeltFrom(c) || joinedFrom(c) !== undefined;
}

/** Reads names with commas between them, up to what `isOver` knows to come behind. */
export function parsePropertyList(
  c: Cursor,
  isOver: (c: Cursor) => boolean,
): readonly PropertyPath[] {
  const properties: PropertyPath[] = [];
  for (;;) {
    if (c.token.kind !== 'word' || isOver(c)) {
      c.expected('the name of a property');
      return properties;
    }
    properties.push(parsePath(c));
    if (c.takeKind(',') !== undefined) continue;
    if (c.token.kind !== 'word' || isOver(c)) return properties;
    if (c.peek(1).kind !== ',' && !(c.peek(1).kind === 'word' && isFrom(c, 1))) return properties;
    const message = `a comma is missing before ${c.token.text}; write ,`;
    c.report('syntax', c.here(), message, inserting('Add the comma', c.end, ','));
  }
}

/** `FROMWin32_Process` */
function joinedFrom(c: Cursor): number | undefined {
  const { kind, text } = c.token;
  return kind === 'word' && /^FROM(?=(?:Win32|CIM|MSFT|Msvm)?_)/i.test(text) ? 4 : undefined;
}

/** Reads FROM and the class. */
export function parseFrom(c: Cursor): Identifier | undefined {
  if (!isListOver(c)) skipToFrom(c);
  const { token } = c;
  const length = joinedFrom(c);
  if (isFrom(c)) {
    c.take();
  } else if (length !== undefined) {
    c.reportJoined(token, token.start + length);
    c.split(length);
    c.take();
  } else if (isMisspeltFrom(c)) {
    c.reportMisspelt(token, 'FROM');
    c.take();
  } else {
    return parseClassWithoutFrom(c);
  }
  return parseClassName(c);
}

/** Skips what stands before FROM and belongs to no list; nothing where there is no FROM. */
function skipToFrom(c: Cursor): void {
  let ahead = 0;
  while (c.peek(ahead).kind !== 'end' && c.peek(ahead).kind !== ';' && !isFrom(c, ahead)) ahead++;
  if (ahead === 0 || !isFrom(c, ahead)) return;
  const { start } = c.token;
  for (; ahead > 0; ahead--) c.take();
  const span = { start, end: c.end };
  const spelling = quoted(c.text.slice(span.start, span.end));
  c.report(
    'syntax',
    span,
    `${spelling} fits no list of properties; write *, or names with commas between them`,
  );
}

function parseClassWithoutFrom(c: Cursor): Identifier | undefined {
  const hasClass = c.token.kind === 'word' && !startsClause(c);
  const message = hasClass
    ? `FROM is missing before ${c.token.text}; write FROM ${c.token.text}`
    : 'the query names no class: write FROM and the class behind the list';
  const fix = hasClass ? inserting('Write FROM', c.end, ' FROM') : undefined;
  c.report('missing-from', c.here(), message, fix);
  return hasClass ? parseClassName(c) : undefined;
}
