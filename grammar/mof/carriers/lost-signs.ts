/** The `#` of a pragma and the `$` of an alias, which other languages take for something of their own. */
import type { IToken } from 'chevrotain';
import { tokenMatcher } from 'chevrotain';

import type { SyntaxEdit } from '../problem.ts';
import { pragmaSpellings } from '../spellings.ts';
import * as t from '../tokens.ts';
import { type Damage, type DamagedText, inPlaces } from './damage.ts';

/** `pragma namespace(...)` and `include ("...")` without their `#`. */
export function lostHash({ code, tokens }: DamagedText): Damage | undefined {
  const lost = tokens.filter((token, i) => {
    const previous = tokens[i - 1];
    const from = previous === undefined ? 0 : previous.startOffset + previous.image.length;
    const isFirst = i === 0 || /[\r\n]/.test(code.slice(from, token.startOffset));
    return isFirst && token.tokenType === t.Identifier && isDirective(token, tokens, i);
  });
  const [first] = lost;
  if (first === undefined) return undefined;
  const word = first.image.toLowerCase();
  return {
    code: 'carrier-lost-hash',
    start: first.startOffset,
    end: first.startOffset + first.image.length,
    message:
      `The # before ${word} is lost: Markdown makes a heading of it, and shells, Python and PowerShell a comment. The ` +
      'compiler stops here, and a tool that skipped the line would put what follows into the wrong namespace. ' +
      `Write #${word}${inPlaces(lost.length)}.`,
    title: `Write #${word}`,
    edits: lost.map(({ startOffset }) => ({ start: startOffset, end: startOffset, text: '#' })),
    certain: true,
  };
}

function isDirective(word: IToken, tokens: readonly IToken[], i: number): boolean {
  const next = tokens[i + 1];
  const then = tokens[i + 2];
  if (next === undefined) return false;
  if (/^include$/i.test(word.image)) {
    return next.tokenType === t.LeftParen && then?.tokenType === t.StringLiteral;
  }
  return /^pragma$/i.test(word.image) && pragmaSpellings.has(next.image.toLowerCase());
}

/** Declarations whose alias is gone, and references to them. */
interface LostAliases {
  readonly edits: readonly SyntaxEdit[];
  readonly first: IToken;
  readonly message: string;
  readonly title: string;
  readonly certain: boolean;
}

/** `as {` and `Filter = ;`, where `$name` was replaced by nothing; `as name {`, where the `$` alone is gone. */
export function lostAlias({ tokens }: DamagedText): Damage | undefined {
  const lost = withoutDollar(tokens) ?? withoutName(tokens);
  if (lost === undefined) return undefined;
  const { first, edits, message, title, certain } = lost;
  return {
    code: 'carrier-lost-alias',
    start: first.startOffset,
    end: first.startOffset + first.image.length,
    message,
    title,
    edits: edits.toSorted((a, b) => a.start - b.start),
    certain,
  };
}

function withoutDollar(tokens: readonly IToken[]): LostAliases | undefined {
  const definitions = tokens.filter(
    (token, i) =>
      tokens[i - 1]?.tokenType === t.As &&
      tokenMatcher(token, t.Name) &&
      endsHead(tokens[i + 1]) &&
      isDeclared(tokens, i - 1),
  );
  const [first] = definitions;
  if (first === undefined) return undefined;
  const names = new Set(definitions.map(({ image }) => image.toLowerCase()));
  const uses = tokens.filter(
    (token, i) => names.has(token.image.toLowerCase()) && isValue(tokens[i - 1], tokens[i + 1]),
  );
  const all = definitions.length + uses.length;
  return {
    first,
    edits: [...definitions, ...uses].map(({ startOffset }) => ({
      start: startOffset,
      end: startOffset,
      text: '$',
    })),
    message:
      'An alias starts with a dollar sign, which a shell or a template may have eaten: ' +
      `write $${first.image}${inPlaces(all)}.`,
    title: all === 1 ? 'Add the dollar sign' : 'Add the dollar signs',
    certain: true,
  };
}

function withoutName(tokens: readonly IToken[]): LostAliases | undefined {
  const counts = new Map<string, number>();
  const edits: SyntaxEdit[] = [];
  let first: IToken | undefined;
  for (const [i, token] of tokens.entries()) {
    const gap = gapBehind(token, tokens[i + 1]);
    if (token.tokenType !== t.As || gap === undefined || !isDeclared(tokens, i)) continue;
    if (!endsHead(tokens[i + (gap.start < gap.end ? 2 : 1)])) continue;
    const kind = kindOf(tokens[i - 1]?.image ?? '');
    const count = (counts.get(kind) ?? 0) + 1;
    const name = `$${kind}${count === 1 ? '' : count}`;
    counts.set(kind, count);
    edits.push({ ...gap, text: gap.start < gap.end ? name : ` ${name}` });
    first ??= token;
  }
  if (first === undefined) return undefined;
  const references = emptyReferences(tokens, counts);
  return {
    first,
    edits: [...edits, ...references],
    message:
      'No alias follows "as"' +
      (references.length > 0 ? ', and nothing stands where others refer to it' : '') +
      ': a shell, Perl, PHP or PowerShell took $name for a variable of its own and put nothing in its place. ' +
      `Write an alias${references.length > 0 ? ' here and there' : ''}, such as ${edits[0]?.text.trim() ?? ''}, or drop "as".`,
    title: 'Write new aliases',
    certain: false,
  };
}

/** Where a name is missing behind `as` or `=`; a dollar sign alone is left of it, or nothing. */
function gapBehind(
  token: IToken,
  next: IToken | undefined,
): { readonly start: number; readonly end: number } | undefined {
  if (next?.tokenType === t.BadAliasName && next.image === '$') {
    return { start: next.startOffset, end: next.startOffset + 1 };
  }
  if (next !== undefined && (tokenMatcher(next, t.Name) || next.tokenType === t.AliasName)) {
    return undefined;
  }
  const end = token.startOffset + token.image.length;
  return { start: end, end };
}

/** Where a reference is empty, and one object only can be meant. */
function emptyReferences(
  tokens: readonly IToken[],
  counts: ReadonlyMap<string, number>,
): readonly SyntaxEdit[] {
  return tokens.flatMap((token, i) => {
    const kind = kindOf(tokens[i - 1]?.image ?? '');
    if (token.tokenType !== t.Equals || counts.get(kind) !== 1) return [];
    const gap = gapBehind(token, tokens[i + 1]);
    if (gap === undefined) return [];
    const isEmpty = gap.start === gap.end;
    const semicolon = tokens[i + (isEmpty ? 1 : 2)];
    if (semicolon?.tokenType !== t.Semicolon) return [];
    // Blanks that stand before the semicolon stood before the name.
    const { startOffset: start } = semicolon;
    return [{ ...(isEmpty ? { start, end: start } : gap), text: `$${kind}` }];
  });
}

/** `Filter` and `Consumer` for the parts of a subscription and for the properties that refer to them. */
function kindOf(name: string): string {
  if (/filter$/i.test(name)) return 'Filter';
  if (/consumer$/i.test(name)) return 'Consumer';
  if (/provider$/i.test(name)) return 'Provider';
  return name.replaceAll(/^_+|\W/g, '') || 'Object';
}

/** Whether `as` at this place follows `instance of Name` or `class Name`. */
function isDeclared(tokens: readonly IToken[], as: number): boolean {
  const keyword = tokens[as - 2]?.tokenType;
  return keyword === t.Of || keyword === t.Class;
}

function endsHead(token: IToken | undefined): boolean {
  return token?.tokenType === t.LeftBrace || token?.tokenType === t.Colon;
}

function isValue(before: IToken | undefined, behind: IToken | undefined): boolean {
  const opens = [t.Equals, t.Comma, t.LeftBrace].some((type) => before?.tokenType === type);
  return opens && [t.Semicolon, t.Comma, t.RightBrace].some((type) => behind?.tokenType === type);
}
