/** Which brackets are open at a place, and what each of them holds. */
import { EOF, type IToken, tokenMatcher, type TokenType } from 'chevrotain';
import type { Mutable } from '../building.ts';
import { startsDeclaration } from '../recovery.ts';
import * as t from '../tokens.ts';
import { type Cursor, hasLineBreak, type Token } from './cursor.ts';

export type BlockKind =
  | 'file'
  | 'class'
  | 'instance'
  /** `[...]` before a declaration. */
  | 'qualifiers'
  /** `(...)` or `{...}` of a qualifier. */
  | 'qualifier-value'
  | 'parameters'
  /** `(...)` of a pragma or of `#include`. */
  | 'arguments'
  /** `scope(...)` and `flavor(...)` of a qualifier's declaration. */
  | 'scopes'
  /** `{...}` as a value. */
  | 'array'
  | 'array-size'
  /** Anything else. */
  | 'unknown';

export interface Block {
  readonly kind: BlockKind;
  /** The index of the opening bracket; -1 for the file. */
  readonly open: number;
  /** The class of a body, the qualifier of a value, the pragma of arguments. */
  readonly name: string;
  /** The index of the first token of the statement, or of the element of the list. */
  readonly start: number;
  /** How many elements stand before it. */
  readonly index: number;
  /** Whether the statement begins with qualifiers, which stand before `start`. */
  readonly isQualified: boolean;
}

type OpenBlock = Mutable<Block>;

/** The blocks around the place, the file first. */
export function blocksAt(cursor: Cursor): readonly Block[] {
  return new BlockReader(cursor).read();
}

/** Whether a token can be a name: an identifier or a keyword. */
export function isName(token: Token | undefined): token is Token {
  return token !== undefined && tokenMatcher(token.token, t.Name);
}

const bodies: ReadonlySet<BlockKind> = new Set(['file', 'class', 'instance']);
const end = standIn(EOF);
/** The name that is still to be typed. */
const name = standIn(t.Identifier);

/** A token that is not in the text. */
function standIn(tokenType: TokenType): IToken {
  const tokenTypeIdx = tokenType.tokenTypeIdx ?? 0;
  return { tokenType, image: '', startOffset: Number.NaN, tokenTypeIdx };
}

class BlockReader {
  readonly #cursor: Cursor;
  readonly #tokens: readonly Token[];
  readonly #file: OpenBlock;
  readonly #blocks: OpenBlock[];

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
    this.#tokens = cursor.tokens;
    this.#file = { kind: 'file', open: -1, name: '', start: 0, index: 0, isQualified: false };
    this.#blocks = [this.#file];
  }

  read(): readonly Block[] {
    const { before, word } = this.#cursor;
    for (let index = 0; index < before; index++) {
      if (this.#startsDeclaration(index)) {
        this.#blocks.length = 1;
        this.#startStatement(this.#file, index);
      }
      this.#endCommand(index, this.#tokens[index]?.start ?? 0);
      this.#take(index);
    }
    this.#endCommand(before, word.start);
    return this.#blocks;
  }

  /** Also where the name that makes it a declaration is still to be typed, as in `instance of`. */
  #startsDeclaration(index: number): boolean {
    const { before, word } = this.#cursor;
    const tokenAt = (at: number): IToken => this.#tokens[at]?.token ?? end;
    if (startsDeclaration({ LA: (k) => tokenAt(index + k - 1) })) return true;
    const isNameMissing = word.start === word.end;
    if (!isNameMissing || this.#tokens[index]?.type !== t.Instance) return false;
    const withName = (at: number): IToken =>
      at === before ? name : tokenAt(at > before ? at - 1 : at);
    return startsDeclaration({ LA: (k) => withName(index + k - 1) });
  }

  get #top(): OpenBlock {
    return this.#blocks.at(-1) ?? this.#file;
  }

  #startStatement(block: OpenBlock, index: number): void {
    block.start = index;
    block.index = 0;
    block.isQualified = false;
  }

  /** A command for the preprocessor ends with its line. */
  #endCommand(index: number, next: number): void {
    const top = this.#top;
    const first = this.#tokens[top.start];
    const last = this.#tokens[index - 1];
    if (top.kind !== 'file' || first === undefined || last === undefined || index <= top.start)
      return;
    const isCommand = first.type === t.PragmaKeyword || first.type === t.IncludeKeyword;
    const goesOn = this.#tokens[index]?.type === t.LeftParen;
    if (isCommand && !goesOn && hasLineBreak(this.#cursor.text, last.end, next))
      this.#startStatement(top, index);
  }

  #take(index: number): void {
    const top = this.#top;
    switch (this.#tokens[index]?.type) {
      case t.LeftBrace:
      case t.LeftBracket:
      case t.LeftParen:
        this.#open(index, top);
        return;
      case t.RightBrace:
        this.#close(t.LeftBrace, index);
        return;
      case t.RightBracket:
        this.#close(t.LeftBracket, index);
        return;
      case t.RightParen:
        this.#close(t.LeftParen, index);
        return;
      case t.Semicolon:
        while (!bodies.has(this.#top.kind)) this.#blocks.pop();
        this.#startStatement(this.#top, index + 1);
        return;
      case t.Comma:
        if (bodies.has(top.kind)) return;
        top.start = index + 1;
        top.index++;
        return;
      case t.Equals:
        // `Name = "x" Other =`: the semicolon between them is missing.
        if (top.kind === 'instance' && index - 1 > top.start && isName(this.#tokens[index - 1]))
          this.#startStatement(top, index - 1);
        return;
      default:
    }
  }

  #open(index: number, parent: Block): void {
    const { kind, name } = this.#opened(index, parent);
    this.#blocks.push({ kind, open: index, name, start: index + 1, index: 0, isQualified: false });
  }

  #opened(index: number, parent: Block): Pick<Block, 'kind' | 'name'> {
    const statement = this.#tokens.slice(parent.start, index);
    const first = statement[0];
    switch (this.#tokens[index]?.type) {
      case t.LeftBracket:
        return { kind: statement.length === 0 ? 'qualifiers' : 'array-size', name: '' };
      case t.LeftBrace:
        if (parent.kind === 'qualifiers')
          return { kind: 'qualifier-value', name: first?.image ?? '' };
        return this.#brace(statement, parent);
      default:
        if (parent.kind === 'qualifiers')
          return { kind: 'qualifier-value', name: first?.image ?? '' };
        return parenthesis(statement, parent);
    }
  }

  #brace(statement: readonly Token[], { kind }: Block): Pick<Block, 'kind' | 'name'> {
    const instance = classOfInstance(statement);
    if (instance !== undefined) return { kind: 'instance', name: instance };
    if (kind !== 'file') return { kind: 'array', name: '' };
    const keyword = statement.findIndex(({ type }) => type === t.Class);
    return keyword < 0
      ? { kind: 'unknown', name: '' }
      : { kind: 'class', name: statement[keyword + 1]?.image ?? '' };
  }

  #close(opening: TokenType, index: number): void {
    const at = this.#blocks.findLastIndex(({ open }) => this.#tokens[open]?.type === opening);
    const closed = this.#blocks[at];
    if (closed === undefined) return;
    const crossed = this.#blocks.slice(at + 1);
    // A bracket too many closes no body.
    if (opening !== t.LeftBrace && crossed.some(({ kind }) => bodies.has(kind))) return;
    this.#blocks.length = at;
    const parent = this.#top;
    const endsStatement =
      closed.kind === 'qualifiers' || (parent.kind === 'file' && closed.kind !== 'scopes');
    if (!endsStatement) return;
    this.#startStatement(parent, index + 1);
    parent.isQualified = closed.kind === 'qualifiers';
  }
}

/** The name behind `instance of`, also where `instance` is misspelt or `of` is missing. */
export function classOfInstance(statement: readonly Token[]): string | undefined {
  const of = statement.findIndex(({ type }) => type === t.Of);
  const at = of < 0 ? statement.findIndex(({ type }) => type === t.Instance) : of;
  const name = statement[at + 1];
  return at < 0 || !isName(name) ? undefined : name.image;
}

function parenthesis(statement: readonly Token[], { kind }: Block): Pick<Block, 'kind' | 'name'> {
  const [first, second] = statement;
  if (kind === 'class') return { kind: 'parameters', name: '' };
  if (kind !== 'file') return { kind: 'unknown', name: '' };
  if (first?.type === t.IncludeKeyword) return { kind: 'arguments', name: 'include' };
  if (first?.type === t.PragmaKeyword) return { kind: 'arguments', name: second?.image ?? '' };
  if (first?.type === t.Qualifier)
    return { kind: 'scopes', name: statement.at(-1)?.image.toLowerCase() ?? '' };
  return { kind: 'unknown', name: '' };
}
