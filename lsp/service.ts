/**
 * The language service: every feature of the editor as a function of open documents, a place, and nothing else. It
 * knows no connection and no process, so that a test, a worker in a browser and the server use it alike.
 */
import type {
  CodeAction,
  CodeActionContext,
  CodeLens,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  FormattingOptions,
  Hover,
  InlayHint,
  Location,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { type Client, fullClient } from './client.ts';
import type { Environment } from './environment.ts';
import { codeActions, resolveCodeAction } from './features/code-actions.ts';
import { documentOf } from './features/code-actions/fix-all.ts';
import { codeLenses } from './features/code-lens.ts';
import { completion, resolveCompletion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { diagnosticsOf } from './features/diagnostics.ts';
import { documentLinks } from './features/document-links.ts';
import { type FileRename, renameIncludes } from './features/file-rename.ts';
import { formatDocument, formatOnType, formatRange } from './features/formatting.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlay-hints.ts';
import { foldingRanges, selectionRanges } from './features/ranges.ts';
import { documentHighlights, references } from './features/references.ts';
import { prepareRename, rename } from './features/rename.ts';
import { semanticTokens } from './features/semantic-tokens.ts';
import { signatureHelp } from './features/signature-help.ts';
import { documentSymbols, workspaceSymbols } from './features/symbols.ts';
import type { View } from './view.ts';
import { Workspace } from './workspace.ts';

export class LanguageService {
  /** The documents that are open, and the folders around them. */
  readonly workspace: Workspace;
  /** What the editor can do, which it says when it connects. */
  client: Client = fullClient;

  constructor(environment: Environment) {
    this.workspace = new Workspace(environment);
  }

  diagnostics(uri: string): Diagnostic[] {
    return this.#ask(uri, diagnosticsOf, []);
  }

  codeActions(uri: string, range: Range, context: CodeActionContext): CodeAction[] {
    return this.#ask(uri, (view) => codeActions(view, range, context), []);
  }

  /** Adds the edit to an action that was given without one. */
  resolveCodeAction(action: CodeAction): CodeAction {
    const uri = documentOf(action);
    return uri === undefined
      ? action
      : this.#ask(uri, (view) => resolveCodeAction(view, action), action);
  }

  hover(uri: string, position: Position): Hover | null {
    return this.#ask(uri, (view) => hover(view, position), null);
  }

  inlayHints(uri: string, range: Range): InlayHint[] {
    return this.#ask(uri, (view) => inlayHints(view, range), []);
  }

  /** `trigger` is the character that made the editor ask. */
  completion(uri: string, position: Position, trigger?: string): CompletionList {
    const none: CompletionList = { isIncomplete: false, items: [] };
    const { client } = this;
    return this.#ask(uri, (view) => completion(view, position, { client, trigger }), none);
  }

  resolveCompletion(item: CompletionItem): CompletionItem {
    return resolveCompletion(item, (uri) => this.workspace.view(uri));
  }

  signatureHelp(uri: string, position: Position): SignatureHelp | null {
    return this.#ask(uri, (view) => signatureHelp(view, position), null);
  }

  definition(uri: string, position: Position): Location[] {
    return this.#ask(uri, (view) => definition(view, position), []);
  }

  references(uri: string, position: Position, includeDeclaration: boolean): Location[] {
    return this.#ask(uri, (view) => references(view, position, includeDeclaration), []);
  }

  documentHighlights(uri: string, position: Position): DocumentHighlight[] {
    return this.#ask(uri, (view) => documentHighlights(view, position), []);
  }

  prepareRename(uri: string, position: Position): { range: Range; placeholder: string } | null {
    return this.#ask(uri, (view) => prepareRename(view, position), null);
  }

  rename(uri: string, position: Position, newName: string): WorkspaceEdit | null {
    return this.#ask(uri, (view) => rename(view, position, newName), null);
  }

  /** What must change in files, before others get new names. */
  willRenameFiles(renames: readonly FileRename[]): WorkspaceEdit | null {
    return renameIncludes(this.workspace.projects, renames);
  }

  documentSymbols(uri: string): DocumentSymbol[] {
    return this.#ask(uri, documentSymbols, []);
  }

  workspaceSymbols(query: string): WorkspaceSymbol[] {
    return [...this.workspaceSymbolsByFile(query)].flat();
  }

  /** The same file by file, for those who let others have their turn in between. */
  *workspaceSymbolsByFile(query: string): Generator<WorkspaceSymbol[]> {
    // A folder may lie in another one: its files are known twice.
    const seen = new Set<string>();
    for (const project of this.workspace.projects) {
      for (const path of project.paths) {
        const view = project.view(path);
        if (view === undefined || seen.has(view.uri)) continue;
        seen.add(view.uri);
        yield workspaceSymbols([view], query);
      }
    }
  }

  foldingRanges(uri: string): FoldingRange[] {
    return this.#ask(uri, foldingRanges, []);
  }

  selectionRanges(uri: string, positions: readonly Position[]): SelectionRange[] {
    return this.#ask(uri, (view) => selectionRanges(view, positions), []);
  }

  semanticTokens(uri: string, range?: Range): SemanticTokens {
    return this.#ask(uri, (view) => semanticTokens(view, this.client, range), { data: [] });
  }

  documentLinks(uri: string): DocumentLink[] {
    return this.#ask(uri, documentLinks, []);
  }

  codeLenses(uri: string): CodeLens[] {
    return this.#ask(uri, codeLenses, []);
  }

  formatDocument(uri: string, options: FormattingOptions): Promise<TextEdit[]> {
    return this.#ask(uri, (view) => formatDocument(view, options), Promise.resolve([]));
  }

  formatRange(uri: string, range: Range, options: FormattingOptions): Promise<TextEdit[]> {
    return this.#ask(uri, (view) => formatRange(view, range, options), Promise.resolve([]));
  }

  formatOnType(
    uri: string,
    position: Position,
    character: string,
    options: FormattingOptions,
  ): Promise<TextEdit[]> {
    return this.#ask(
      uri,
      (view) => formatOnType(view, position, character, options),
      Promise.resolve([]),
    );
  }

  /** An answer about a file, or that there is none where the file cannot be read. */
  #ask<Answer>(uri: string, answer: (view: View) => Answer, none: Answer): Answer {
    const view = this.workspace.view(uri);
    return view === undefined ? none : answer(view);
  }
}
