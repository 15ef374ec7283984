/** The semantic tokens that the client has, so that it is sent only what is new. */
import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensEdit,
} from 'vscode-languageserver';
import { contentHash } from './content-hash.ts';

export class TokenResults {
  readonly #last = new Map<string, Required<SemanticTokens>>();

  /** All tokens of a document, with a name by which the client can ask for what has changed since. */
  full(uri: string, { data }: SemanticTokens): SemanticTokens {
    const result = { resultId: contentHash(data.join()), data };
    this.#last.set(uri, result);
    return result;
  }

  /** What has changed since a result; all tokens where that is not the last one. */
  delta(
    uri: string,
    previousResultId: string,
    tokens: SemanticTokens,
  ): SemanticTokens | SemanticTokensDelta {
    const last = this.#last.get(uri);
    const result = this.full(uri, tokens);
    if (last?.resultId !== previousResultId) return result;
    return { resultId: result.resultId ?? '', edits: difference(last.data, tokens.data) };
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}

/** One edit from the first number that differs to the last; none where nothing does. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const deleteCount = before.length - tail - start;
  const data = after.slice(start, after.length - tail);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
