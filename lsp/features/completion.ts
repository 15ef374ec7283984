/** What can be written at a position. */
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import { type Client, fullClient } from '../client.ts';
import type { View } from '../view.ts';
import { itemsOf } from './completion/proposal.ts';
import { proposalsAt } from './completion/proposals.ts';
import { documentationOf, isTopic } from './completion/topics.ts';
import { Typing } from './completion/typing.ts';

/** How the editor asks. */
export interface CompletionRequest {
  readonly client?: Client;
  /** The character that was typed, where the editor asks because of it. */
  readonly trigger?: string | undefined;
}

/** What can be written at a position, also in a broken file. */
export function completion(
  view: View,
  position: Position,
  { client = fullClient, trigger }: CompletionRequest = {},
): CompletionList {
  const typing = new Typing(view, view.offsetAt(position));
  const { offset, word } = typing.cursor;
  return itemsOf(proposalsAt(typing, trigger), { view, client, offset, word });
}

/** Adds what takes time to a chosen item: its documentation. */
export function resolveCompletion(
  item: CompletionItem,
  viewOf: (uri: string) => View | undefined,
): CompletionItem {
  const topic: unknown = item.data;
  const value = isTopic(topic) ? documentationOf(topic, viewOf) : undefined;
  return value === undefined ? item : { ...item, documentation: { kind: 'markdown', value } };
}
