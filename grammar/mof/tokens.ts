/**
 * The tokens of MOF. Lexing never fails: whatever is no token of the language (an unterminated string, a stray
 * character) is a token of its own, so that positions stay exact and the parser can say what is wrong.
 */
import {
  createToken,
  Lexer,
  type CustomPatternMatcherReturn,
  type IToken,
  type TokenType,
} from 'chevrotain';

import { DelimiterScanner } from './delimiter-scanner.ts';

/** Letters as DSP0004 allows them (U+0080 and up), but no blanks, quotes or signs of the Latin-1 block. */
const LETTER =
  'A-Za-z_\\u00aa\\u00b5\\u00ba\\u00c0-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefc\\uff21-\\uffdc';
const IDENTIFIER = `[${LETTER}][${LETTER}0-9]*`;

/** Shared by the patterns that look far ahead; reset for each text. */
const scanner = new DelimiterScanner();

/** Everything that can be a name: identifiers, and the keywords, all of which are contextual. */
export const Name = createToken({ name: 'Name', pattern: Lexer.NA });
/** Everything that can start neither an item nor a member and closes nothing. */
export const Junk = createToken({ name: 'Junk', pattern: Lexer.NA });

const always: TokenType[] = [];

function token(definition: Parameters<typeof createToken>[0]): TokenType {
  const type = createToken(definition);
  always.push(type);
  return type;
}

/** A pattern that is a function: it sees the whole text and the offset, and returns what it matches. */
function scanned(
  name: string,
  startChars: string | readonly string[],
  scan: (text: string, offset: number) => number | undefined,
  rest: { readonly group?: string; readonly categories?: TokenType[] } = {},
): TokenType {
  return token({
    name,
    pattern: (text: string, offset: number): CustomPatternMatcherReturn | null => {
      const end = scan(text, offset);
      return end === undefined ? null : [text.slice(offset, end)];
    },
    start_chars_hint: [...startChars],
    line_breaks: true,
    ...rest,
  });
}

token({ name: 'WhiteSpace', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });
/** A backslash at the end of a line, as files have it that pass through the C preprocessor. */
token({
  name: 'LineContinuation',
  pattern: /\\[ \t]*(?:\r\n|\n|\r)/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});

export const Identifier = createToken({
  name: 'Identifier',
  pattern: new RegExp(IDENTIFIER),
  categories: [Name],
});

function keyword(name: string): TokenType {
  return token({
    name,
    pattern: new RegExp(name, 'i'),
    longer_alt: Identifier,
    categories: [Name],
  });
}

export const Class = keyword('Class');
export const Instance = keyword('Instance');
export const Of = keyword('Of');
export const As = keyword('As');
export const Qualifier = keyword('Qualifier');
export const Ref = keyword('Ref');
export const True = keyword('True');
export const False = keyword('False');
export const Null = keyword('Null');
always.push(Identifier);

/** A complete string literal; a line break inside is kept, as mofcomp keeps it. */
export const StringLiteral = scanned(
  'StringLiteral',
  '"',
  (text, at) => scanner.stringEnd(text, at),
  {
    categories: [Junk],
  },
);
/** From a quote that nothing closes (or that plainly was meant to close on its line) to the end of the line. */
export const UnterminatedString = scanned(
  'UnterminatedString',
  '"',
  (text, at) => scanner.unterminatedEnd(text, at),
  { categories: [Junk] },
);
/** Text in typographic quotes, which is no string of MOF; carriers/typographic-quotes.ts reads it as one. */
export const TypographicString = scanned(
  'TypographicString',
  ['\u201c', '\u201d', '\u201e'],
  (text, at) => scanner.typographicEnd(text, at),
  { categories: [Junk] },
);

/**
 * What starts like a number, up to the next character that cannot belong to one (C's "preprocessing number");
 * literals.ts says whether it is one.
 */
export const NumberLiteral = token({
  name: 'NumberLiteral',
  pattern: new RegExp(`[+-]?(?:[0-9]|\\.[0-9])(?:[eE][+-](?=[0-9])|[${LETTER}0-9.])*`),
  start_chars_hint: [...'+-.0123456789'],
  categories: [Junk],
});

export const LeftBrace = token({ name: 'LeftBrace', pattern: '{', categories: [Junk] });
export const RightBrace = token({ name: 'RightBrace', pattern: '}' });
export const LeftBracket = token({ name: 'LeftBracket', pattern: '[' });
export const RightBracket = token({ name: 'RightBracket', pattern: ']', categories: [Junk] });
export const LeftParen = token({ name: 'LeftParen', pattern: '(', categories: [Junk] });
export const RightParen = token({ name: 'RightParen', pattern: ')', categories: [Junk] });
export const Semicolon = token({ name: 'Semicolon', pattern: ';', categories: [Junk] });
export const Comma = token({ name: 'Comma', pattern: ',', categories: [Junk] });
export const Equals = token({ name: 'Equals', pattern: '=', categories: [Junk] });
export const Colon = token({ name: 'Colon', pattern: ':', categories: [Junk] });
export const Dot = token({ name: 'Dot', pattern: '.', categories: [Junk] });

export const LineComment = token({
  name: 'LineComment',
  pattern: /\/\/[^\r\n]*/,
  group: 'comments',
});
export const BlockComment = scanned(
  'BlockComment',
  '/',
  (text, at) => (text.startsWith('/*', at) ? scanner.commentEnd(text, at) : undefined),
  { group: 'comments' },
);
/** From a `/*` that nothing closes to the next line that starts a declaration. */
export const UnterminatedComment = scanned(
  'UnterminatedComment',
  '/',
  (text, at) => (text.startsWith('/*', at) ? scanner.unterminatedCommentEnd(text, at) : undefined),
  { group: 'comments' },
);

export const AliasName = token({
  name: 'AliasName',
  pattern: new RegExp(`\\$${IDENTIFIER}`),
  categories: [Junk],
});
/** A dollar sign that no name follows: `$`, `$1`. */
export const BadAliasName = token({
  name: 'BadAliasName',
  pattern: new RegExp(`\\$[${LETTER}0-9]*`),
  categories: [Junk],
});

export const CharLiteral = token({
  name: 'CharLiteral',
  pattern: /'(?:[^'\\\r\n]|\\[xX][0-9a-fA-F]{1,4}|\\[^xX\r\n])'/,
  categories: [Junk],
});
/** Anything else that a single quote starts and another ends on the same line. */
export const BadCharLiteral = token({
  name: 'BadCharLiteral',
  pattern: /'[^'\r\n]*'/,
  categories: [Junk],
});
/** From a single quote without a partner to the end of the line. */
export const UnterminatedChar = scanned(
  'UnterminatedChar',
  "'",
  (text, at) => scanner.unterminatedEnd(text, at),
  { categories: [Junk] },
);

/** A known name may follow without a blank; the parser says that it must not. */
export const PragmaKeyword = token({
  name: 'PragmaKeyword',
  pattern:
    /#[ \t]*pragma(?![A-Za-z0-9_])|#[ \t]*pragma(?=(?:amendment|autorecover|classflags|deleteclass|deleteinstance|instanceflags|include|locale|namespace)(?![A-Za-z0-9_]))/i,
});
export const AngleInclude = token({
  name: 'AngleInclude',
  pattern: /#[ \t]*include[ \t]*<[^<>#\r\n]*>/i,
});
export const IncludeKeyword = token({
  name: 'IncludeKeyword',
  pattern: /#[ \t]*include(?![A-Za-z0-9_])/i,
});
/** A line for the C preprocessor, with the lines that backslashes continue it on. It may stand anywhere. */
scanned('PreprocessorDirective', '#', (text, at) => scanner.preprocessorLineEnd(text, at), {
  group: 'directives',
});
/** Any other line that starts with `#`. */
export const HashLine = token({ name: 'HashLine', pattern: /#[^\r\n]*/, categories: [Junk] });

/** Characters that no token of MOF starts with. (A complement set would cost Chevrotain its first-character table.) */
const STRAY = [
  '\\u0000-\\u0008\\u000e-\\u001f!%&*<>?@^`|~\\u007f-\\u009f',
  '\\u00a1-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf',
  '\\u200b-\\u201b\\u201f-\\u2027\\u202a-\\u202e\\u2030-\\u205e\\u2060-\\u2bff\\u2e00-\\u2fff',
  '\\u3001-\\u303f\\ud800-\\uf8ff\\ufe00-\\ufe6f\\ufefd\\ufefe\\uff00-\\uff20\\uffdd-\\uffff',
].join('');
export const StrayCharacters = token({
  name: 'StrayCharacters',
  pattern: new RegExp(`[${STRAY}]+`),
  categories: [Junk],
});
/** Last of all: one character, so that lexing cannot fail. */
export const StrayCharacter = token({
  name: 'StrayCharacter',
  pattern: /[\u0000-\uffff]/,
  categories: [Junk],
  line_breaks: true,
});

/** All tokens; the first that matches wins. */
export const mofTokens: readonly TokenType[] = [...always, Name, Junk];

let lexer: Lexer | undefined;

export interface LexedMof {
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
  /** Lines for the C preprocessor. */
  readonly directives: readonly IToken[];
}

/** Splits a text into tokens. Never fails; the lexer is built on first use. */
export function lexMof(text: string): LexedMof {
  lexer ??= new Lexer([...mofTokens], {
    positionTracking: 'onlyOffset',
    ensureOptimizations: true,
    skipValidations: true,
  });
  scanner.reset();
  const { tokens, groups } = lexer.tokenize(text);
  return {
    tokens,
    comments: groups['comments'] ?? [],
    directives: groups['directives'] ?? [],
  };
}
