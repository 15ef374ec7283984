/** The language client: which server it starts, and which documents it tells it about. */
import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { clientCommands } from './command-names.ts';
import { type ServerCommand, serverCommand } from './server-command.ts';
import { isFormattingEnabled, serverPath } from './settings.ts';
import { rulePages } from './virtual-uri.ts';

/** The part of the client that commands need. */
export interface Server {
  readonly isRunning: () => boolean;
  /** Rejects where the server is not running or does not know the request. */
  readonly request: (method: string, params: object) => Promise<unknown>;
}

/** Makes a client that is not started yet. `bundled` is the file of the server in the extension. */
export function createClient(bundled: string, output: vscode.LogOutputChannel): LanguageClient {
  const command = serverCommand({
    path: serverPath(),
    bundled,
    folder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
    platform: process.platform,
  });
  return new LanguageClient('mofsec', 'mofsec', serverOptions(command), clientOptions(output));
}

function serverOptions(command: ServerCommand): ServerOptions {
  const args = [...command.args];
  switch (command.kind) {
    case 'module':
      return { module: command.module, args, transport: TransportKind.stdio };
    case 'program': {
      const { program, shell } = command;
      return { command: program, args, transport: TransportKind.stdio, options: { shell } };
    }
  }
}

function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    // Not what the extension shows itself: its documents are made of others.
    documentSelector: ['file', 'untitled'].map((scheme) => ({ scheme, language: 'mof' })),
    outputChannel: output,
    diagnosticCollectionName: 'mofsec',
    // The extension carries them out itself, and shows the pages of rules as documents of its own.
    initializationOptions: { clientCommands, rulePages },
    middleware: {
      provideDocumentFormattingEdits: (document, options, token, next) =>
        isFormattingEnabled(document) ? next(document, options, token) : undefined,
      provideDocumentRangeFormattingEdits: (document, range, options, token, next) =>
        isFormattingEnabled(document) ? next(document, range, options, token) : undefined,
      provideOnTypeFormattingEdits: (document, position, key, options, token, next) =>
        isFormattingEnabled(document) ? next(document, position, key, options, token) : undefined,
    },
  };
}
