/** Which sort of word each word is, also inside queries and descriptors. */
import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import type { SourceFile } from '../../src/text/source-file.ts';
import { positionAt } from '../positions.ts';
import { lexicalTokens } from '../tokens/lexical-tokens.ts';
import { syntaxTokens } from '../tokens/syntax-tokens.ts';
import { tokenModifiers, tokenTypes, type Token } from '../tokens/token.ts';
import type { Client } from '../client.ts';
import type { View } from '../view.ts';

/** How the protocol's numbers are to be read. */
export const semanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

/**
 * The tokens of a file, or of a range of it. No two overlap, and none goes beyond its line. An editor that colours
 * keywords, literals and comments itself gets what its grammar cannot know.
 */
export function semanticTokens(view: View, client: Client, range?: Range): SemanticTokens {
  const { parsed, source } = view;
  const whole = { start: 0, end: source.text.length };
  const span = range === undefined ? whole : view.spanOf(range);
  const { document } = parsed;
  const named = syntaxTokens(document, span).toSorted((a, b) => a.start - b.start);
  const lexical = client.coloursSyntax ? [] : lexicalTokens(source.text, document.comments, span);
  const tokens = merge(lexical, named).filter(
    ({ start, end }) => end > span.start && start < span.end,
  );
  const lines = tokens.flatMap((token) => linesOf(source.text, token));
  return { data: encode(source, lines) };
}

/** Cuts out of each lexical token what the tree has a word for. Both lists are in the order of the text. */
function merge(lexical: readonly Token[], named: readonly Token[]): readonly Token[] {
  const merged: Token[] = [];
  let next = 0;
  let reach = 0;
  const addUpTo = (end: number): void => {
    for (let token = named[next]; token !== undefined && token.start < end; token = named[++next]) {
      if (token.start < reach) continue;
      merged.push(token);
      reach = token.end;
    }
  };
  for (const token of lexical) {
    addUpTo(token.start);
    let { start } = token;
    while (start < token.end) {
      const word = named[next];
      const end = Math.min(token.end, word?.start ?? token.end);
      if (end > start && start >= reach) merged.push({ ...token, start, end });
      if (word === undefined || word.start >= token.end) break;
      addUpTo(word.start + 1);
      start = Math.max(word.end, end);
    }
    reach = Math.max(reach, token.end);
  }
  addUpTo(Infinity);
  return merged;
}

/** A token for each of its lines. */
function linesOf(text: string, token: Token): readonly Token[] {
  const { start, end } = token;
  const content = text.slice(start, end);
  if (!/[\r\n]/.test(content)) return [token];
  return [...content.matchAll(/[^\r\n]+/g)].map(({ 0: line, index }) => ({
    ...token,
    start: start + index,
    end: start + index + line.length,
  }));
}

/** Five numbers a token: lines and characters from the one before, length, sort, modifiers. */
function encode(source: SourceFile, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { start, end, type, modifiers = [] } of tokens) {
    const position = positionAt(source, start);
    const isSameLine = position.line === line;
    data.push(
      position.line - line,
      isSameLine ? position.character - character : position.character,
      end - start,
      tokenTypes.indexOf(type),
      modifiers.reduce((bits, modifier) => bits | (1 << tokenModifiers.indexOf(modifier)), 0),
    );
    ({ line, character } = position);
  }
  return data;
}
