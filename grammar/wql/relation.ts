/** ASSOCIATORS OF and REFERENCES OF, which are data or schema queries. */
import type { BracedPath, RelationCondition, RelationQuery } from './ast.ts';
import { type Cursor, quoted } from './cursor.ts';
import { RELATION_CONDITIONS } from './keywords.ts';
import { parseConstant } from './operand.ts';
import { inserting } from './problem.ts';
import { isConstantAt } from './words.ts';

/** Reads a query behind its first word, which begins at `start` and was taken. */
export function parseRelation(
  c: Cursor,
  start: number,
  relation: RelationQuery['relation'],
): RelationQuery {
  if (c.takeWord('OF') === undefined) reportMissingOf(c);
  const path = parseBraces(c);
  const conditions = c.takeWord('WHERE') === undefined ? [] : parseConditions(c);
  skipRest(c);
  return { kind: 'RelationQuery', relation, path, conditions, start, end: c.end };
}

function reportMissingOf(c: Cursor): void {
  const message = 'OF is missing before the object path; write OF';
  c.report('syntax', c.here(), message, inserting('Write OF', c.end, ' OF'));
}

function parseBraces(c: Cursor): BracedPath | undefined {
  const { token } = c;
  if (token.kind !== 'braces' && token.kind !== 'unclosed-braces') {
    c.report(
      'syntax',
      token,
      'an object path in braces is expected here, as in {Win32_Service.Name="x"}',
    );
    while (!c.atEnd && !c.isWord(0, 'WHERE')) c.take();
    return undefined;
  }
  c.take();
  const { start, end, text } = token;
  const isClosed = token.kind === 'braces';
  if (!isClosed) {
    c.report(
      'syntax',
      { start, end: start + 1 },
      'this brace is not closed; write } behind the object path',
    );
  }
  return { kind: 'BracedPath', text: text.slice(1, isClosed ? -1 : undefined), start, end };
}

function parseConditions(c: Cursor): readonly RelationCondition[] {
  const conditions: RelationCondition[] = [];
  while (c.token.kind === 'word') conditions.push(parseRelationCondition(c));
  if (conditions.length === 0)
    c.expected(`a condition, such as ${RELATION_CONDITIONS[0] ?? ''} = Class`);
  return conditions;
}

function parseRelationCondition(c: Cursor): RelationCondition {
  const { token } = c;
  reportUnknown(c);
  const name = c.takeName();
  const value = takeEquals(c) ? parseValue(c) : undefined;
  return { kind: 'RelationCondition', name, value, start: token.start, end: c.end };
}

function reportUnknown(c: Cursor): void {
  const { token } = c;
  if (c.isWord(0, ...RELATION_CONDITIONS.map((name) => name.toUpperCase()))) return;
  if (c.misspelt(token, RELATION_CONDITIONS) !== undefined) return;
  c.report(
    'syntax',
    token,
    `${quoted(token.text)} is no condition here; there are ${RELATION_CONDITIONS.join(', ')}, with blanks between them`,
  );
}

function takeEquals(c: Cursor): boolean {
  if (c.token.kind !== 'operator' || c.token.text !== '=') return false;
  c.take();
  return true;
}

function parseValue(c: Cursor): RelationCondition['value'] {
  if (isConstantAt(c, 0)) return parseConstant(c);
  if (c.token.kind === 'word') return c.takeName();
  c.expected('a name behind the equals sign');
  return undefined;
}

function skipRest(c: Cursor): void {
  if (c.atEnd) return;
  const { start } = c.token;
  while (!c.atEnd) c.take();
  const message = 'the query is complete before this text; remove it';
  c.report('trailing-text', { start, end: c.end }, message);
}
