/** What a word means where it stands: all keywords of WQL are contextual, and what follows decides. */
import type { Cursor } from './cursor.ts';
import { CLAUSE_KEYWORDS, FOREIGN_CLAUSES, FOREIGN_OPERATORS } from './keywords.ts';

const RESERVED: ReadonlySet<string> = new Set([
  ...CLAUSE_KEYWORDS,
  'AND',
  'OR',
  'BY',
  'LIKE',
  'ISA',
  'IS',
  'SELECT',
  'FROM',
]);

/** Whether the token `ahead` is a word that has a meaning of its own where no operator follows. */
function isReserved(c: Cursor, ahead: number): boolean {
  const { kind, text } = c.peek(ahead);
  return kind === 'word' && RESERVED.has(text.toUpperCase());
}

/** Whether the token `ahead` compares what stands before it, or leads into it. */
function isOperatorAt(c: Cursor, ahead: number): boolean {
  const { kind } = c.peek(ahead);
  return isSymbolAt(c, ahead) || kind === '.' || c.isWord(ahead, 'LIKE', 'ISA', 'IS');
}

/** Whether the token `ahead` is a sign of comparison, of WQL or another language. */
function isSymbolAt(c: Cursor, ahead: number): boolean {
  const { kind, text } = c.peek(ahead);
  if (kind === 'operator') return true;
  if (kind !== 'foreign-operator') return false;
  const meaning = FOREIGN_OPERATORS.get(text.toLowerCase());
  return meaning !== 'AND' && meaning !== 'OR' && meaning !== 'NOT';
}

/** Whether the token `ahead` is a property on the left of an operator. */
export function isLeftName(c: Cursor, ahead = 0): boolean {
  if (c.peek(ahead).kind !== 'word') return false;
  if (c.isWord(ahead, 'NOT')) return isSymbolAt(c, ahead + 1) || c.peek(ahead + 1).kind === '.';
  return !isReserved(c, ahead) || isOperatorAt(c, ahead + 1);
}

/** Whether the next token is a name on the right of an operator, where none should be. */
export function isRightName(c: Cursor): boolean {
  if (c.token.kind !== 'word') return false;
  return (!isReserved(c, 0) && !c.isWord(0, 'NOT')) || c.peek(1).kind === '.';
}

/** Whether the tokens from `ahead` on begin a condition beyond doubt. */
export function startsCondition(c: Cursor, ahead: number): boolean {
  const { kind } = c.peek(ahead);
  if (kind === '(') return true;
  if (kind !== 'word') return false;
  if (c.isWord(ahead, 'NOT')) return c.peek(ahead + 1).kind === '(' || isLeftName(c, ahead + 1);
  return isOperatorAt(c, ahead + 1) && isLeftName(c, ahead);
}

/** Whether the next token begins another clause, or another statement, behind a complete condition. */
export function startsClause(c: Cursor): boolean {
  const { kind, text } = c.token;
  if (kind === 'end' || kind === ';') return true;
  if (kind !== 'word' || c.peek(1).kind === '.') return false;
  if (c.isWord(0, ...CLAUSE_KEYWORDS)) return true;
  if (c.isWord(0, 'SELECT', 'BY')) return true;
  return FOREIGN_CLAUSES.has(text.toUpperCase()) && !isOperatorAt(c, 1);
}

/** Whether the token `ahead` is a constant, or the sign of one. */
export function isConstantAt(c: Cursor, ahead: number): boolean {
  const { kind, text } = c.peek(ahead);
  switch (kind) {
    case 'string':
    case 'integer':
    case 'real':
    case 'bad-number':
      return true;
    case 'word':
      return c.isWord(ahead, 'TRUE', 'FALSE', 'NULL') && c.peek(ahead + 1).kind !== '.';
    case 'arithmetic':
      return (text === '-' || text === '+') && isNumberAt(c, ahead + 1);
    default:
      return false;
  }
}

/** Whether the token `ahead` is a number, or was meant as one. */
export function isNumberAt(c: Cursor, ahead: number): boolean {
  const { kind } = c.peek(ahead);
  return kind === 'integer' || kind === 'real' || kind === 'bad-number';
}
