/**
 * The condition of a conditional ACE as a value: operands and operators in postfix order, which is how Windows
 * keeps it (MS-DTYP 2.4.4.17). The order of the list is the order of evaluation.
 */
import {
  type AttributeSource,
  type AttributeSyntax,
  type ConditionExpression,
  type ConditionLiteral,
  type ConditionValue,
  type MemberOperator,
  type NumberBase,
  type RelationOperator,
} from '../../grammar/sddl/ast.ts';
import { isAttributeCharacter } from '../../grammar/sddl/condition.ts';
import {
  type ByteWindow,
  bytes64,
  readBytes,
  readSigned64,
  readUnsigned,
  readUtf16,
  unsignedBytes,
  utf16Bytes,
} from './byte-reader.ts';
import { type Principal, type Realms, formatPrincipal, principalFromSyntax } from './principal.ts';
import { principalBytes, readSidAt } from './sid-bytes.ts';

/** A condition: tokens in postfix order. */
export type Condition = readonly ConditionToken[];

export type ConditionToken =
  | LiteralToken
  | { readonly kind: 'composite'; readonly items: readonly LiteralToken[] }
  | { readonly kind: 'attribute'; readonly source: AttributeSource; readonly name: string }
  | { readonly kind: 'operator'; readonly operator: ConditionOperator };

export type LiteralToken =
  | {
      readonly kind: 'integer';
      /** A signed 64-bit number. */
      readonly value: bigint;
      readonly sign: 'plus' | 'minus' | 'none';
      readonly base: NumberBase;
    }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'octets'; readonly bytes: readonly number[] }
  | { readonly kind: 'sid'; readonly principal: Principal };

export type ConditionOperator =
  RelationOperator | MemberOperator | 'Exists' | 'Not_Exists' | '&&' | '||' | '!';

/** What an operator takes from the stack. */
type Arity = 'relation' | 'member' | 'exists' | 'logical' | 'not';

const operators: readonly (readonly [code: number, operator: ConditionOperator, arity: Arity])[] = [
  [0x80, '==', 'relation'],
  [0x81, '!=', 'relation'],
  [0x82, '<', 'relation'],
  [0x83, '<=', 'relation'],
  [0x84, '>', 'relation'],
  [0x85, '>=', 'relation'],
  [0x86, 'Contains', 'relation'],
  [0x87, 'Exists', 'exists'],
  [0x88, 'Any_of', 'relation'],
  [0x89, 'Member_of', 'member'],
  [0x8a, 'Device_Member_of', 'member'],
  [0x8b, 'Member_of_any', 'member'],
  [0x8c, 'Device_Member_of_Any', 'member'],
  [0x8d, 'Not_Exists', 'exists'],
  [0x8e, 'Not_Contains', 'relation'],
  [0x8f, 'Not_Any_of', 'relation'],
  [0x90, 'Not_Member_of', 'member'],
  [0x91, 'Not_Device_Member_of', 'member'],
  [0x92, 'Not_Member_of_Any', 'member'],
  [0x93, 'Not_Device_Member_of_Any', 'member'],
  [0xa0, '&&', 'logical'],
  [0xa1, '||', 'logical'],
  [0xa2, '!', 'not'],
];

const operatorByCode: ReadonlyMap<number, ConditionOperator> = new Map(
  operators.map(([code, operator]) => [code, operator]),
);
const codeOfOperator: ReadonlyMap<ConditionOperator, number> = new Map(
  operators.map(([code, operator]) => [operator, code]),
);
const arityOfOperator: ReadonlyMap<ConditionOperator, Arity> = new Map(
  operators.map(([, operator, arity]) => [operator, arity]),
);

const sourceCodes: Readonly<Record<AttributeSource, number>> = {
  local: 0xf8,
  user: 0xf9,
  resource: 0xfa,
  device: 0xfb,
};
const signCodes = { plus: 1, minus: 2, none: 3 } as const;
const baseCodes = { octal: 1, decimal: 2, hexadecimal: 3 } as const;

/** Every condition begins with these bytes. */
const signature: readonly number[] = [0x61, 0x72, 0x74, 0x78];

/**
 * The value of a parsed condition. It walks with a list of its own, because thousands of `||` in a row make a tree
 * too deep for the stack.
 */
export function conditionFromSyntax(expression: ConditionExpression, realms: Realms): Condition {
  const tokens: ConditionToken[] = [];
  const pending: (ConditionExpression | ConditionValue | ConditionOperator)[] = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') tokens.push({ kind: 'operator', operator: next });
    else if (next.kind === 'logical' || next.kind === 'relation') {
      pending.push(next.operator, next.right, next.left);
    } else if (next.kind === 'not') pending.push('!', next.operand);
    else if (next.kind === 'exists' || next.kind === 'member') {
      pending.push(next.operator, next.operand);
    } else tokens.push(operandToken(next, realms));
  }
  return tokens;
}

function operandToken(operand: AttributeSyntax | ConditionValue, realms: Realms): ConditionToken {
  if (operand.kind === 'attribute') {
    return { kind: 'attribute', source: operand.source, name: operand.name };
  }
  if (operand.kind !== 'composite') return literalToken(operand, realms);
  return { kind: 'composite', items: operand.items.map((item) => literalToken(item, realms)) };
}

function literalToken(literal: ConditionLiteral, realms: Realms): LiteralToken {
  switch (literal.kind) {
    case 'integer':
      return { kind: 'integer', value: literal.value, sign: literal.sign, base: literal.base };
    case 'string':
      return { kind: 'string', value: literal.value };
    case 'octets':
      return { kind: 'octets', bytes: literal.bytes };
    case 'sid-function':
      return {
        kind: 'sid',
        // The parser gives a condition up when a SID in it is none, so there is always a principal.
        principal: principalFromSyntax(literal.sid, realms) ?? nobody,
      };
  }
}

const nobody: Principal = { kind: 'sid', sid: { authority: 0, subAuthorities: [0] } };

/** The bytes of a condition without padding; undefined when an alias in it is unresolved. */
export function encodeCondition(condition: Condition): number[] | undefined {
  const bytes = [...signature];
  for (const token of condition) {
    const encoded = encodeToken(token);
    if (encoded === undefined) return undefined;
    for (const byte of encoded) bytes.push(byte);
  }
  return bytes;
}

function encodeToken(token: ConditionToken): number[] | undefined {
  if (token.kind === 'operator') return [codeOfOperator.get(token.operator) ?? 0];
  if (token.kind === 'attribute') {
    return withLength(sourceCodes[token.source], utf16Bytes(token.name));
  }
  if (token.kind !== 'composite') return encodeLiteral(token);
  const content: number[] = [];
  for (const item of token.items) {
    const encoded = encodeLiteral(item);
    if (encoded === undefined) return undefined;
    for (const byte of encoded) content.push(byte);
  }
  return withLength(0x50, content);
}

function encodeLiteral(token: LiteralToken): number[] | undefined {
  switch (token.kind) {
    case 'integer':
      // Windows writes every integer with the code of the 64-bit one.
      return [0x04, ...bytes64(token.value), signCodes[token.sign], baseCodes[token.base]];
    case 'string':
      return withLength(0x10, utf16Bytes(token.value));
    case 'octets':
      return withLength(0x18, token.bytes);
    case 'sid': {
      const sid = principalBytes(token.principal);
      return sid === undefined ? undefined : withLength(0x51, sid);
    }
  }
}

function withLength(code: number, content: readonly number[]): number[] {
  return [code, ...unsignedBytes(content.length, 4), ...content];
}

/**
 * Decodes the condition that fills the window, padding included. Undefined when the bytes are none; then Windows
 * cannot write the ACE as text either.
 */
export function decodeCondition(window: ByteWindow): Condition | undefined {
  const head = readBytes(window, window.start, signature.length);
  if (head === undefined || signature.some((byte, index) => byte !== head[index])) return undefined;
  const tokens: ConditionToken[] = [];
  let offset = window.start + signature.length;
  while (offset < window.end) {
    const code = readUnsigned(window, offset, 1);
    if (code === 0) break;
    const read = readToken(window, offset);
    if (read === undefined) return undefined;
    tokens.push(read.token);
    offset = read.end;
  }
  const padding = readBytes(window, offset, window.end - offset) ?? [];
  return padding.every((byte) => byte === 0) ? tokens : undefined;
}

interface TokenRead<Token> {
  readonly token: Token;
  readonly end: number;
}

function readToken(window: ByteWindow, offset: number): TokenRead<ConditionToken> | undefined {
  const code = readUnsigned(window, offset, 1) ?? 0;
  const operator = operatorByCode.get(code);
  if (operator !== undefined) return { token: { kind: 'operator', operator }, end: offset + 1 };
  const source = attributeSources.find((candidate) => sourceCodes[candidate] === code);
  if (source === undefined && code !== 0x50) return readLiteral(window, offset);
  const length = readUnsigned(window, offset + 1, 4);
  const start = offset + 5;
  if (length === undefined || start + length > window.end) return undefined;
  const end = start + length;
  if (source !== undefined) {
    const name = readUtf16(window, start, length);
    return name === undefined ? undefined : { token: { kind: 'attribute', source, name }, end };
  }
  const items: LiteralToken[] = [];
  for (let next = start; next < end;) {
    const item = readLiteral({ ...window, end }, next);
    if (item === undefined) return undefined;
    items.push(item.token);
    next = item.end;
  }
  return { token: { kind: 'composite', items }, end };
}

const attributeSources: readonly AttributeSource[] = ['local', 'user', 'resource', 'device'];

function readLiteral(window: ByteWindow, offset: number): TokenRead<LiteralToken> | undefined {
  const code = readUnsigned(window, offset, 1) ?? 0;
  if (code >= 0x01 && code <= 0x04) return readInteger(window, offset);
  const length = readUnsigned(window, offset + 1, 4);
  const start = offset + 5;
  if (length === undefined || start + length > window.end) return undefined;
  const end = start + length;
  if (code === 0x10) {
    const value = readUtf16(window, start, length);
    return value === undefined ? undefined : { token: { kind: 'string', value }, end };
  }
  if (code === 0x18) {
    return { token: { kind: 'octets', bytes: readBytes(window, start, length) ?? [] }, end };
  }
  const read = code === 0x51 ? readSidAt({ ...window, end }, start) : undefined;
  if (read?.length !== length) return undefined;
  return { token: { kind: 'sid', principal: { kind: 'sid', sid: read.sid } }, end };
}

/** Integers of 8, 16, 32 and 64 bits (codes 1 to 4) all hold eight bytes of value, a sign and a base. */
function readInteger(window: ByteWindow, offset: number): TokenRead<LiteralToken> | undefined {
  const value = readSigned64(window, offset + 1);
  const sign = (['plus', 'minus', 'none'] as const)[(readUnsigned(window, offset + 9, 1) ?? 0) - 1];
  const base = (['octal', 'decimal', 'hexadecimal'] as const)[
    (readUnsigned(window, offset + 10, 1) ?? 0) - 1
  ];
  if (value === undefined || sign === undefined || base === undefined) return undefined;
  return { token: { kind: 'integer', value, sign, base }, end: offset + 11 };
}

/** An operand on the way to text. */
interface Operand {
  readonly text: string;
  readonly kind: 'attribute' | 'local-attribute' | 'value' | 'expression';
}

/**
 * The condition as Windows writes it, such as `((@USER.a == 1) && (Member_of {SID(BA)}))`. Undefined when the
 * tokens make no expression, or one that SDDL cannot say (a quotation mark in a string).
 */
export function formatCondition(condition: Condition, realms: Realms): string | undefined {
  const stack: Operand[] = [];
  for (const token of condition) {
    const operand =
      token.kind === 'operator'
        ? applyOperator(token.operator, stack)
        : formatOperand(token, realms);
    if (operand === undefined) return undefined;
    stack.push(operand);
  }
  const [only] = stack;
  return stack.length === 1 && only !== undefined ? inParentheses(only) : undefined;
}

function isCondition({ kind }: Operand): boolean {
  return kind !== 'value';
}

function inParentheses({ text, kind }: Operand): string | undefined {
  return kind === 'value' ? undefined : `(${text})`;
}

function applyOperator(operator: ConditionOperator, stack: Operand[]): Operand | undefined {
  const arity = arityOfOperator.get(operator);
  const right = stack.pop();
  if (right === undefined) return undefined;
  if (arity === 'not') {
    return isCondition(right) ? expression(`!${inParentheses(right)}`) : undefined;
  }
  if (arity === 'exists') {
    return right.kind === 'attribute' || right.kind === 'local-attribute'
      ? expression(`${operator} ${right.text}`)
      : undefined;
  }
  if (arity === 'member') {
    return right.kind === 'value' ? expression(`${operator} ${right.text}`) : undefined;
  }
  const left = stack.pop();
  if (left === undefined || !isCondition(left)) return undefined;
  if (arity === 'logical') {
    if (!isCondition(right)) return undefined;
    return expression(`${inParentheses(left)} ${operator} ${inParentheses(right)}`);
  }
  if (right.kind !== 'attribute' && right.kind !== 'value') return undefined;
  const leftText = left.kind === 'expression' ? inParentheses(left) : left.text;
  return expression(`${leftText} ${operator} ${right.text}`);
}

function expression(text: string): Operand {
  return { text, kind: 'expression' };
}

function formatOperand(
  token: Exclude<ConditionToken, { readonly kind: 'operator' }>,
  realms: Realms,
): Operand | undefined {
  if (token.kind === 'attribute') return formatAttribute(token.source, token.name);
  if (token.kind !== 'composite') {
    const text = formatLiteral(token, realms);
    return text === undefined ? undefined : { text, kind: 'value' };
  }
  const items = token.items.map((item) => formatLiteral(item, realms));
  if (items.includes(undefined)) return undefined;
  return { text: `{${items.join(', ')}}`, kind: 'value' };
}

function formatAttribute(source: AttributeSource, name: string): Operand | undefined {
  if (name === '') return undefined;
  if (source === 'local') {
    const plain = [...name].every((character) => isLocalCharacter(character));
    const keyword = reservedWords.has(name.toLowerCase());
    return plain && !keyword ? { text: name, kind: 'local-attribute' } : undefined;
  }
  const escaped = name
    .split('')
    .map((unit) => (isLiteralUnit(unit) ? unit : escapeUnit(unit)))
    .join('');
  return { text: `@${source.toUpperCase()}.${escaped}`, kind: 'attribute' };
}

/** Words that a parser takes for operators, so that no attribute without a prefix can have them as its name. */
const reservedWords: ReadonlySet<string> = new Set(
  operators.map(([, operator]) => operator.toLowerCase()),
);

function isLocalCharacter(character: string): boolean {
  return /^[\w:./]$/u.test(character) || character >= '\u0080';
}

/** Beyond ASCII only letters and digits are known to stand for themselves. */
function isLiteralUnit(unit: string): boolean {
  return (
    isAttributeCharacter(unit.charCodeAt(0)) && (unit < '\u0080' || /[\p{L}\p{N}]/u.test(unit))
  );
}

function escapeUnit(unit: string): string {
  return `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function formatLiteral(token: LiteralToken, realms: Realms): string | undefined {
  switch (token.kind) {
    case 'integer':
      return formatInteger(token.value, token.sign, token.base);
    case 'string':
      return token.value.includes('"') ? undefined : `"${token.value}"`;
    case 'octets':
      return `#${token.bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
    case 'sid':
      return `SID(${formatPrincipal(token.principal, realms)})`;
  }
}

function formatInteger(value: bigint, sign: 'plus' | 'minus' | 'none', base: NumberBase): string {
  const magnitude = sign === 'minus' ? (value < 0n ? -value : value) : BigInt.asUintN(64, value);
  const mark = sign === 'plus' ? '+' : sign === 'minus' ? '-' : '';
  if (base === 'hexadecimal') return `${mark}0x${magnitude.toString(16)}`;
  return base === 'octal' ? `${mark}0${magnitude.toString(8)}` : `${mark}${magnitude}`;
}
