/** What may be written at a place, and how an editor is told. */
import {
  type CompletionItem,
  type CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
} from 'vscode-languageserver-types';
import type { Span } from '../../../grammar/mof/ast.ts';
import type { Client } from '../../client.ts';
import type { View } from '../../view.ts';
import { hasHoles, plainText, type Snippet, snippetText } from './snippet.ts';

/** What an item is about, so that its documentation can be looked up when it is asked for. */
export type Topic =
  | { readonly about: 'class'; readonly name: string; readonly uri: string }
  | {
      readonly about: 'property';
      readonly name: string;
      readonly className: string;
      readonly uri: string;
    }
  | {
      readonly about: 'qualifier' | 'flavor' | 'pragma' | 'keyword' | 'type' | 'rule' | 'wql';
      readonly name: string;
    };

export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** A few words beside the label. */
  readonly detail?: string | undefined;
  /** What is written; by default the label. A function where it takes time to make. */
  readonly insert?: Snippet | (() => Snippet);
  /** What is compared with the typed text; by default the label. */
  readonly filter?: string;
  /** The lower, the earlier; by default 5. */
  readonly rank?: number;
  readonly topic?: Topic;
  /** What is replaced; by default the word at the place. */
  readonly replace?: Span;
  /** Characters that take the item and are typed behind it. */
  readonly commit?: readonly string[];
}

/** The text that a proposal writes. */
export function insertOf({ insert, label }: Proposal): Snippet {
  return typeof insert === 'function' ? insert() : (insert ?? [label]);
}

/** Where proposals are made for, as far as items depend on it. */
export interface Target {
  readonly view: View;
  readonly client: Client;
  readonly offset: number;
  /** What is replaced where a proposal does not say. */
  readonly word: Span;
}

const DEFAULT_RANK = 5;

/** More items than this help nobody; the editor asks again when more is typed. */
const MOST_ITEMS = 200;

/** A proposal with its place among the others. */
interface Ranked {
  readonly proposal: Proposal;
  readonly sortText: string;
}

/** The items of proposals: the best of them where there are too many. Of two that are the same the first stands. */
export function itemsOf(proposals: readonly Proposal[], target: Target): CompletionList {
  const ranked = proposals.map((proposal) => ({ proposal, sortText: sortText(proposal, target) }));
  const isIncomplete = ranked.length > MOST_ITEMS;
  const best = isIncomplete ? ranked.toSorted(byRank).slice(0, MOST_ITEMS) : ranked;
  const items = new Map<string, CompletionItem>();
  for (const { proposal, sortText } of best) {
    const item = { ...itemOf(proposal, target), sortText };
    const key = `${item.label}\n${item.textEdit?.newText ?? ''}`;
    if (!items.has(key)) items.set(key, item);
  }
  return { isIncomplete, items: [...items.values()] };
}

function byRank(a: Ranked, b: Ranked): number {
  if (a.sortText === b.sortText) return 0;
  return a.sortText < b.sortText ? -1 : 1;
}

function sortText({ replace, ...proposal }: Proposal, { view, offset, word }: Target): string {
  const { label, filter = label, rank = DEFAULT_RANK } = proposal;
  const { start } = replace ?? word;
  const typed = view.source.text.slice(start, Math.max(start, offset));
  return `${closeness(filter, typed)}${String(rank).padStart(2, '0')} ${label.toLowerCase()}`;
}

/** 0 where the text begins as it was typed, 1 where only the case differs, 2 where it has what was typed, else 3. */
function closeness(filter: string, typed: string): 0 | 1 | 2 | 3 {
  if (filter.startsWith(typed)) return 0;
  const at = filter.toLowerCase().indexOf(typed.toLowerCase());
  if (at < 0) return 3;
  return at === 0 ? 1 : 2;
}

function itemOf(proposal: Proposal, { view, client, word }: Target): CompletionItem {
  const { label, kind, detail, topic, commit, replace, filter = label } = proposal;
  const parts = insertOf(proposal);
  const isSnippet = client.snippets && hasHoles(parts);
  return {
    label,
    kind,
    filterText: filter,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: view.rangeOf(replace ?? word),
      newText: isSnippet ? snippetText(parts) : plainText(parts),
    },
    ...(detail !== undefined && { detail }),
    ...(commit !== undefined && { commitCharacters: [...commit] }),
    ...(topic !== undefined && { data: topic }),
  };
}
