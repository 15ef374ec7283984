/** The features of the language service, each as the answer to a request of the protocol. */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentRangesFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
  type TextEdit,
  type WorkspaceEdit,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { RenameError } from '../features/rename.ts';
import type { LanguageService } from '../service.ts';
import type { Abilities } from './abilities.ts';
import { flatSymbols, ofNewestText, versioned } from './for-client.ts';
import { occasionalPause } from './pause.ts';
import { refusal, type Requests } from './requests.ts';
import type { TokenResults } from './token-results.ts';

export interface FeatureContext {
  readonly requests: Requests;
  readonly service: LanguageService;
  readonly abilities: Abilities;
  readonly tokens: TokenResults;
}

/** Answers the requests of all features. */
export function listenForFeatures(context: FeatureContext): void {
  explain(context);
  navigate(context);
  outline(context);
  change(context);
  format(context);
  colour(context);
}

/** What stands somewhere, and what could. */
function explain({ requests, service }: FeatureContext): void {
  requests.on(
    HoverRequest.type,
    { shape: 'position', otherwise: () => null },
    ({ textDocument, position }) => service.hover(textDocument.uri, position),
  );
  requests.on(
    CompletionRequest.type,
    { shape: 'position', otherwise: () => null },
    ({ textDocument, position, context }) =>
      service.completion(textDocument.uri, position, context?.triggerCharacter),
  );
  requests.on(CompletionResolveRequest.type, { shape: 'anything' }, (item) =>
    service.resolveCompletion(item),
  );
  requests.on(
    SignatureHelpRequest.type,
    { shape: 'position', otherwise: () => null },
    ({ textDocument, position }) => service.signatureHelp(textDocument.uri, position),
  );
  requests.on(
    InlayHintRequest.type,
    { shape: 'range', otherwise: () => [] },
    ({ textDocument, range }) => service.inlayHints(textDocument.uri, range),
  );
}

function navigate({ requests, service }: FeatureContext): void {
  requests.on(
    DefinitionRequest.type,
    { shape: 'position', otherwise: () => [] },
    ({ textDocument, position }) => service.definition(textDocument.uri, position),
  );
  requests.on(
    ReferencesRequest.type,
    { shape: 'position', otherwise: () => [] },
    ({ textDocument, position, context }) =>
      service.references(textDocument.uri, position, context.includeDeclaration),
  );
  requests.on(
    DocumentHighlightRequest.type,
    { shape: 'position', otherwise: () => [] },
    ({ textDocument, position }) => service.documentHighlights(textDocument.uri, position),
  );
  requests.on(
    DocumentLinkRequest.type,
    { shape: 'document', otherwise: () => [] },
    ({ textDocument }) => service.documentLinks(textDocument.uri),
  );
  requests.on(
    WorkspaceSymbolRequest.type,
    { shape: 'anything', otherwise: () => [] },
    ({ query }, token) => workspaceSymbols(service, query, token),
  );
}

/** More symbols than these are nobody's to read; a longer query finds the others. */
const MOST_SYMBOLS = 2000;

async function workspaceSymbols(
  service: LanguageService,
  query: string,
  token: CancellationToken,
): Promise<WorkspaceSymbol[]> {
  const found: WorkspaceSymbol[] = [];
  const pause = occasionalPause();
  for (const symbols of service.workspaceSymbolsByFile(query)) {
    found.push(...symbols.slice(0, MOST_SYMBOLS - found.length));
    await pause();
    if (token.isCancellationRequested || found.length >= MOST_SYMBOLS) break;
  }
  return found;
}

function outline({ requests, service, abilities }: FeatureContext): void {
  requests.on(
    DocumentSymbolRequest.type,
    { shape: 'document', otherwise: () => [] },
    ({ textDocument: { uri } }) => {
      const symbols = service.documentSymbols(uri);
      return abilities.symbolTree ? symbols : flatSymbols(uri, symbols);
    },
  );
  requests.on(
    FoldingRangeRequest.type,
    { shape: 'document', otherwise: () => [] },
    ({ textDocument }) => service.foldingRanges(textDocument.uri),
  );
  requests.on(
    SelectionRangeRequest.type,
    { shape: 'document', otherwise: () => [] },
    ({ textDocument, positions }) => service.selectionRanges(textDocument.uri, positions),
  );
  requests.on(
    CodeLensRequest.type,
    { shape: 'document', otherwise: () => [] },
    ({ textDocument }) => service.codeLenses(textDocument.uri),
  );
}

function change({ requests, service, abilities }: FeatureContext): void {
  const forClient = (edit: WorkspaceEdit): WorkspaceEdit =>
    abilities.documentChanges ? versioned(edit, service.workspace) : edit;
  const actionForClient = (action: CodeAction): CodeAction =>
    action.edit === undefined ? action : { ...action, edit: forClient(action.edit) };
  requests.on(
    CodeActionRequest.type,
    { shape: 'range', otherwise: () => [] },
    ({ textDocument, range, context }) => {
      const given = { ...context, diagnostics: context?.diagnostics ?? [] };
      const actions = service.codeActions(textDocument.uri, range, given);
      return actions.map((action) =>
        actionForClient(abilities.codeActionResolve ? action : service.resolveCodeAction(action)),
      );
    },
  );
  requests.on(CodeActionResolveRequest.type, { shape: 'anything' }, (action) =>
    actionForClient(service.resolveCodeAction(action)),
  );
  requests.on(
    PrepareRenameRequest.type,
    { shape: 'position', otherwise: () => null },
    ({ textDocument, position }) => service.prepareRename(textDocument.uri, position),
  );
  requests.on(RenameRequest.type, { shape: 'position' }, ({ textDocument, position, newName }) => {
    try {
      const edit = service.rename(textDocument.uri, position, newName);
      return edit && forClient(edit);
    } catch (error) {
      throw error instanceof RenameError ? refusal(error.message) : error;
    }
  });
}

function format({ requests, service }: FeatureContext): void {
  requests.on(
    DocumentFormattingRequest.type,
    { shape: 'document' },
    ({ textDocument: { uri }, options }) =>
      ofNewestText(service.workspace, uri, () => service.formatDocument(uri, options)),
  );
  requests.on(
    DocumentRangeFormattingRequest.type,
    { shape: 'range' },
    ({ textDocument: { uri }, range, options }) =>
      ofNewestText(service.workspace, uri, () => service.formatRange(uri, range, options)),
  );
  requests.on(
    DocumentRangesFormattingRequest.type,
    { shape: 'document' },
    ({ textDocument: { uri }, ranges, options }) =>
      ofNewestText(service.workspace, uri, async () => {
        const all = ranges.map((range) => service.formatRange(uri, range, options));
        return withoutRepetitions((await Promise.all(all)).flat());
      }),
  );
  requests.on(
    DocumentOnTypeFormattingRequest.type,
    { shape: 'position', otherwise: () => null },
    ({ textDocument: { uri }, position, ch, options }) =>
      ofNewestText(service.workspace, uri, () => service.formatOnType(uri, position, ch, options)),
  );
}

/** Two ranges may lie in one declaration, which is formatted for each of them. */
function withoutRepetitions(edits: readonly TextEdit[]): TextEdit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit.range), edit])).values()];
}

function colour({ requests, service, tokens }: FeatureContext): void {
  requests.on(
    SemanticTokensRequest.type,
    { shape: 'document', otherwise: () => null },
    ({ textDocument: { uri } }) => tokens.full(uri, service.semanticTokens(uri)),
  );
  requests.on(
    SemanticTokensDeltaRequest.type,
    { shape: 'document', otherwise: () => null },
    ({ textDocument: { uri }, previousResultId }) =>
      tokens.delta(uri, previousResultId, service.semanticTokens(uri)),
  );
  requests.on(
    SemanticTokensRangeRequest.type,
    { shape: 'range', otherwise: () => null },
    ({ textDocument, range }) => service.semanticTokens(textDocument.uri, range),
  );
}
