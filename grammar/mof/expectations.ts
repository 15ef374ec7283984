/**
 * What the parser expected where it stopped, in words, with mofcomp's code for it (wmi-error-constants.md).
 *
 * Chevrotain asks its message provider for the text of an error; the provider only notes what was expected, and
 * `expectationFor` says it when the tokens around are known.
 */
import {
  tokenMatcher,
  type IParserErrorMessageProvider,
  type IToken,
  type TokenType,
} from 'chevrotain';

import type { SyntaxProblem } from './problem.ts';
import { endOf, isEnd } from './recovery.ts';
import { suggest } from './suggest.ts';
import * as t from './tokens.ts';

/** What was expected where, by the name of the grammar rule. */
export type Expectation =
  | { readonly kind: 'token'; readonly rule: string; readonly expected: TokenType }
  | { readonly kind: 'alternative'; readonly rule: string }
  | { readonly kind: 'nothing'; readonly rule: string };

/** Notes the last expectation that failed. */
export class MessageProvider implements IParserErrorMessageProvider {
  private last: Expectation = { kind: 'nothing', rule: 'document' };

  /** The last failed expectation, in the innermost of these rules that there are words for. */
  failedIn(rules: readonly string[]): Expectation {
    const rule = rules.findLast((name) => Object.hasOwn(BY_RULE, name)) ?? this.last.rule;
    return { ...this.last, rule };
  }

  buildMismatchTokenMessage(options: { expected: TokenType; ruleName: string }): string {
    this.last = { kind: 'token', rule: options.ruleName, expected: options.expected };
    return '';
  }

  buildNoViableAltMessage(options: { ruleName: string }): string {
    this.last = { kind: 'alternative', rule: options.ruleName };
    return '';
  }

  buildEarlyExitMessage(options: { ruleName: string }): string {
    this.last = { kind: 'alternative', rule: options.ruleName };
    return '';
  }

  buildNotAllInputParsedMessage(): string {
    return '';
  }
}

/** The tokens around an error. */
export interface ErrorContext {
  /** The token that does not fit; the end-of-file token where the text just ends. */
  readonly token: IToken;
  readonly previous: IToken;
  readonly next: IToken;
  readonly text: string;
}

/** A wording: what was expected, and mofcomp's code. */
interface Wording {
  readonly expected: string;
  readonly hresult: string;
}

const BY_TOKEN: Readonly<Record<string, Wording>> = {
  Semicolon: { expected: 'a semicolon', hresult: '0x80044002' },
  LeftBrace: { expected: 'an opening brace {', hresult: '0x80044003' },
  RightBrace: { expected: 'a comma or the closing brace } of the array', hresult: '0x80044004' },
  RightBracket: {
    expected: 'a comma or the closing bracket ] of the qualifiers',
    hresult: '0x80044005',
  },
  RightParen: { expected: 'a comma or a closing parenthesis )', hresult: '0x80044006' },
  LeftParen: { expected: 'an opening parenthesis (', hresult: '0x80044009' },
  Colon: { expected: 'a colon', hresult: '0x8004402D' },
};

/** A name means something else in each rule of the grammar. */
const BY_RULE: Readonly<Record<string, Wording>> = {
  qualifier: { expected: "a qualifier's name", hresult: '0x80044001' },
  qualifierList: {
    expected: 'a comma or the closing bracket ] of the qualifiers',
    hresult: '0x80044005',
  },
  flavors: { expected: 'a flavor such as ToSubClass or Amended', hresult: '0x80044022' },
  pragmaBody: {
    expected: 'the name of a pragma, such as namespace or autorecover',
    hresult: '0x80044012',
  },
  closingParenthesis: { expected: 'a comma or a closing parenthesis )', hresult: '0x80044006' },
  include: {
    expected: 'a file name in quotes, as in #include ("file.mof")',
    hresult: '0x80044030',
  },
  declaration: { expected: 'a class or an instance behind its qualifiers', hresult: '0x8004400A' },
  classDeclaration: { expected: "a class's name", hresult: '0x80044014' },
  instanceHead: { expected: "a class's name behind instance of", hresult: '0x80044014' },
  embeddedInstance: { expected: "a class's name behind instance of", hresult: '0x80044014' },
  typeReference: { expected: 'a type, such as string or uint32', hresult: '0x80044008' },
  memberName: { expected: 'the name of a property or method', hresult: '0x8004400C' },
  wellFormedAssignment: { expected: "a property's name", hresult: '0x8004400C' },
  arraySuffix: { expected: 'a closing bracket ], as in Name[]', hresult: '0x80044005' },
  scopeOrFlavor: { expected: 'Scope(...) or Flavor(...)', hresult: '0x8004402D' },
  qualifierDeclaration: { expected: "a qualifier's type or its flavors", hresult: '0x8004402D' },
  qualifierType: { expected: "a qualifier's type or its flavors", hresult: '0x8004402D' },
  aliasDefinition: { expected: 'an alias such as $Name', hresult: '0x80044019' },
  element: { expected: 'a value', hresult: '0x80044007' },
  value: { expected: 'a value', hresult: '0x80044007' },
  stringValue: { expected: 'text in double quotes', hresult: '0x80044007' },
  statementEnd: { expected: 'a semicolon', hresult: '0x80044002' },
};

const ANYTHING_ELSE: Wording = { expected: 'something else', hresult: '0x8004400A' };

function wordingOf(expectation: Expectation, previous: IToken): Wording {
  if (expectation.kind === 'token') {
    const byToken = BY_TOKEN[expectation.expected.name];
    if (byToken !== undefined && expectation.rule !== 'arraySuffix') return byToken;
  }
  const opensList = previous.tokenType === t.LeftBracket || previous.tokenType === t.Comma;
  const rule = expectation.rule === 'qualifierList' && opensList ? 'qualifier' : expectation.rule;
  return BY_RULE[rule] ?? ANYTHING_ELSE;
}

/** The problem to report for an expectation that failed. */
export function expectationFor(expectation: Expectation, context: ErrorContext): SyntaxProblem {
  const special =
    unescapedQuote(context) ??
    strayText(context) ??
    (expectation.kind === 'nothing' ? nothingFits(expectation.rule, context) : undefined);
  if (special !== undefined) return special;
  const { expected, hresult } = wordingOf(expectation, context.previous);
  const at = place(context);
  const found = isEnd(context.token) ? 'the file ends' : `found ${describe(context.token)}`;
  return { code: 'syntax', ...at, hresult, message: `Expected ${expected}, but ${found}.` };
}

/** The token that does not fit; at the end of the file, the end of the last one. */
function place({ token, previous }: ErrorContext): { start: number; end: number } {
  if (isEnd(token)) return { start: endOf(previous), end: endOf(previous) };
  return { start: token.startOffset, end: endOf(token) };
}

const LONGEST_QUOTATION = 30;

function describe(token: IToken): string {
  const image =
    token.image.length > LONGEST_QUOTATION
      ? `${token.image.slice(0, LONGEST_QUOTATION)}…`
      : token.image;
  if (token.tokenType === t.StringLiteral || token.tokenType === t.UnterminatedString)
    return `the string ${image}`;
  if (token.tokenType === t.NumberLiteral) return `the number ${image}`;
  return `"${image}"`;
}

/** `"a "b" c"`: text glued to a string's closing quote. The quote was meant to be part of the text. */
function unescapedQuote({ token, previous, text }: ErrorContext): SyntaxProblem | undefined {
  if (previous.tokenType !== t.StringLiteral || isEnd(token)) return undefined;
  if (token.startOffset !== endOf(previous) || !/^[\w%$\\.<>-]/.test(token.image)) return undefined;
  const quote = endOf(previous) - 1;
  const closing = OPENS_A_KEY.test(previous.image) ? quoteAfter(text, endOf(token)) : undefined;
  const isPath = closing !== undefined;
  return {
    code: isPath ? 'binding-path-unescaped-quotes' : 'syntax',
    start: quote,
    end: closing === undefined ? quote + 1 : closing + 1,
    hresult: '0x8004400A',
    message:
      'This quote ends the string, though text follows it at once: a quote inside a string is written with a backslash (\\").',
    fix: {
      title: closing === undefined ? 'Escape the quote' : 'Escape the quotes',
      safe: false,
      edits: [quote, ...(closing === undefined ? [] : [closing])].map((at) => ({
        start: at,
        end: at,
        text: '\\',
      })),
    },
  };
}

/** The start of an object path up to the quote of a key: `"__EventFilter.Name="`. */
const OPENS_A_KEY = /^"[^\s"]*\w\.\w+="$/;

function quoteAfter(text: string, from: number): number | undefined {
  const at = text.indexOf('"', from);
  return at >= 0 && !/[\r\n;]/.test(text.slice(from, at)) ? at : undefined;
}

/** Characters that MOF has no use for anywhere. */
function strayText(context: ErrorContext): SyntaxProblem | undefined {
  const { token } = context;
  const at = place(context);
  switch (token.tokenType) {
    case t.HashLine:
      return hashLine(token);
    case t.StrayCharacter:
    case t.StrayCharacters:
      return { code: 'syntax', ...at, hresult: '0x8004400A', message: strayMessage(token.image) };
    case t.BadCharLiteral:
    case t.UnterminatedChar:
      return {
        code: 'syntax',
        ...at,
        hresult: '0x8004400A',
        message:
          'A single quote starts neither a comment nor a text in MOF: comments start with //, and text stands in double quotes.',
      };
    default:
      return undefined;
  }
}

function hashLine(token: IToken): SyntaxProblem {
  const start = token.startOffset;
  const nearest = misspeltDirective(token.image);
  return {
    code: 'syntax',
    start,
    end: endOf(token),
    hresult: '0x80044012',
    message:
      nearest === undefined
        ? '"#" starts a preprocessor command (#pragma, #include) and no comment: comments start with //.'
        : `${/^#[ \t]*\w+/.exec(token.image)?.[0] ?? ''} is no preprocessor command; did you mean ${nearest}?`,
  };
}

/** The preprocessor command that a line was probably meant to begin with: `#pargma`. */
export function misspeltDirective(line: string): string | undefined {
  const word = /^#[ \t]*(\w+)/.exec(line)?.[1];
  const nearest = word === undefined ? undefined : suggest(word, ['pragma', 'include', 'define']);
  return nearest === undefined ? undefined : `#${nearest}`;
}

function strayMessage(image: string): string {
  if (image.includes('\\')) {
    return 'A backslash stands outside a string; if it is meant to be in one, look at the quotes before it.';
  }
  return 'These characters mean nothing in MOF outside a string or a comment: remove them, or quote the text.';
}

/** Nothing of the grammar starts with this token here. */
function nothingFits(rule: string, context: ErrorContext): SyntaxProblem {
  const { token } = context;
  const at = place(context);
  const problem = (message: string, hresult = '0x8004400A'): SyntaxProblem => ({
    code: 'syntax',
    ...at,
    hresult,
    message,
  });
  if (token.tokenType === t.Semicolon) {
    return {
      ...problem('This semicolon ends nothing: remove it.'),
      fix: { title: 'Remove the semicolon', safe: true, edits: [{ ...at, text: '' }] },
    };
  }
  if (token.tokenType === t.RightBrace)
    return problem('This brace closes nothing: remove it, or find where its { is missing.');
  if (rule === 'member')
    return problem(`Expected a property or a method, but found ${describe(token)}.`, '0x80044008');
  if (rule === 'assignment')
    return problem(`Expected a property's name, but found ${describe(token)}.`, '0x8004400C');
  if (rule === 'recoveredParameter')
    return problem(`Expected a parameter's type, but found ${describe(token)}.`, '0x80044008');
  if (rule === 'declaration' && context.previous.tokenType === t.RightBracket) {
    return problem(
      `Qualifiers stand before a class or an instance here, but ${describe(token)} is neither; a property belongs inside a class.`,
    );
  }
  return problem(unknownDeclaration(context));
}

function unknownDeclaration({ token, next }: ErrorContext): string {
  if (token.tokenType === t.Qualifier) return 'Expected a qualifier\'s name behind "Qualifier".';
  const nearest = tokenMatcher(token, t.Name)
    ? suggest(token.image, ['class', 'instance', 'qualifier'])
    : undefined;
  if (nearest !== undefined)
    return `${describe(token)} starts no declaration of MOF; did you mean ${nearest}?`;
  if (tokenMatcher(token, t.Name) && tokenMatcher(next, t.Name)) {
    return `${describe(token)} starts no declaration: a file holds classes, instances and pragmas, and a property belongs inside a class.`;
  }
  return `Expected a class, an instance or a pragma, but found ${describe(token)}.`;
}
