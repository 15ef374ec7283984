/** What the client can do, as far as the server depends on it. */
import type { InitializeParams } from 'vscode-languageserver';

export interface Abilities {
  /** Asks for diagnostics itself; others are sent them. */
  readonly pullsDiagnostics: boolean;
  /** Takes the diagnostics of other documents along with those that it asks for. */
  readonly relatedDocuments: boolean;
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** Wants to be told that changes of the configuration are of interest. */
  readonly configurationRegistration: boolean;
  /** Watches the files that it is asked to watch. */
  readonly watching: boolean;
  readonly progress: boolean;
  readonly showDocument: boolean;
  /** Takes edits together with the versions of the documents that they are for. */
  readonly documentChanges: boolean;
  readonly codeActions: boolean;
  /** Asks for the edit of an action once the user has chosen it. */
  readonly codeActionResolve: boolean;
  readonly snippets: boolean;
  /** Colours keywords, literals and comments itself, and takes semantic tokens on top. */
  readonly coloursSyntax: boolean;
  readonly prepareRename: boolean;
  /** Shows symbols with members; others get a flat list. */
  readonly symbolTree: boolean;
  /** Formats several ranges at once. */
  readonly severalRanges: boolean;
  /** What the client asks for again when told to. */
  readonly refresh: {
    readonly diagnostics: boolean;
    readonly semanticTokens: boolean;
    readonly inlayHints: boolean;
    readonly codeLenses: boolean;
  };
}

/** Reads the abilities off the first message; what it does not say, the client cannot do. */
export function abilitiesOf({ capabilities }: InitializeParams): Abilities {
  const { textDocument, workspace, window } = capabilities;
  const resolvable = textDocument?.codeAction?.resolveSupport?.properties ?? [];
  return {
    pullsDiagnostics: isGiven(textDocument?.diagnostic),
    relatedDocuments: textDocument?.diagnostic?.relatedDocumentSupport === true,
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    progress: window?.workDoneProgress === true,
    showDocument: window?.showDocument?.support === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    codeActions: isGiven(textDocument?.codeAction?.codeActionLiteralSupport),
    codeActionResolve:
      resolvable.includes('edit') && textDocument?.codeAction?.dataSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    coloursSyntax: textDocument?.semanticTokens?.augmentsSyntaxTokens === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    severalRanges: textDocument?.rangeFormatting?.rangesSupport === true,
    refresh: {
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      codeLenses: workspace?.codeLens?.refreshSupport === true,
    },
  };
}

/** Some clients say null of what they do not have. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
