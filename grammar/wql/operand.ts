/** The two sides of a condition: properties and constants. */
import type {
  Constant,
  Identifier,
  IntegerLiteral,
  PropertyPath,
  RealLiteral,
  StringLiteral,
} from './ast.ts';
import { type Cursor, quoted } from './cursor.ts';
import { escapeWql, numberLiteral, stringLiteral, unescapeWql } from './literals.ts';
import { inserting, replacing } from './problem.ts';
import type { PlainToken, StringToken, WqlToken } from './tokens.ts';
import { isConstantAt } from './words.ts';

/** `Name`, `TargetInstance.Name`; the next token is a word. */
export function parsePath(c: Cursor): PropertyPath {
  const { start } = c.token;
  splitOperatorOff(c);
  const names: Identifier[] = [c.takeName()];
  for (let dot = c.takeKind('.'); dot !== undefined; dot = c.takeKind('.')) {
    if (c.isWord(0, 'ISA', 'LIKE') && c.peek(1).kind === 'string') {
      const message = `${c.token.text} is an operator and no property; write a blank in place of the full stop`;
      c.report('syntax', dot, message, replacing('Write a blank', dot, ' '));
      break;
    }
    splitOperatorOff(c);
    if (c.token.kind === 'word') {
      names.push(c.takeName());
    } else {
      c.expected('the name of a property behind the full stop');
      if (c.token.text === '*') c.take();
    }
  }
  skipIndex(c);
  return { kind: 'PropertyPath', names, start, end: c.end };
}

/** `TargetInstanceISA "X"`, `NameLIKE "X"`: makes two words of one. */
function splitOperatorOff(c: Cursor): void {
  const { token } = c;
  const operator = /^.+?(ISA|LIKE)$/i.exec(token.kind === 'word' ? token.text : '')?.[1];
  if (operator === undefined || c.peek(1).kind !== 'string') return;
  const length = token.text.length - operator.length;
  c.reportJoined(token, token.start + length);
  c.split(length);
}

/** `Name[0]` */
function skipIndex(c: Cursor): void {
  if (c.token.text !== '[' || c.peek(2).text !== ']') return;
  const { start } = c.take();
  c.take();
  const { end } = c.take();
  const message =
    'WQL cannot reach into an array; compare another property, or filter in the consumer';
  c.report('syntax', { start, end }, message);
}

/** A constant, where the next token begins one. */
export function parseConstant(c: Cursor): Constant | undefined {
  const { token } = c;
  switch (token.kind) {
    case 'string':
      c.take();
      return readString(c, token);
    case 'integer':
    case 'real':
      return takeNumber(c);
    case 'arithmetic':
      return isConstantAt(c, 0) ? parseSigned(c) : undefined;
    case 'bad-number':
      c.take();
      c.report(
        'syntax',
        token,
        `${quoted(token.text)} is no number; write a number, or text in quotes`,
      );
      return undefined;
    case 'word':
      return isConstantAt(c, 0) ? takeWordConstant(c) : undefined;
    default:
      return undefined;
  }
}

function takeWordConstant(c: Cursor): Constant {
  const { start, end, text } = c.take();
  const word = text.toUpperCase();
  return word === 'NULL'
    ? { kind: 'NullLiteral', start, end }
    : { kind: 'BooleanLiteral', start, end, value: word === 'TRUE' };
}

function parseSigned(c: Cursor): Constant | undefined {
  const sign = c.take();
  return c.token.kind === 'bad-number' || sign.kind === 'string'
    ? parseConstant(c)
    : takeNumber(c, sign);
}

/** The next token as a number; `sign` was taken before. Says so where a word follows without a blank. */
export function takeNumber(c: Cursor, sign?: PlainToken): IntegerLiteral | RealLiteral | undefined {
  const token = c.take();
  if (token.kind !== 'integer' && token.kind !== 'real') return undefined;
  reportMissingBlank(c, token, c.token);
  return numberLiteral(token, sign);
}

function reportMissingBlank(c: Cursor, number: WqlToken, next: WqlToken): void {
  if (next.kind !== 'word' || next.start !== number.end) return;
  const message =
    `a blank is missing between ${number.text} and ${next.text}, which WMI reads as two all the same; ` +
    'string literals of MOF are joined with nothing in between: end the first with a blank';
  const fix = inserting('Add the blank', number.end, ' ');
  c.report('missing-blank', { start: number.start, end: next.end }, message, fix);
}

/** The literal of a string that was just taken; says what is wrong with its quotes. */
export function readString(c: Cursor, token: StringToken): StringLiteral {
  if (token.form === 'plain') return stringLiteral(pairQuotes(c, token), c.text);
  reportForm(c, token);
  return stringLiteral(token, c.text);
}

function reportForm(c: Cursor, token: StringToken): void {
  const content = c.text.slice(token.content.start, token.content.end);
  const { quote } = token;
  switch (token.form) {
    case 'plain':
      return;
    case 'unterminated':
      reportUnterminated(c, token);
      return;
    case 'typographic':
      c.report(
        'typographic-quotes',
        token,
        `typographic quotes make no string; a word processor or a web page may have put them there: write ${quote}...${quote}`,
        replacing('Write straight quotes', token, `${quote}${content}${quote}`),
      );
      return;
    case 'escaped':
      c.report(
        'doubled-escape',
        token,
        `the quotes reach WMI with a backslash before them, because they are escaped twice: in MOF write \\${quote} once`,
        replacing('Remove the backslashes', token, `${quote}${content}${quote}`),
      );
      return;
    case 'encoded':
      c.report(
        'doubled-escape',
        token,
        `the quotes are written as HTML has them; write ${quote}...${quote}`,
        replacing('Write the quotes', token, `${quote}${content}${quote}`),
      );
      return;
    case 'doubled':
      c.report(
        'doubled-escape',
        token,
        `the quotes reach WMI twice, as other languages escape them: in MOF write \\${quote} once`,
        replacing('Write the quotes once', token, `${quote}${content}${quote}`),
      );
  }
}

function reportUnterminated(c: Cursor, { start, end, quote, content }: StringToken): void {
  const text = c.text.slice(content.start, content.end);
  const other = quote === '"' ? "'" : '"';
  if (text.endsWith(other)) {
    const message = `this string begins with ${quote} and ends with ${other}; write the same quote on both sides`;
    const fix = replacing('Write the same quote', { start: end - 1, end }, quote, false);
    c.report('unterminated-string', { start, end }, message, fix);
    return;
  }
  const escapesQuote = text.endsWith(`\\${quote}`);
  const message = escapesQuote
    ? `this string is not closed: the backslash before the last ${quote} escapes it; write \\\\${quote}, as each backslash of a text is written twice`
    : `this string is not closed; write ${quote} where it ends`;
  const fix = escapesQuote
    ? inserting('Double the backslash', end - 2, '\\', false)
    : inserting('Close the string', end, quote, false);
  c.report('unterminated-string', { start, end }, message, fix);
}

/** Where text goes on at once behind the closing quote, the quotes do not pair; ends the string where it should. */
function pairQuotes(c: Cursor, token: StringToken): StringToken {
  const next = c.token;
  const goesOn = next.kind === 'word' || next.kind === 'string' || next.kind === 'integer';
  if (!goesOn || next.start !== token.end || isConnection(c)) return token;
  const text = c.text.slice(token.content.start, token.content.end);
  const connection = text.search(/\s(?:and|or|group|having)\s/i);
  const cut =
    connection === -1
      ? undefined
      : c.cutString(token, token.content.start + text.slice(0, connection).trimEnd().length);
  if (cut !== undefined) {
    reportUnterminated(c, cut);
    return cut;
  }
  reportQuoteInside(c, token);
  return token;
}

function isConnection(c: Cursor): boolean {
  return c.isWord(0, 'AND', 'OR', 'GROUP', 'HAVING', 'WHERE', 'WITHIN');
}

/** `ISA Win32_Process'`: takes the quote behind a text that begins at `start` and says that its partner is missing. */
export function takeClosingQuote(c: Cursor, start: number): boolean {
  const { token } = c;
  if (token.kind !== 'string' || token.start !== c.end || token.form === 'typographic')
    return false;
  const end = token.content.start;
  if (!c.readAnew(end)) return false;
  const message = `the quote that opens this text is missing; write ${token.quote} before it`;
  const fix = inserting('Open the string', start, token.quote, false);
  c.report('unterminated-string', { start, end }, message, fix);
  return true;
}

/** `'it's'`, `'it''s'` */
function reportQuoteInside(c: Cursor, token: StringToken): void {
  const { quote } = token;
  while (!c.atEnd && c.token.start === c.end && c.token.kind !== ')' && !isConnection(c)) c.take();
  const message = `the string ends at its second ${quote}, yet text follows at once; a ${quote} that belongs to the text is written \\${quote}`;
  c.report('unterminated-string', { start: token.start, end: c.end }, message);
}

/** A text as WQL writes it, for messages and fixes. */
export function inQuotes(text: string): string {
  return `"${escapeWql(unescapeWql(text), '"')}"`;
}
