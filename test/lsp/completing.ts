/** Asks for completions at the mark of a text, and writes the chosen one. */
import { type CompletionItem, InsertTextFormat } from 'vscode-languageserver-types';
import { expect } from 'vitest';
import { applyEdits, type Bench, openMarked } from './workbench.ts';

export interface Completing extends Bench {
  /** In the order in which an editor shows them before it weighs what was typed. */
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
}

/** The completions at `⟦⟧`; `snippets` is whether the editor fills in snippets. */
export async function completing(
  marked: string,
  files: Readonly<Record<string, string>> = {},
  { snippets = true, trigger }: { readonly snippets?: boolean; readonly trigger?: string } = {},
): Promise<Completing> {
  const bench = await openMarked(marked, files);
  bench.service.client = { ...bench.service.client, snippets };
  const { items } = bench.service.completion(bench.uri, bench.position, trigger);
  checkItems(bench, items);
  const sorted = items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  return { ...bench, items: sorted, labels: sorted.map(({ label }) => label) };
}

/** What holds for all items: they replace a stretch of one line around the cursor, and no two are the same. */
function checkItems({ position }: Bench, items: readonly CompletionItem[]): void {
  const seen = new Set<string>();
  for (const { label, textEdit, kind, sortText, filterText } of items) {
    expect(kind, label).toBeDefined();
    expect(sortText, label).toBeDefined();
    expect(filterText, label).toBeDefined();
    if (textEdit === undefined || !('range' in textEdit)) throw new Error(`${label} has no edit`);
    const { start, end } = textEdit.range;
    expect([start.line, end.line], label).toEqual([position.line, position.line]);
    expect(start.character, label).toBeLessThanOrEqual(position.character);
    expect(end.character, label).toBeGreaterThanOrEqual(position.character);
    const key = `${label}\n${textEdit.newText}`;
    expect(seen.has(key), `${label} stands twice`).toBe(false);
    seen.add(key);
  }
}

/** The item of that label. */
export function itemOf({ items }: Completing, label: string): CompletionItem {
  const item = items.find((candidate) => candidate.label === label);
  if (item === undefined)
    throw new Error(`${label} is not among ${items.map(({ label }) => label).join(', ')}`);
  return item;
}

/** The text after the item of that label was taken, its places filled in with what they begin with. */
export function taken(completing: Completing, label: string): string {
  const { textEdit, insertTextFormat } = itemOf(completing, label);
  if (textEdit === undefined || !('range' in textEdit)) throw new Error(`${label} has no edit`);
  const isSnippet = insertTextFormat === InsertTextFormat.Snippet;
  const newText = isSnippet ? filledIn(textEdit.newText) : textEdit.newText;
  return applyEdits(completing.text, [{ range: textEdit.range, newText }]);
}

/** A snippet as an editor shows it: each place with its default or the first of its choices. */
export function filledIn(text: string): string {
  const defaults = new Map<string, string>();
  const place =
    /\\([\\$}])|\$(\d+)|\$\{(\d+)\}|\$\{(\d+)\|((?:\\.|[^|\\])*)\|\}|\$\{(\d+):((?:\\.|[^}\\])*)\}/g;
  return text.replaceAll(
    place,
    (
      _,
      escaped?: string,
      a?: string,
      b?: string,
      c?: string,
      choices?: string,
      d?: string,
      text?: string,
    ) => {
      if (escaped !== undefined) return escaped;
      const number = a ?? b ?? c ?? d ?? '';
      if (choices !== undefined) {
        const [first = ''] = choices.split(/(?<!\\),/);
        defaults.set(number, first.replaceAll(/\\([\\,|])/g, '$1'));
      } else if (text !== undefined) defaults.set(number, text.replaceAll(/\\([\\$}])/g, '$1'));
      return defaults.get(number) ?? '';
    },
  );
}
