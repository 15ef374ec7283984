/** Documents that the client opens, changes and closes. */
import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import type { LanguageService } from '../service.ts';
import { isRange, type Requests } from './requests.ts';

export interface DocumentHandlers {
  readonly opened: (uri: string) => void;
  readonly changed: (uri: string) => void;
  readonly closed: (uri: string) => void;
}

/** Keeps the service's documents as the client's are. */
export function listenForDocuments(
  requests: Requests,
  { workspace }: LanguageService,
  handlers: DocumentHandlers,
): void {
  requests.onNotification(
    DidOpenTextDocumentNotification.type,
    'document',
    ({ textDocument: { uri, languageId, version, text } }) => {
      if (typeof text !== 'string') throw new TypeError('the document has no text');
      workspace.open(uri, languageId, version, text);
      handlers.opened(uri);
    },
  );
  requests.onNotification(
    DidChangeTextDocumentNotification.type,
    'document',
    ({ textDocument: { uri, version }, contentChanges }) => {
      // A change that was half applied would leave a text that nobody has.
      if (!contentChanges.every(isApplicable)) throw new TypeError('a change is malformed');
      workspace.change(uri, version, contentChanges);
      handlers.changed(uri);
    },
  );
  requests.onNotification(
    DidCloseTextDocumentNotification.type,
    'document',
    ({ textDocument: { uri } }) => {
      workspace.close(uri);
      handlers.closed(uri);
    },
  );
}

function isApplicable(change: TextDocumentContentChangeEvent): boolean {
  return typeof change.text === 'string' && (!('range' in change) || isRange(change.range));
}
