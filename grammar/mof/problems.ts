/** The wording of each syntax problem: what is wrong, why, what to write, and mofcomp's code for it. */
import type { IToken } from 'chevrotain';

import type { Alias, ArraySuffix, Identifier, Span } from './ast.ts';
import type { SyntaxProblem } from './problem.ts';
import { endOf, spanOf, unsupportedDeclarationMessage } from './recovery.ts';
import { flavorSpellings, scopeSpellings } from './spellings.ts';
import { suggest } from './suggest.ts';

type Fix = NonNullable<SyntaxProblem['fix']>;

function insert(title: string, at: number, text: string, safe = true): Fix {
  return { title, safe, edits: [{ start: at, end: at, text }] };
}

function replace(title: string, { start, end }: Span, text: string): Fix {
  return { title, safe: true, edits: [{ start, end, text }] };
}

/** `#pragmanamespace`. */
export function missingBlank(keyword: IToken): SyntaxProblem {
  return {
    code: 'syntax',
    ...spanOf(keyword),
    hresult: '0x80044012',
    message: `A blank is missing behind ${keyword.image}.`,
    fix: insert('Add the blank', endOf(keyword), ' '),
  };
}

/** `$`, `$1x`. */
export function badAlias(token: IToken): SyntaxProblem {
  return {
    code: 'alias-bad-name',
    ...spanOf(token),
    hresult: '0x80044016',
    message:
      token.image === '$'
        ? 'No name follows the dollar sign; a shell or a template may have eaten it. Write an alias such as $Name.'
        : `${token.image} is no alias: behind the dollar sign comes a letter, then letters, digits and underscores.`,
  };
}

/** `as Name`. */
export function aliasWithoutDollar(token: IToken): SyntaxProblem {
  return {
    code: 'alias-bad-name',
    ...spanOf(token),
    hresult: '0x80044019',
    message: `An alias starts with a dollar sign: write as $${token.image}.`,
    fix: insert('Add the dollar sign', token.startOffset, '$'),
  };
}

/** `as` and nothing. */
export function aliasMissing(as: IToken): SyntaxProblem {
  return {
    code: 'alias-bad-name',
    ...spanOf(as),
    hresult: '0x80044019',
    message:
      'No alias follows "as"; a shell or a template may have eaten it. Write an alias such as $Name, or drop "as".',
  };
}

/** `instance of X as $Y { }` as a value. */
export function embeddedAlias(node: Alias): SyntaxProblem {
  return {
    code: 'alias-embedded',
    start: node.start,
    end: node.end,
    hresult: '0x8004401F',
    message: `An embedded object cannot have an alias: declare the object by itself and refer to it, or drop "as ${node.name}".`,
  };
}

/** `structure X`, `enum X`, `association X` ... */
export function unsupportedDeclaration(keyword: IToken): SyntaxProblem {
  return {
    code: 'typedef-or-enum',
    ...spanOf(keyword),
    hresult: '0x8004400D',
    message: unsupportedDeclarationMessage(keyword.image),
  };
}

/** `value of X`. */
export function valueOf(keyword: IToken, of: IToken): SyntaxProblem {
  return {
    code: 'typedef-or-enum',
    start: keyword.startOffset,
    end: Math.max(endOf(of), endOf(keyword)),
    hresult: '0x8004400D',
    message: '"value of" is MOF 3, which WMI does not have: write instance of.',
  };
}

/** `Enumeration.Member` as a value. */
export function enumerationValue(enumeration: IToken, member: IToken): SyntaxProblem {
  return {
    code: 'typedef-or-enum',
    start: enumeration.startOffset,
    end: endOf(member),
    hresult: '0x8004400D',
    message:
      `${enumeration.image}.${member.image} is an enumeration value of MOF 3, which WMI does not have: ` +
      'write the number, or a string.',
  };
}

/** `Class.Key="value"` as a value, without the quotes around it. */
export function unquotedPath(span: Span): SyntaxProblem {
  return {
    code: 'syntax',
    ...span,
    hresult: '0x80044007',
    message: String.raw`An object path is text: write it in quotes, with the quotes inside escaped, as in "Class.Key=\"value\"".`,
  };
}

/** A word where `class` or `instance` was meant. */
export function misspeltKeyword(token: IToken, spelling: string): SyntaxProblem {
  return {
    code: 'syntax',
    ...spanOf(token),
    hresult: '0x8004400A',
    message: `"${token.image}" is no keyword of MOF; did you mean ${spelling}?`,
    fix: replace(`Write ${spelling}`, spanOf(token), spelling),
  };
}

/** `Instance X`, `instanceof X`. */
export function instanceWithoutOf(keyword: IToken, className: IToken): SyntaxProblem {
  return {
    code: 'syntax',
    ...spanOf(keyword),
    hresult: '0x80044018',
    message: `An instance starts with two words: write instance of ${className.image}.`,
    fix: replace('Write instance of', spanOf(keyword), 'instance of'),
  };
}

/** A statement without its `;`. */
export function missingSemicolon(at: number): SyntaxProblem {
  return {
    code: 'syntax',
    start: at,
    end: at,
    hresult: '0x80044002',
    message:
      'A semicolon is missing here: each property, assignment and declaration ends with one.',
    fix: insert('Add the semicolon', at, ';'),
  };
}

/** A `}` without its `;`. */
export function missingSemicolonAfterBlock(end: number, what: 'class' | 'instance'): SyntaxProblem {
  return {
    code: 'missing-semicolon-after-block',
    start: end - 1,
    end,
    hresult: what === 'class' ? '0x80044029' : '0x80044002',
    message: `The ${what} ends with } and without the semicolon that belongs behind it: mofcomp stops here and compiles nothing of what follows. Write "};".`,
    fix: insert('Add the semicolon', end, ';'),
  };
}

/** A block whose `}` never comes. */
export function unclosedBlock(
  at: number,
  open: IToken,
  what: 'class' | 'instance',
  name: string,
): SyntaxProblem {
  return {
    code: 'syntax',
    start: at,
    end: at,
    hresult: what === 'class' ? '0x80044029' : '0x80044004',
    message: `The ${what === 'class' ? 'class' : 'instance of'} ${name} is not closed: write "};" here.`,
    related: [{ ...spanOf(open), message: 'the brace that is not closed' }],
    fix: insert('Close the block', at, '\n};', false),
  };
}

/** `#pragma namespace("root"` and the end of the line. */
export function missingParenthesis(at: number, open: IToken): SyntaxProblem {
  return {
    code: 'syntax',
    start: at,
    end: at,
    hresult: '0x80044006',
    message: 'A closing parenthesis is missing here: write ).',
    related: [{ ...spanOf(open), message: 'the parenthesis that is not closed' }],
    fix: insert('Add the parenthesis', at, ')'),
  };
}

/** `#pragma namespace "root"`. */
export function missingOpeningParenthesis(at: number): SyntaxProblem {
  return {
    code: 'syntax',
    start: at,
    end: at,
    hresult: '0x80044009',
    message: 'An opening parenthesis is missing here: write (.',
    fix: insert('Add the parenthesis', at, '('),
  };
}

/** `[Description("x") Amended]`. */
export function missingColon(at: number, flavor: IToken): SyntaxProblem {
  return {
    code: 'syntax',
    start: at,
    end: at,
    hresult: '0x80044005',
    message: `A colon is missing before the flavor ${flavor.image}.`,
    fix: insert('Add the colon', at, ':'),
  };
}

/** `{instance of A {}; instance of B {}}`. */
export function semicolonInArray(semicolon: IToken): SyntaxProblem {
  return {
    code: 'syntax',
    ...spanOf(semicolon),
    hresult: '0x80044004',
    message: 'A comma stands between the elements of an array, and no semicolon.',
    fix: replace('Write a comma', spanOf(semicolon), ','),
  };
}

/** `{, 1}`. */
export function missingFirstElement(comma: IToken): SyntaxProblem {
  return {
    code: 'syntax',
    ...spanOf(comma),
    hresult: '0x80044004',
    message: 'No element of the array stands before this comma: remove it.',
    fix: replace('Remove the comma', spanOf(comma), ''),
  };
}

/** `Name[-1]`. */
export function badArraySize(token: IToken): SyntaxProblem {
  return {
    code: 'syntax',
    ...spanOf(token),
    hresult: '0x80044007',
    message: `${token.image} is no size of an array: write a whole number above 0, or none.`,
  };
}

/** A parameter list that ends in a comma. */
export function trailingParameterComma(comma: IToken): SyntaxProblem {
  return {
    code: 'syntax',
    ...spanOf(comma),
    hresult: '0x80044008',
    message: 'No parameter follows this comma: remove it.',
    fix: replace('Remove the comma', spanOf(comma), ''),
  };
}

/** `[a b]`. */
export function missingComma(at: number, next: IToken): SyntaxProblem {
  return {
    code: 'syntax',
    start: at,
    end: at,
    hresult: '0x80044005',
    message: `A comma is missing before the qualifier ${next.image}.`,
    fix: insert('Add the comma', at, ','),
  };
}

/** `[a, b uint32 C;`. */
export function missingBracket(at: number, open: Span): SyntaxProblem {
  return {
    code: 'syntax',
    start: at,
    end: at,
    hresult: '0x80044005',
    message:
      'The list of qualifiers is not closed before the declaration that they belong to: write ] here.',
    related: [
      { start: open.start, end: open.start + 1, message: 'the bracket that is not closed' },
    ],
    fix: insert('Close the list', at, ']', false),
  };
}

/** `{1, 2,}`. */
export function trailingComma(comma: IToken): SyntaxProblem {
  return {
    code: 'array-trailing-comma',
    ...spanOf(comma),
    hresult: '0x80044004',
    message: 'No value follows this comma, and MOF allows none behind the last element: remove it.',
    fix: replace('Remove the comma', spanOf(comma), ''),
  };
}

/** `{1,,2}`. */
export function missingElement(first: IToken, second: IToken): SyntaxProblem {
  return {
    code: 'syntax',
    start: first.startOffset,
    end: endOf(second),
    hresult: '0x80044004',
    message: 'An array element is missing between these commas.',
  };
}

/** A flavor that neither DMTF nor WMI knows. */
export function unknownFlavor(name: Identifier): SyntaxProblem {
  const nearest = suggest(name.name, flavorSpellings.values());
  const hint = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  return {
    code: 'flavor-unknown',
    start: name.start,
    end: name.end,
    hresult: '0x80044022',
    message:
      `${name.name} is no qualifier flavor${hint === '' ? '.' : hint} Flavors are Amended, EnableOverride, ` +
      'DisableOverride, Restricted, ToInstance, NotToInstance, ToSubClass and NotToSubClass.',
    ...(nearest === undefined ? {} : { fix: replace(`Write ${nearest}`, name, nearest) }),
  };
}

/** `Scope(nonsense)`. */
export function unknownScope(name: Identifier): SyntaxProblem {
  const nearest = suggest(name.name, scopeSpellings.values());
  return {
    code: 'syntax',
    start: name.start,
    end: name.end,
    hresult: '0x8004402D',
    message:
      `${name.name} is nothing that a qualifier can be declared for` +
      (nearest === undefined
        ? ': write any, class, instance, property, method, parameter, reference, association, indication or qualifier.'
        : `; did you mean ${nearest}?`),
  };
}

/** `Scope()`. */
export function emptyScope(word: IToken): SyntaxProblem {
  return {
    code: 'syntax',
    ...spanOf(word),
    hresult: '0x8004402D',
    message:
      'This scope is empty: name what the qualifier is for, as in Scope(class, property) or Scope(any).',
  };
}

/** `type = value, Nonsense(...)`. */
export function notScopeOrFlavor(word: IToken): SyntaxProblem {
  return {
    code: 'syntax',
    ...spanOf(word),
    hresult: '0x8004402D',
    message: `Behind a qualifier's type come Scope(...) and Flavor(...), not ${word.image}(...).`,
  };
}

/** `uint8[] Name`. */
export function arrayBeforeName(
  array: ArraySuffix,
  name: Identifier,
  brackets: string,
): SyntaxProblem {
  return {
    code: 'syntax',
    start: array.start,
    end: array.end,
    hresult: '0x8004400C',
    message: `In MOF the brackets of an array follow its name: write ${name.name}${brackets}.`,
    fix: {
      title: 'Move the brackets behind the name',
      safe: true,
      edits: [
        { start: array.start, end: array.end, text: '' },
        { start: name.end, end: name.end, text: brackets },
      ],
    },
  };
}

/** An escape that MOF does not have. */
export function badEscape(span: Span, what: string): SyntaxProblem {
  return {
    code: 'bad-escape',
    ...span,
    message: `${what}: a backslash that is meant as such is written twice (\\\\).`,
    fix: insert('Double the backslash', span.start, '\\', false),
  };
}

export function unterminatedString(token: IToken): SyntaxProblem {
  return {
    code: 'unterminated-string',
    ...spanOf(token),
    hresult: '0x8004400A',
    message:
      'This string is not closed: no quote ends it on its line. Write the quote where it ends.',
    fix: insert('Close the string', endOf(token), '"', false),
  };
}

export function unterminatedComment(token: IToken): SyntaxProblem {
  return {
    code: 'unterminated-comment',
    start: token.startOffset,
    end: token.startOffset + 2,
    hresult: '0x8004400A',
    message: 'This comment is never closed: write */ where it ends.',
  };
}

/** Single quotes around anything but one character. */
export function badChar(token: IToken): SyntaxProblem {
  return {
    code: 'syntax',
    ...spanOf(token),
    hresult: '0x80044007',
    message: String.raw`Single quotes hold exactly one character (char16), as in 'a' or '\x41': write text in double quotes.`,
  };
}

export function invalidNumber(token: IToken, message: string): SyntaxProblem {
  return { code: 'syntax', ...spanOf(token), hresult: '0x80044007', message };
}

export function tooDeep(opening: IToken, limit: number): SyntaxProblem {
  return {
    code: 'syntax',
    ...spanOf(opening),
    message: `Values are nested more than ${limit} deep here, which no class of WMI needs: the rest of this one is not read.`,
  };
}

/** What stands at the end of a list of problems that was cut. */
export function moreProblems(count: number, at: number): SyntaxProblem {
  return {
    code: 'syntax',
    start: at,
    end: at,
    message: `The file has ${count} more syntax problems, which are not shown: mend these first.`,
  };
}
