/** Answers in the form that a client takes them in. */
import type {
  DocumentSymbol,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Workspace } from '../workspace.ts';

/** An edit together with the versions of the open documents that it is for, so that none is applied to others. */
export function versioned(
  { changes = {}, ...rest }: WorkspaceEdit,
  workspace: Workspace,
): WorkspaceEdit {
  const documentChanges: TextDocumentEdit[] = Object.entries(changes).map(([uri, edits]) => ({
    textDocument: { uri, version: workspace.document(uri)?.version ?? null },
    edits,
  }));
  return { ...rest, documentChanges };
}

/** What takes a while to make is made again where the text of the document has changed in the meantime. */
export async function ofNewestText<Answer>(
  workspace: Workspace,
  uri: string,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const version = workspace.document(uri)?.version;
  const answer = await make();
  return workspace.document(uri)?.version === version
    ? answer
    : await ofNewestText(workspace, uri, make);
}

/** A tree of symbols as a list in the order of the text. */
export function flatSymbols(
  uri: string,
  symbols: readonly DocumentSymbol[],
  containerName?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flatSymbols(uri, children, name),
  ]);
}
