/** What can stand at a place, by the tokens before it. */
import type { Comment } from '../ast.ts';
import { typeSpellings } from '../spellings.ts';
import * as t from '../tokens.ts';
import { type Block, blocksAt, isName } from './blocks.ts';
import { type Cursor, hasLineBreak, type Token } from './cursor.ts';

/** Whose value stands at a place. */
export interface ValueOwner {
  /** The body of the instance or of the class that has the property. */
  readonly body: Block;
  /** The class of the instance; undefined for the default of a property that is declared here. */
  readonly className: string | undefined;
  readonly property: string;
  /** The type in a declaration, such as `uint32`; undefined in an instance. */
  readonly type: string | undefined;
  /** Whether the value is an element between braces. */
  readonly inBraces: boolean;
  /** How many elements stand before it. */
  readonly index: number;
  /** Whether nothing but the place stands between the braces. */
  readonly isAlone: boolean;
}

export type Place =
  /** Nothing that is known can stand here: a new name, or what follows a finished value. */
  | { readonly kind: 'none' }
  | { readonly kind: 'comment'; readonly comment: Comment }
  /** A declaration or a command for the preprocessor; behind qualifiers, a class or an instance. */
  | { readonly kind: 'item'; readonly isQualified: boolean }
  /** `of`. */
  | { readonly kind: 'of' }
  /** Behind `instance of Class`: an alias or the body. */
  | { readonly kind: 'instance-rest'; readonly className: string; readonly hasAlias: boolean }
  /** A new alias. */
  | { readonly kind: 'alias'; readonly className: string }
  | { readonly kind: 'instance-class'; readonly owner: ValueOwner | undefined }
  | { readonly kind: 'superclass'; readonly className: string }
  | { readonly kind: 'type'; readonly of: 'member' | 'parameter' }
  /** Behind a type that may be a class: `ref`. */
  | { readonly kind: 'ref' }
  /** A name of a property in an instance. */
  | { readonly kind: 'property'; readonly body: Block }
  | { readonly kind: 'value'; readonly owner: ValueOwner }
  | { readonly kind: 'pragma' }
  /** Between the parentheses of a pragma or of `#include`. */
  | { readonly kind: 'argument'; readonly pragma: string; readonly index: number }
  | { readonly kind: 'qualifier'; readonly list: Block; readonly parent: Block }
  | {
      readonly kind: 'qualifier-value';
      readonly name: string;
      readonly index: number;
      readonly list: Block;
      readonly parent: Block;
    }
  /** `written` are the flavors before it, folded. */
  | { readonly kind: 'flavor'; readonly written: readonly string[] }
  /** The name in `Qualifier Name : ...`. */
  | { readonly kind: 'qualifier-name' }
  /** Behind `Qualifier Name :`, a type or a flavor. */
  | { readonly kind: 'qualifier-type' }
  /** Between the parentheses of `scope(...)`. */
  | { readonly kind: 'scope' };

const none: Place = { kind: 'none' };

/** Says what can stand at a cursor. */
export function placeAt(cursor: Cursor): Place {
  if (cursor.comment !== undefined) return { kind: 'comment', comment: cursor.comment };
  if (cursor.isOpaque) return none;
  return new PlaceReader(cursor).read();
}

class PlaceReader {
  readonly #cursor: Cursor;
  readonly #blocks: readonly Block[];
  /** The tokens of the statement or of the element, before the place. */
  readonly #statement: readonly Token[];

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
    this.#blocks = blocksAt(cursor);
    this.#statement = cursor.tokens.slice(this.#blocks.at(-1)?.start ?? 0, cursor.before);
  }

  read(): Place {
    const block = this.#blocks.at(-1);
    if (block === undefined) return none;
    if (this.#cursor.isHashed && block.kind !== 'file') return { kind: 'item', isQualified: false };
    switch (block.kind) {
      case 'file':
        return this.#inFile(block);
      case 'class':
        return this.#inClass(block);
      case 'instance':
        return this.#inInstance(block);
      case 'qualifiers':
        return this.#inQualifiers(block);
      case 'qualifier-value':
        return this.#inQualifierValue(block);
      case 'parameters':
        return this.#declared('parameter');
      case 'arguments':
        return this.#statement.length === 0
          ? { kind: 'argument', pragma: block.name.toLowerCase(), index: block.index }
          : none;
      case 'scopes':
        if (this.#statement.length > 0) return none;
        return block.name === 'scope' ? { kind: 'scope' } : { kind: 'flavor', written: [] };
      case 'array':
        return this.#inValue(this.#statement, this.#ownerOf(block));
      case 'array-size':
      case 'unknown':
        return none;
    }
  }

  /** Whether a line ends between the last token and the place. */
  #isOnNewLine(): boolean {
    const last = this.#statement.at(-1);
    return last !== undefined && hasLineBreak(this.#cursor.text, last.end, this.#cursor.word.start);
  }

  #inFile({ isQualified }: Block): Place {
    const [first, second] = this.#statement;
    const last = this.#statement.at(-1);
    if (first === undefined || this.#cursor.isHashed)
      return this.#cursor.string === undefined ? { kind: 'item', isQualified } : none;
    switch (first.type) {
      case t.PragmaKeyword:
        return second === undefined ? { kind: 'pragma' } : none;
      case t.Qualifier:
        return this.#inQualifierDeclaration();
      case t.Class:
        if (last?.type === t.Colon) return { kind: 'superclass', className: second?.image ?? '' };
        return last?.type === t.As ? { kind: 'alias', className: second?.image ?? '' } : none;
      case t.Instance:
        return this.#inInstanceHead(this.#statement, undefined);
      default:
        return this.#isOnNewLine() && first.type !== t.IncludeKeyword
          ? { kind: 'item', isQualified: false }
          : none;
    }
  }

  /** The statement begins with `instance`. */
  #inInstanceHead(statement: readonly Token[], owner: ValueOwner | undefined): Place {
    const [, of, name, as, alias] = statement;
    if (of === undefined) return { kind: 'of' };
    if (of.type !== t.Of) return none;
    if (name === undefined) return { kind: 'instance-class', owner };
    const className = name.image;
    if (as === undefined)
      return { kind: 'instance-rest', className, hasAlias: owner !== undefined };
    if (as.type !== t.As) return none;
    if (alias === undefined) return { kind: 'alias', className };
    return statement.length === 5 ? { kind: 'instance-rest', className, hasAlias: true } : none;
  }

  #inQualifierDeclaration(): Place {
    const [, name, colon, ...rest] = this.#statement;
    if (name === undefined) return { kind: 'qualifier-name' };
    if (colon === undefined) return none;
    if (rest.length === 0) return { kind: 'qualifier-type' };
    const [first] = rest;
    if (first !== undefined && typeSpellings.has(first.image.toLowerCase())) return none;
    return rest.every(isName) ? flavor(rest) : none;
  }

  #inClass(block: Block): Place {
    const equals = this.#statement.findIndex(({ type }) => type === t.Equals);
    if (equals < 0) return this.#declared('member');
    const declaration = this.#statement.slice(0, equals);
    const name = declaration.find(
      (token, index) => index > 0 && isName(token) && token.type !== t.Ref,
    );
    const owner: ValueOwner = {
      body: block,
      className: undefined,
      property: name?.image ?? '',
      type: declaration[0]?.image,
      inBraces: false,
      index: block.index,
      isAlone: false,
    };
    return this.#inValue(this.#statement.slice(equals + 1), owner);
  }

  /** A member or a parameter, up to its name. */
  #declared(of: 'member' | 'parameter'): Place {
    const [type, second] = this.#statement;
    if (type === undefined) return this.#cursor.string === undefined ? { kind: 'type', of } : none;
    const isClass = isName(type) && !typeSpellings.has(type.image.toLowerCase());
    return isClass && second === undefined ? { kind: 'ref' } : none;
  }

  #inInstance(body: Block): Place {
    const [name, equals, ...value] = this.#statement;
    const isNew =
      name === undefined || (this.#isOnNewLine() && (equals === undefined || value.length > 0));
    if (isNew && this.#cursor.string === undefined) return { kind: 'property', body };
    if (name === undefined || equals?.type !== t.Equals) return none;
    return this.#inValue(value, {
      body,
      className: body.name,
      property: name.image,
      type: undefined,
      inBraces: false,
      index: 0,
      isAlone: false,
    });
  }

  /** Before, or inside, a value that begins with these tokens. */
  #inValue(written: readonly Token[], owner: ValueOwner): Place {
    if (written.length === 0) return { kind: 'value', owner };
    return written[0]?.type === t.Instance ? this.#inInstanceHead(written, owner) : none;
  }

  /** The property whose value an array is. */
  #ownerOf(array: Block): ValueOwner {
    const at = this.#blocks.findLastIndex(({ kind }) => kind === 'class' || kind === 'instance');
    const body = this.#blocks[at] ?? array;
    const head = this.#cursor.tokens.slice(body.start, this.#blocks[at + 1]?.open ?? 0);
    const equals = head.findIndex(({ type }) => type === t.Equals);
    const names = head.slice(0, Math.max(0, equals)).filter(isName);
    const isDeclared = body.kind === 'class';
    const declared = names.find((token, index) => index > 0 && token.type !== t.Ref);
    const behind = this.#cursor.tokens[this.#cursor.before];
    return {
      body,
      className: isDeclared ? undefined : body.name,
      property: (isDeclared ? declared : names[0])?.image ?? '',
      type: isDeclared ? names[0]?.image : undefined,
      inBraces: true,
      index: array.index,
      isAlone: array.index === 0 && this.#statement.length === 0 && behind?.type === t.RightBrace,
    };
  }

  #inQualifiers(list: Block): Place {
    const colon = this.#statement.findIndex(({ type }) => type === t.Colon);
    if (colon >= 0) {
      const written = this.#statement.slice(colon + 1);
      return written.every(isName) ? flavor(written) : none;
    }
    if (this.#statement.length > 0 || this.#cursor.string !== undefined) return none;
    return { kind: 'qualifier', list, parent: this.#parentOf(list) };
  }

  #inQualifierValue({ name, index, open }: Block): Place {
    const list = this.#blocks.findLast((block) => block.kind === 'qualifiers' && block.open < open);
    if (this.#statement.length > 0 || list === undefined) return none;
    return { kind: 'qualifier-value', name, index, list, parent: this.#parentOf(list) };
  }

  #parentOf(block: Block): Block {
    return this.#blocks[this.#blocks.indexOf(block) - 1] ?? block;
  }
}

function flavor(written: readonly Token[]): Place {
  return { kind: 'flavor', written: written.map(({ image }) => image.toLowerCase()) };
}
