/** The tokens of a repaired text, at their places in the source. */
import type { IToken } from 'chevrotain';

import type { Span } from '../ast.ts';
import { lexMof, type LexedMof } from '../tokens.ts';
import type { RepairedText } from './repaired-text.ts';

/** Tokens whose offsets are the source's and whose images are the repaired text's. */
export class PlacedTokens implements LexedMof {
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
  readonly directives: readonly IToken[];
  readonly #repaired: RepairedText;
  /** Where each token begins in the repaired text. */
  readonly #origins = new Map<IToken, number>();
  readonly #lineStarts = new Set<IToken>();

  constructor(repaired: RepairedText) {
    const { tokens, comments, directives } = lexMof(repaired.text);
    this.#repaired = repaired;
    this.tokens = tokens;
    this.comments = comments;
    this.directives = directives;
    this.#findLineStarts();
    for (const token of [...tokens, ...comments, ...directives]) this.#place(token);
  }

  /** Whether a line break of the repaired text stands between the token and the one before it. */
  startsLine(token: IToken): boolean {
    return this.#lineStarts.has(token);
  }

  /** Whether nothing stands between two tokens of the repaired text. */
  touch(first: IToken, second: IToken): boolean {
    return (this.#origins.get(first) ?? 0) + first.image.length === this.#origins.get(second);
  }

  /**
   * Where the characters of a token's image stand in the source, from the one at `from` on; undefined where they
   * stand there as they are, side by side.
   */
  characters(token: IToken, from: number, length: number): readonly Span[] | undefined {
    const origin = (this.#origins.get(token) ?? 0) + from;
    return this.#repaired.placesFrom(origin, length, token.startOffset + from);
  }

  #findLineStarts(): void {
    let end = 0;
    for (const token of this.tokens) {
      if (/[\r\n]/.test(this.#repaired.text.slice(end, token.startOffset))) {
        this.#lineStarts.add(token);
      }
      end = token.startOffset + token.image.length;
    }
  }

  #place(token: IToken): void {
    this.#origins.set(token, token.startOffset);
    const { start, end } = this.#repaired.spanOf(
      token.startOffset,
      token.startOffset + token.image.length,
    );
    token.startOffset = start;
    token.endOffset = end - 1;
  }
}
