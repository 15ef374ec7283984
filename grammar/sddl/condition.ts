/**
 * The condition of a conditional ACE, such as `(@User.Title == "PM" && Member_of {SID(BA)})`.
 *
 * MS-DTYP 2.5.1.1 gives the grammar; where Windows is known to be laxer or stricter (which side may be a literal,
 * what may follow `!`) this follows Windows.
 */
import type {
  AttributeSource,
  AttributeSyntax,
  ConditionExpression,
  ConditionLiteral,
  ConditionSyntax,
  ConditionValue,
  MemberOperator,
  NumberBase,
  RelationOperator,
} from './ast.ts';
import { type Cursor, cappedValue, isDigit, isHexDigit, report, scanNumber } from './cursor.ts';
import { parseSid } from './sid.ts';

/** Deeper nesting than any condition has; it keeps hostile text from exhausting the stack. */
const maximumDepth = 200;

/** Thrown and caught inside this file only: a condition has one error, and then it is given up. */
class ConditionError extends Error {
  readonly start: number;
  readonly end: number;

  constructor(start: number, end: number, message: string) {
    super(message);
    this.start = start;
    this.end = end;
  }
}

/**
 * Parses the condition at the cursor and leaves the cursor behind it. After an error the cursor is where the error
 * is and `expression` is undefined.
 */
export function parseCondition(cursor: Cursor): ConditionSyntax {
  const start = cursor.offset;
  try {
    const expression = parseParenthesized(cursor, 0);
    return { kind: 'condition', start, end: cursor.offset, expression };
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    report(
      cursor,
      'syntax',
      error.start,
      error.end,
      `the condition is malformed: ${error.message}`,
    );
    return { kind: 'condition', start, end: Math.max(error.end, start), expression: undefined };
  }
}

/** Parses `"text"` at the cursor. There is no escape: the text ends at the next quotation mark. */
export function parseQuoted(cursor: Cursor): string | undefined {
  const close = cursor.text.indexOf('"', cursor.offset + 1);
  if (close < 0) return undefined;
  const value = cursor.text.slice(cursor.offset + 1, close);
  cursor.offset = close + 1;
  return value;
}

/** Parses the hexadecimal digits of an octet string; `#` stands for 0, and an odd length gets a leading 0. */
export function parseOctetDigits(cursor: Cursor): readonly number[] {
  const start = cursor.offset;
  while (isHexDigit(cursor.text.charCodeAt(cursor.offset)) || cursor.text[cursor.offset] === '#') {
    cursor.offset += 1;
  }
  const digits = cursor.text.slice(start, cursor.offset).replaceAll('#', '0');
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return Array.from({ length: even.length / 2 }, (_, index) =>
    Number.parseInt(even.slice(2 * index, 2 * index + 2), 16),
  );
}

/** Skips what MS-DTYP calls wspace; only conditions and resource attributes may have tabs and line ends. */
export function skipSpace(cursor: Cursor): void {
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.offset);
    if (code !== 0x20 && !(code >= 0x09 && code <= 0x0d)) return;
    cursor.offset += 1;
  }
}

function fail(cursor: Cursor, message: string): never {
  const end = Math.min(cursor.offset + 1, cursor.text.length);
  throw new ConditionError(cursor.offset, end, message);
}

function accept(cursor: Cursor, symbol: string): boolean {
  if (!cursor.text.startsWith(symbol, cursor.offset)) return false;
  cursor.offset += symbol.length;
  return true;
}

function parseParenthesized(cursor: Cursor, depth: number): ConditionExpression {
  if (depth > maximumDepth) fail(cursor, 'it is nested too deeply');
  if (!accept(cursor, '(')) fail(cursor, 'an opening parenthesis is expected here');
  const expression = parseOr(cursor, depth + 1);
  if (!accept(cursor, ')')) fail(cursor, 'an operator or a closing parenthesis is expected here');
  return expression;
}

function parseOr(cursor: Cursor, depth: number): ConditionExpression {
  let left = parseAnd(cursor, depth);
  while (accept(cursor, '||')) {
    const right = parseAnd(cursor, depth);
    left = { kind: 'logical', operator: '||', left, right, start: left.start, end: right.end };
  }
  return left;
}

function parseAnd(cursor: Cursor, depth: number): ConditionExpression {
  let left = parseNot(cursor, depth);
  while (accept(cursor, '&&')) {
    const right = parseNot(cursor, depth);
    left = { kind: 'logical', operator: '&&', left, right, start: left.start, end: right.end };
  }
  return left;
}

function parseNot(cursor: Cursor, depth: number): ConditionExpression {
  skipSpace(cursor);
  const start = cursor.offset;
  if (cursor.text[start] !== '!') return parseRelation(cursor, depth);
  cursor.offset += 1;
  skipSpace(cursor);
  const operand = parseNotOperand(cursor, depth);
  const end = cursor.offset;
  skipSpace(cursor);
  return { kind: 'not', operand, start, end };
}

function parseNotOperand(cursor: Cursor, depth: number): ConditionExpression {
  if (cursor.text[cursor.offset] === '(') return parseParenthesized(cursor, depth);
  if (cursor.text[cursor.offset] === '@') return parseAttribute(cursor);
  return fail(
    cursor,
    'only an expression in parentheses or an @User., @Device. or @Resource. attribute may follow "!"',
  );
}

const existsOperators: ReadonlyMap<string, 'Exists' | 'Not_Exists'> = new Map([
  ['exists', 'Exists'],
  ['not_exists', 'Not_Exists'],
]);

const memberOperators: ReadonlyMap<string, MemberOperator> = new Map(
  (
    [
      'Member_of',
      'Member_of_any',
      'Device_Member_of',
      'Device_Member_of_Any',
      'Not_Member_of',
      'Not_Member_of_Any',
      'Not_Device_Member_of',
      'Not_Device_Member_of_Any',
    ] as const
  ).map((operator) => [operator.toLowerCase(), operator]),
);

const setOperators: ReadonlyMap<string, RelationOperator> = new Map(
  (['Contains', 'Not_Contains', 'Any_of', 'Not_Any_of'] as const).map((operator) => [
    operator.toLowerCase(),
    operator,
  ]),
);

/** The operators that are words, in lower case; Windows takes any. */
export const wordOperators: readonly string[] = [
  ...existsOperators.keys(),
  ...memberOperators.keys(),
  ...setOperators.keys(),
];

export const comparisons: readonly RelationOperator[] = ['==', '!=', '<=', '>=', '<', '>'];

function parseRelation(cursor: Cursor, depth: number): ConditionExpression {
  const start = cursor.offset;
  const word = peekWord(cursor);
  const exists = existsOperators.get(word);
  const member = memberOperators.get(word);
  if (exists !== undefined || member !== undefined) cursor.offset += word.length;
  skipSpace(cursor);
  let left: ConditionExpression;
  if (exists !== undefined) {
    const operand = parseAttribute(cursor);
    left = { kind: 'exists', operator: exists, operand, start, end: cursor.offset };
  } else if (member !== undefined) {
    const operand = parseMemberOperand(cursor, depth);
    left = { kind: 'member', operator: member, operand, start, end: cursor.offset };
  } else {
    left = parseComparisons(cursor, depth);
  }
  skipSpace(cursor);
  return left;
}

function parseComparisons(cursor: Cursor, depth: number): ConditionExpression {
  const start = cursor.offset;
  let left =
    cursor.text[start] === '(' ? parseParenthesized(cursor, depth) : parseAttribute(cursor);
  skipSpace(cursor);
  for (;;) {
    const operator = acceptRelationOperator(cursor);
    if (operator === undefined) return left;
    skipSpace(cursor);
    const right = parseRightSide(cursor, setOperators.has(operator.toLowerCase()));
    left = { kind: 'relation', operator, left, right, start, end: cursor.offset };
    skipSpace(cursor);
  }
}

function acceptRelationOperator(cursor: Cursor): RelationOperator | undefined {
  for (const operator of comparisons) if (accept(cursor, operator)) return operator;
  const word = peekWord(cursor);
  const operator = setOperators.get(word);
  if (operator !== undefined) cursor.offset += word.length;
  return operator;
}

function parseRightSide(cursor: Cursor, setOperator: boolean): ConditionValue | AttributeSyntax {
  if (cursor.text[cursor.offset] === '@') return parseAttribute(cursor);
  if (cursor.text[cursor.offset] !== '(' || setOperator) return parseValue(cursor);
  cursor.offset += 1;
  skipSpace(cursor);
  const literal = parseLiteral(cursor);
  skipSpace(cursor);
  if (!accept(cursor, ')')) fail(cursor, 'a closing parenthesis is expected behind the value');
  return literal;
}

function parseMemberOperand(cursor: Cursor, depth: number): ConditionValue {
  if (depth > maximumDepth) fail(cursor, 'it is nested too deeply');
  if (!accept(cursor, '(')) return parseValue(cursor);
  skipSpace(cursor);
  const operand = parseMemberOperand(cursor, depth + 1);
  skipSpace(cursor);
  if (!accept(cursor, ')')) fail(cursor, 'a closing parenthesis is expected behind the SIDs');
  return operand;
}

function parseValue(cursor: Cursor): ConditionValue {
  const start = cursor.offset;
  if (!accept(cursor, '{')) return parseLiteral(cursor);
  skipSpace(cursor);
  const items: ConditionLiteral[] = [];
  if (!accept(cursor, '}')) {
    do {
      skipSpace(cursor);
      items.push(parseLiteral(cursor));
      skipSpace(cursor);
    } while (accept(cursor, ','));
    if (!accept(cursor, '}')) fail(cursor, 'a comma or "}" is expected in the list');
  }
  return { kind: 'composite', items, start, end: cursor.offset };
}

function parseLiteral(cursor: Cursor): ConditionLiteral {
  const start = cursor.offset;
  const first = cursor.text[start];
  if (first === '"') {
    const value = parseQuoted(cursor);
    if (value === undefined) fail(cursor, 'the string has no closing quotation mark');
    return { kind: 'string', value, start, end: cursor.offset };
  }
  if (first === '#') {
    cursor.offset += 1;
    const bytes = parseOctetDigits(cursor);
    return { kind: 'octets', bytes, start, end: cursor.offset };
  }
  if (first === '+' || first === '-' || isDigit(cursor.text.charCodeAt(start))) {
    return parseInteger(cursor);
  }
  if (peekWord(cursor) === 'sid') return parseSidFunction(cursor);
  return fail(
    cursor,
    'a value is expected here: a number, "text", #octets, SID(...), or an @User., @Device. or @Resource. attribute',
  );
}

function parseInteger(cursor: Cursor): ConditionLiteral {
  const start = cursor.offset;
  const sign = accept(cursor, '+') ? 'plus' : accept(cursor, '-') ? 'minus' : 'none';
  const number = scanNumber(cursor.text, cursor.offset, cursor.text.length);
  if (number === undefined) fail(cursor, 'digits are expected here');
  const largest = sign === 'minus' ? 1n << 63n : (1n << 64n) - 1n;
  const magnitude = cappedValue(number.digits, number.base, largest);
  if (magnitude === undefined) {
    throw new ConditionError(start, number.end, 'the number does not fit 64 bits');
  }
  cursor.offset = number.end;
  const value = BigInt.asIntN(64, sign === 'minus' ? -magnitude : magnitude);
  const base: NumberBase = number.base;
  return { kind: 'integer', value, sign, base, start, end: cursor.offset };
}

function parseSidFunction(cursor: Cursor): ConditionLiteral {
  const start = cursor.offset;
  cursor.offset += 'SID'.length;
  if (!accept(cursor, '('))
    fail(cursor, 'SID must be followed by a SID in parentheses, as in SID(BA)');
  const close = cursor.text.indexOf(')', cursor.offset);
  const limit = close < 0 ? cursor.text.length : close;
  // A SID is short; this keeps many SID( without a closing parenthesis from being read to the end each time.
  if (close < 0 || close - cursor.offset > 1000)
    fail(cursor, 'the parenthesis of SID( is never closed');
  const before = cursor.errors.length;
  const sid = parseSid(cursor, limit, false);
  if (cursor.errors.length > before || sid.kind === 'sid-unknown') {
    const error = cursor.errors.splice(before)[0];
    throw new ConditionError(
      error?.start ?? start,
      error?.end ?? limit,
      error?.message ?? 'this is no SID',
    );
  }
  cursor.offset = limit + 1;
  return { kind: 'sid-function', sid, start, end: cursor.offset };
}

/** The word at the cursor in lower case, as far as a name without a prefix goes. */
function peekWord(cursor: Cursor): string {
  return cursor.text.slice(cursor.offset, localNameEnd(cursor)).toLowerCase();
}

function localNameEnd(cursor: Cursor): number {
  let end = cursor.offset;
  while (isLocalNameCharacter(cursor.text.charCodeAt(end))) end += 1;
  return end;
}

function isLocalNameCharacter(code: number): boolean {
  return isLetterOrDigit(code) || code === 0x3a || code === 0x2e || code === 0x2f || code === 0x5f;
}

/** ASCII letters and digits, and everything beyond ASCII: what Windows counts as a letter there is unknown. */
function isLetterOrDigit(code: number): boolean {
  return (
    isDigit(code) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code >= 0x80
  );
}

const prefixes: readonly { readonly text: string; readonly source: AttributeSource }[] = [
  { text: '@user.', source: 'user' },
  { text: '@device.', source: 'device' },
  { text: '@resource.', source: 'resource' },
];

const longestPrefix = '@resource.'.length;

function parseAttribute(cursor: Cursor): AttributeSyntax {
  const start = cursor.offset;
  if (cursor.text[start] !== '@') return parseLocalAttribute(cursor);
  const head = cursor.text.slice(start, start + longestPrefix).toLowerCase();
  const prefix = prefixes.find(({ text }) => head.startsWith(text));
  if (prefix === undefined) fail(cursor, '@User., @Device. or @Resource. is expected here');
  cursor.offset += prefix.text.length;
  const name = parsePrefixedName(cursor);
  return { kind: 'attribute', source: prefix.source, name, start, end: cursor.offset };
}

function parseLocalAttribute(cursor: Cursor): AttributeSyntax {
  const start = cursor.offset;
  const end = localNameEnd(cursor);
  if (end === start) fail(cursor, 'an attribute or an expression in parentheses is expected here');
  cursor.offset = end;
  return { kind: 'attribute', source: 'local', name: cursor.text.slice(start, end), start, end };
}

const literalSigns: ReadonlySet<number> = new Set(
  [..."#$'*+-./:;?@[\\]^_{}~`"].map((sign) => sign.charCodeAt(0)),
);

/** True for what stands for itself in the name of an @User., @Device. or @Resource. attribute. */
export function isAttributeCharacter(code: number): boolean {
  return isLetterOrDigit(code) || literalSigns.has(code);
}

function parsePrefixedName(cursor: Cursor): string {
  const { text } = cursor;
  let name = '';
  let plainStart = cursor.offset;
  for (;;) {
    while (isAttributeCharacter(text.charCodeAt(cursor.offset))) cursor.offset += 1;
    name += text.slice(plainStart, cursor.offset);
    if (text[cursor.offset] !== '%') break;
    name += parseEscape(cursor);
    plainStart = cursor.offset;
  }
  if (name === '') fail(cursor, 'the name of the attribute is missing');
  return name;
}

/** `%XXXX`, a UTF-16 unit. Windows refuses it for ASCII that may stand for itself. */
function parseEscape(cursor: Cursor): string {
  const digits = cursor.text.slice(cursor.offset + 1, cursor.offset + 5);
  if (!/^[\da-f]{4}$/iu.test(digits))
    fail(cursor, 'four hexadecimal digits must follow "%" in a name');
  const code = Number.parseInt(digits, 16);
  if (code < 0x80 && isAttributeCharacter(code)) {
    const start = cursor.offset;
    const itself = String.fromCharCode(code);
    throw new ConditionError(start, start + 5, `%${digits} must be written ${itself}`);
  }
  cursor.offset += 5;
  return String.fromCharCode(code);
}
