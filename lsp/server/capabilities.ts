/** What the server offers to a client. */
import {
  type FileOperationRegistrationOptions,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { codeActionKinds } from '../features/code-actions.ts';
import { explainRuleCommand } from '../features/code-actions/explain.ts';
import { diagnosticSource } from '../features/diagnostics.ts';
import { semanticTokensLegend } from '../features/semantic-tokens.ts';
import type { Abilities } from './abilities.ts';

/** The files that the server reads. Patterns of watched files mind the case, but the files of Windows do not. */
export const watchedFiles: readonly string[] = ['**/*.[mM][oO][fF]', '**/*.[mM][fF][lL]'];

/** Files of MOF, and folders, which may hold some. */
const fileOperations: FileOperationRegistrationOptions = {
  filters: [
    { scheme: 'file', pattern: { glob: '**/*.{mof,mfl}', options: { ignoreCase: true } } },
    { scheme: 'file', pattern: { glob: '**', matches: 'folder' } },
  ],
};

/**
 * The capabilities for a client of some abilities.
 *
 * @param clientCommands commands that the client has itself
 */
export function serverCapabilities(
  abilities: Abilities,
  clientCommands: ReadonlySet<string>,
): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: {
      triggerCharacters: ['$', '"', "'", '#', '[', '(', '{', ':', '.', '=', ',', ';', '%', '\\'],
      resolveProvider: true,
    },
    signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: [','] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: abilities.prepareRename ? { prepareProvider: true } : true,
    documentSymbolProvider: { label: diagnosticSource },
    workspaceSymbolProvider: true,
    ...(abilities.codeActions && {
      codeActionProvider: {
        codeActionKinds: [...codeActionKinds],
        resolveProvider: abilities.codeActionResolve,
      },
    }),
    codeLensProvider: {},
    documentLinkProvider: {},
    inlayHintProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: abilities.severalRanges ? { rangesSupport: true } : true,
    // Behind the last character of a declaration.
    documentOnTypeFormattingProvider: { firstTriggerCharacter: ';' },
    semanticTokensProvider: {
      legend: semanticTokensLegend,
      full: { delta: true },
      range: true,
    },
    executeCommandProvider: {
      commands: [explainRuleCommand].filter((command) => !clientCommands.has(command)),
    },
    ...(abilities.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: diagnosticSource,
        interFileDependencies: true,
        workspaceDiagnostics: true,
      },
    }),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        willRename: fileOperations,
        didRename: fileOperations,
        // Of a folder that is deleted, the watchers of its files may hear nothing.
        didDelete: fileOperations,
      },
    },
  };
}
