/**
 * The half of the parser that deals with mistakes: it looks ahead for what a mangled text was meant to be, skips to
 * where reading can go on, and collects the problems. The grammar itself is in parser.ts.
 */
import {
  EmbeddedActionsParser,
  isRecognitionException,
  tokenMatcher,
  type IRecognitionException,
  type IToken,
} from 'chevrotain';

import type * as ast from './ast.ts';
import type { Building } from './building.ts';
import type { PlacedTokens } from './carriers/placed-tokens.ts';
import { expectationFor, MessageProvider } from './expectations.ts';
import type { SyntaxProblem } from './problem.ts';
import * as problems from './problems.ts';
import {
  endOf,
  isEnd,
  isUnsupportedKeyword,
  isUnterminated,
  startsDeclaration,
  type TokenCursor,
} from './recovery.ts';
import { flavorSpellings, scopeSpellings } from './spellings.ts';
import { suggest } from './suggest.ts';
import * as t from './tokens.ts';

/** More problems than this help nobody; the rest of a hostile or foreign file is read without reporting. */
export const MAX_PROBLEMS = 100;

/** Values and embedded instances nested deeper than this are skipped with a problem, so that the stack holds. */
const MAX_NESTING = 64;

/** What recovery changes of a node. */
interface NodeInProgress {
  readonly start: number;
  end: number;
  incomplete?: true;
}

/** Reads tokens, and survives whatever they are. */
export abstract class RecoveringParser extends EmbeddedActionsParser {
  #problems: SyntaxProblem[] = [];
  #suppressed = 0;
  #depth = 0;
  /** How many blocks were left open: as many closing braces without a partner say nothing new. */
  #unclosed = 0;
  /** The last token that recovery skipped. */
  #skippedTo: IToken | undefined;
  #text = '';
  #placed: PlacedTokens | undefined;
  readonly #expected: MessageProvider;

  constructor(skipValidations: boolean) {
    const provider = new MessageProvider();
    super([...t.mofTokens], {
      recoveryEnabled: false,
      maxLookahead: 1,
      skipValidations,
      errorMessageProvider: provider,
    });
    this.#expected = provider;
  }

  /**
   * Forgets the last text.
   *
   * @param text The source.
   * @param placed Set where the tokens are not the source's own, but those of what it was meant to be.
   */
  protected begin(text: string, tokens: IToken[], placed?: PlacedTokens): void {
    this.#problems = [];
    this.#suppressed = 0;
    this.#depth = 0;
    this.#unclosed = 0;
    this.#skippedTo = undefined;
    this.#text = text;
    this.#placed = placed;
    this.input = tokens;
  }

  // ---------------------------------------------------------------- lookahead

  readonly #cursor: TokenCursor = { LA: (k) => this.LA(k) };

  protected atDeclaration(): boolean {
    return startsDeclaration(this.#cursor);
  }

  protected startsQualifierDeclaration(): boolean {
    return this.LA(1).tokenType === t.Qualifier && tokenMatcher(this.LA(2), t.Name);
  }

  protected startsUnsupported(): boolean {
    return isUnsupportedKeyword(this.#cursor);
  }

  /** `instance of X`, `Instance X {`, `instnce of X`, `instanceof X`, `value of X`. */
  protected looksLikeInstance(): boolean {
    const word = this.LA(1);
    const next = this.LA(2);
    if (word.tokenType === t.Instance) return tokenMatcher(next, t.Name);
    if (word.tokenType !== t.Identifier || !tokenMatcher(next, t.Name)) return false;
    if (word.image.toLowerCase() === 'instanceof') return true;
    if (!isOf(next) || !tokenMatcher(this.LA(3), t.Name)) return false;
    return word.image.toLowerCase() === 'value' || suggest(word.image, ['instance']) !== undefined;
  }

  /** `clas X {`, `clss X : Y`, `association X {`: a word and a name before what only a class's head is followed by. */
  protected looksLikeClass(): boolean {
    if (!tokenMatcher(this.LA(1), t.Name) || !tokenMatcher(this.LA(2), t.Name)) return false;
    const next = this.LA(3).tokenType;
    const head = next === t.LeftBrace || next === t.Colon || next === t.As;
    return (
      head && (suggest(this.LA(1).image, ['class']) !== undefined || isMof3ClassWord(this.LA(1)))
    );
  }

  protected reportMissingBracket(list: Building<ast.QualifierList>): void {
    list.incomplete = true;
    this.report(problems.missingBracket(this.lastEnd(), list));
    if (this.LA(1).tokenType === t.Comma) this.SKIP_TOKEN();
  }

  /** Whether the k-th token starts `Type Name;`, `Type Name =`, `Type Name[`, `class Name` or `instance of`. */
  protected startsQualified(k: number, inParameter = false): boolean {
    const first = this.LA(k);
    const second = this.LA(k + 1);
    if (!tokenMatcher(first, t.Name) || !tokenMatcher(second, t.Name)) return false;
    if (first.tokenType === t.Instance) return second.tokenType === t.Of;
    const third = this.LA(k + 2).tokenType;
    if (first.tokenType === t.Class) return third === t.LeftBrace || third === t.Colon;
    if (inParameter && (third === t.Comma || third === t.RightParen)) return true;
    return third === t.Semicolon || third === t.Equals || third === t.LeftBracket;
  }

  // ---------------------------------------------------------------- recovery

  /**
   * Runs `parse`; when it fails, keeps what it has attached to the tree and lets `skip` find the next element. At
   * least one token is passed, so that a list always ends.
   */
  protected recovering(
    parse: () => void,
    skip: (openBraces: number) => void,
    lastNode?: () => NodeInProgress | undefined,
  ): void {
    if (this.RECORDING_PHASE) {
      parse();
      return;
    }
    const before = this.LA(1);
    const depth = this.#depth;
    try {
      parse();
    } catch (error) {
      if (error instanceof Recovered) {
        // The problem is reported already.
      } else if (isRecognition(error)) {
        this.#reportException(error);
      } else {
        throw error;
      }
      this.#cutShort(lastNode?.(), before);
      const openBraces = Math.max(0, this.#depth - depth);
      this.#depth = depth;
      if (this.LA(1) === before && before.tokenType !== t.RightBrace) this.SKIP_TOKEN();
      skip(openBraces);
      this.#skippedTo = this.LA(0);
    }
  }

  /** Makes the element that broke reach to where it broke. */
  #cutShort(node: NodeInProgress | undefined, first: IToken): void {
    if (node === undefined || isEnd(first) || node.start < first.startOffset) return;
    node.incomplete = true;
    node.end = Math.max(node.end, this.lastEnd());
  }

  /** To a declaration, or what was plainly meant to be one. */
  protected skipToDeclaration(): void {
    while (!this.#atEnd() && !this.atDeclaration() && !this.#looksLikeDeclaration()) {
      this.SKIP_TOKEN();
    }
  }

  #looksLikeDeclaration(): boolean {
    return this.looksLikeInstance() || this.looksLikeClass();
  }

  /**
   * To behind the `;` that ends the broken element, or before what ends the body. `openBraces` were open inside the
   * element when it broke; each may or may not be closed yet.
   */
  protected skipToMember(owner: { incomplete?: true }, openBraces: number): void {
    owner.incomplete = true;
    let open = openBraces;
    let depth = 0;
    while (!this.#atEnd() && !this.atDeclaration()) {
      const { tokenType } = this.LA(1);
      if (tokenType === t.RightBrace) {
        if (depth > 0 || open > 0 ? this.#closesBlock() : !this.#isMismatch()) return;
        if (depth > 0) depth--;
        else if (open > 0) open--;
      } else if (tokenType === t.LeftBrace) {
        depth++;
      } else if (tokenType === t.Semicolon && depth === 0 && this.#elementMayFollow()) {
        this.SKIP_TOKEN();
        return;
      }
      this.SKIP_TOKEN();
    }
  }

  /** Whether the `}` here stands for another bracket, as in `[Description("x"}]`. */
  #isMismatch(): boolean {
    const { tokenType } = this.LA(2);
    if (tokenType === t.Semicolon) {
      return tokenMatcher(this.LA(3), t.Name) && this.LA(4).tokenType === t.Equals;
    }
    return (
      tokenType === t.RightBracket ||
      tokenType === t.RightParen ||
      tokenType === t.Comma ||
      tokenType === t.Colon
    );
  }

  /** Whether the `}` here ends the whole declaration: `};` before another one or the end. */
  #closesBlock(): boolean {
    if (this.LA(2).tokenType !== t.Semicolon) return false;
    const afterwards: TokenCursor = { LA: (k) => this.LA(k + 2) };
    return isEnd(this.LA(3)) || startsDeclaration(afterwards);
  }

  /** Whether what follows the `;` here can be the next element of a body. */
  #elementMayFollow(): boolean {
    const next = this.LA(2);
    if (isEnd(next) || next.tokenType === t.RightBrace || next.tokenType === t.LeftBracket)
      return true;
    if (next.tokenType === t.PragmaKeyword || next.tokenType === t.IncludeKeyword) return true;
    if (!tokenMatcher(next, t.Name)) return false;
    const then = this.LA(3);
    return (
      then.tokenType === t.Equals || then.tokenType === t.Semicolon || tokenMatcher(then, t.Name)
    );
  }

  /** To the `,` or `)` that ends a broken parameter. */
  protected skipToParameterEnd(): void {
    let depth = 0;
    while (!this.#atEnd() && !this.atDeclaration()) {
      const { tokenType } = this.LA(1);
      if (tokenType === t.Semicolon || tokenType === t.RightBrace) return;
      if (depth === 0 && (tokenType === t.Comma || tokenType === t.RightParen)) return;
      if (tokenType === t.LeftParen) depth++;
      if (tokenType === t.RightParen) depth--;
      this.SKIP_TOKEN();
    }
  }

  /** Over a declaration that WMI does not have: to behind its `;`, or behind its block. */
  protected skipDeclaration(): void {
    let depth = 0;
    while (!this.#atEnd()) {
      const { tokenType } = this.LA(1);
      if (depth === 0 && (tokenType === t.RightBrace || this.atDeclaration())) return;
      this.SKIP_TOKEN();
      if (tokenType === t.LeftBrace) depth++;
      if (tokenType === t.RightBrace) depth--;
      if (tokenType === t.Semicolon && depth === 0) return;
    }
  }

  #atEnd(): boolean {
    return isEnd(this.LA(1));
  }

  /** Counts a level of nesting; too many of them end the element, so that the stack holds on hostile input. */
  protected enter(opening: IToken): void {
    this.#depth++;
    if (this.#depth <= MAX_NESTING) return;
    this.fail(problems.tooDeep(opening, MAX_NESTING));
  }

  /** Leaves the level that was entered last. */
  protected leave(): void {
    this.#depth--;
  }

  // ---------------------------------------------------------------- problems

  protected report(problem: SyntaxProblem): void {
    if (this.#problems.length >= MAX_PROBLEMS) {
      this.#suppressed++;
      return;
    }
    this.#problems.push(problem);
  }

  protected fail(problem: SyntaxProblem): never {
    this.report(problem);
    throw new Recovered();
  }

  #reportException(error: IRecognitionException): void {
    const { token } = error;
    // The quote that was forgotten took what is missing here with it.
    if (isUnterminated(this.LA(0))) return;
    const context = { token, previous: this.LA(0), next: this.LA(2), text: this.#text };
    this.report(expectationFor(this.#expected.failedIn(error.context.ruleStack), context));
  }

  /** The token that was just passed fits nowhere in this rule. */
  protected failOn(token: IToken, rule: string): void {
    const context = { token, previous: this.LA(-1), next: this.LA(1), text: this.#text };
    this.fail(expectationFor({ kind: 'nothing', rule }, context));
  }

  /** How many mistakes were met, those beyond {@link MAX_PROBLEMS} too; a bad escape is none. */
  protected countErrors(): number {
    const errors = this.#problems.filter(({ code }) => code !== 'bad-escape');
    return errors.length + this.#suppressed;
  }

  protected sortedProblems(): SyntaxProblem[] {
    const sorted = this.#problems.toSorted((a, b) => a.start - b.start || a.end - b.end);
    if (this.#suppressed > 0) {
      sorted.push(problems.moreProblems(this.#suppressed, sorted.at(-1)?.end ?? 0));
    }
    return sorted;
  }

  /** Reports a missing `;` where the next token starts something new; anything else is unexpected here. */
  protected semicolon(node: { incomplete?: true }): void {
    const next = this.LA(1);
    if (next.tokenType === t.Semicolon) return;
    const end = this.lastEnd();
    if (!this.#startsSomethingNew(next)) {
      const context = { token: next, previous: this.LA(0), next: this.LA(2), text: this.#text };
      this.fail(
        expectationFor({ kind: 'token', rule: 'statementEnd', expected: t.Semicolon }, context),
      );
    }
    node.incomplete = true;
    // The quote that was forgotten took the semicolon with it.
    if (isUnterminated(this.LA(0))) return;
    this.report(problems.missingSemicolon(end));
  }

  /** Whether a line break, or the end of the file, stands before the next token. */
  protected newLineFollows(): boolean {
    const next = this.LA(1);
    if (isEnd(next)) return true;
    return (
      this.#placed?.startsLine(next) ??
      /[\r\n]/.test(this.#text.slice(this.lastEnd(), next.startOffset))
    );
  }

  #startsSomethingNew(next: IToken): boolean {
    if (isEnd(next) || next.tokenType === t.RightBrace || this.atDeclaration()) return true;
    const onNewLine = this.newLineFollows();
    if (next.tokenType === t.LeftBracket) return onNewLine;
    if (!tokenMatcher(next, t.Name)) return false;
    return this.LA(2).tokenType === t.Equals || (onNewLine && tokenMatcher(this.LA(2), t.Name));
  }

  protected checkBlockEnd(
    node: Building<ast.ClassDeclaration> | Building<ast.InstanceDeclaration>,
    open: IToken,
    what: 'class' | 'instance',
  ): void {
    const last = this.LA(0);
    if (last.tokenType === t.Semicolon && node.end === endOf(last)) return;
    const end = this.lastEnd();
    node.end = Math.max(node.end, end);
    if (last.tokenType === t.RightBrace && node.body.end === end) {
      // What stands here instead of the semicolon is the mistake, and is about to be reported.
      if (this.#blockMayEndHere()) this.report(problems.missingSemicolonAfterBlock(end, what));
      return;
    }
    node.incomplete = true;
    node.body = { start: open.startOffset, end };
    this.#unclosed++;
    // When an error inside swallowed everything up to here, it may well have swallowed the brace.
    if (this.#skippedTo !== last) {
      this.report(problems.unclosedBlock(end, open, what, declaredName(node)));
    }
  }

  #blockMayEndHere(): boolean {
    return this.newLineFollows() || this.atDeclaration() || this.looksLikeInstance();
  }

  /** A `}` between items: what is left of a block that was reported as unclosed, or one too many. */
  protected checkStrayBrace(token: IToken): void {
    if (this.#unclosed === 0) this.failOn(token, 'item');
    this.#unclosed--;
  }

  protected checkBlankAfter(keyword: IToken): void {
    const next = this.LA(1);
    if (tokenMatcher(next, t.Name) && this.#touch(keyword, next)) {
      this.report(problems.missingBlank(keyword));
    }
  }

  #touch(first: IToken, second: IToken): boolean {
    return this.#placed?.touch(first, second) ?? endOf(first) === second.startOffset;
  }

  protected checkKeyword(token: IToken): void {
    if (token.tokenType === t.Class) return;
    if (isMof3ClassWord(token)) this.report(problems.unsupportedDeclaration(token));
    else this.report(problems.misspeltKeyword(token, 'class'));
  }

  protected checkInstanceHead(keyword: IToken): void {
    if (isOf(this.LA(0))) this.checkInstanceKeyword(keyword);
    else if (this.#isMisspeltOf()) {
      this.report(problems.misspeltKeyword(this.LA(1), 'of'));
      this.SKIP_TOKEN();
    } else if (tokenMatcher(this.LA(1), t.Name)) {
      this.report(problems.instanceWithoutOf(keyword, this.LA(1)));
    }
  }

  /** `instance fo A`. */
  #isMisspeltOf(): boolean {
    const word = this.LA(1);
    return (
      tokenMatcher(word, t.Name) &&
      tokenMatcher(this.LA(2), t.Name) &&
      this.LA(2).tokenType !== t.As &&
      word.image.length <= 3
    );
  }

  protected checkInstanceKeyword(keyword: IToken): void {
    if (keyword.tokenType === t.Instance) return;
    const isValueOf = keyword.image.toLowerCase() === 'value';
    this.report(
      isValueOf
        ? problems.valueOf(keyword, this.LA(0))
        : problems.misspeltKeyword(keyword, 'instance'),
    );
  }

  /** `Enumeration.Member`, and `Class.Key="value"`, an object path without its quotes. */
  protected checkDottedName(token: IToken): boolean {
    const member = this.LA(2);
    if (this.LA(1).tokenType !== t.Dot || !tokenMatcher(member, t.Name)) return false;
    if (this.LA(1).startOffset !== endOf(token)) return false;
    const isPath = this.LA(3).tokenType === t.Equals;
    for (let skipped = 0; skipped < (isPath ? 4 : 2); skipped++) this.SKIP_TOKEN();
    this.report(
      isPath
        ? problems.unquotedPath(this.spanSince(token))
        : problems.enumerationValue(token, member),
    );
    return true;
  }

  /** Whether an array begins with a comma, which is reported. */
  protected checkFirstElement(): boolean {
    const next = this.LA(1);
    if (next.tokenType !== t.Comma) return false;
    this.report(problems.missingFirstElement(next));
    return true;
  }

  /** Whether the array goes on behind a semicolon that should be a comma. */
  protected instanceFollowsSemicolon(): boolean {
    return (
      this.LA(1).tokenType === t.Semicolon &&
      this.LA(2).tokenType === t.Instance &&
      isOf(this.LA(3))
    );
  }

  /** Whether something is wrong with what separates two elements, or with what follows it; reports it. */
  protected checkSeparator(separator: IToken): boolean {
    const next = this.LA(1);
    if (separator.tokenType === t.Semicolon) {
      this.report(problems.semicolonInArray(separator));
    } else if (next.tokenType === t.RightBrace) {
      this.report(problems.trailingComma(separator));
    } else if (next.tokenType === t.Comma) {
      this.report(problems.missingElement(separator, next));
    } else {
      return false;
    }
    return true;
  }

  /** Whether the parameters end in this comma, which is reported. */
  protected checkTrailingComma(comma: IToken): boolean {
    if (this.LA(1).tokenType !== t.RightParen) return false;
    this.report(problems.trailingParameterComma(comma));
    return true;
  }

  protected checkFlavor(name: ast.Identifier): void {
    if (!flavorSpellings.has(name.name.toLowerCase())) this.report(problems.unknownFlavor(name));
  }

  protected checkScope(name: ast.Identifier): void {
    if (!scopeSpellings.has(name.name.toLowerCase())) this.report(problems.unknownScope(name));
  }

  protected reportArrayBeforeName(array: ast.ArraySuffix, name: ast.Identifier): void {
    const brackets = this.#text.slice(array.start, array.end);
    this.report(problems.arrayBeforeName(array, name, brackets));
  }

  // ---------------------------------------------------------------- spans

  /** Where the characters of a token behind its opening quote stand; undefined where they follow it in the source. */
  protected placesIn(token: IToken): readonly ast.Span[] | undefined {
    return this.#placed?.characters(token, 1, token.image.length - 1);
  }

  /** Whether a word stands for another one that nobody can know. */
  protected isStandIn(token: IToken): boolean {
    return (
      this.#placed !== undefined &&
      this.#text.slice(token.startOffset, endOf(token)) !== token.image
    );
  }

  protected lastEnd(): number {
    return endOf(this.LA(0));
  }

  protected spanSince(first: IToken): ast.Span {
    return { start: first.startOffset, end: this.lastEnd() };
  }
}

function isRecognition(error: unknown): error is IRecognitionException {
  return error instanceof Error && isRecognitionException(error);
}

/** Thrown after a problem was reported, to leave the element that it is in. */
class Recovered {
  readonly reported = true;
}

function isOf(token: IToken): boolean {
  return token.tokenType === t.Of;
}

function isMof3ClassWord(token: IToken): boolean {
  return /^(?:association|indication|interface)$/i.test(token.image);
}

function declaredName(
  node: Building<ast.ClassDeclaration> | Building<ast.InstanceDeclaration>,
): string {
  return node.kind === 'ClassDeclaration' ? node.name.name : node.className.name;
}
