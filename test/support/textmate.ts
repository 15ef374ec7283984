/** The generated TextMate grammar at work, in the engine that VS Code colours with. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRegistryFromGrammars } from 'vscode-tmgrammar-test/dist/common/index.js';
import { projectRoot } from './work-tree.ts';

export const grammarFile: string = path.join(projectRoot, 'grammar/textmate/mof.tmLanguage.json');

type Registry = ReturnType<typeof createRegistryFromGrammars>;

/** A grammar that is ready to colour lines. */
export type Grammar = NonNullable<Awaited<ReturnType<Registry['loadGrammar']>>>;

type LineState = Parameters<Grammar['tokenizeLine']>[1];

/** The engine with the stored grammar, or another one, in it. */
export function registryOf(
  scopeName = 'source.mof',
  content = readFileSync(grammarFile, 'utf8'),
): Registry {
  const grammar = { path: `${scopeName}.json`, scopeName };
  return createRegistryFromGrammars([{ grammar, content }]);
}

/** The stored grammar, or another one in JSON. */
export async function grammarOf(scopeName?: string, content?: string): Promise<Grammar> {
  const grammar = await registryOf(scopeName, content).loadGrammar(scopeName ?? 'source.mof');
  if (grammar === null) throw new Error('there is no grammar of that name');
  return grammar;
}

/** The scopes at each place of a text, from the outermost to the innermost. */
export class ScopedText {
  /** Of each token in order. */
  readonly #starts: number[] = [];
  readonly #scopes: (readonly string[])[] = [];

  constructor(grammar: Grammar, text: string) {
    let stack: LineState = null;
    let offset = 0;
    for (const line of text.split(/(?<=\r\n|\n|\r(?!\n))/)) {
      // An editor gives the engine lines without their ends.
      const result = grammar.tokenizeLine(line.replace(/[\r\n]+$/, ''), stack);
      for (const { startIndex, scopes } of result.tokens) {
        this.#starts.push(offset + startIndex);
        this.#scopes.push(scopes);
      }
      stack = result.ruleStack;
      offset += line.length;
    }
  }

  at(offset: number): readonly string[] {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#scopes[low - 1] ?? [];
  }
}
