/** What the first message says beside the abilities of the client. */
import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Environment } from '../environment.ts';

/** The folders that are open; clients of different age have different words for them. */
export function foldersOf(params: InitializeParams): readonly Pick<WorkspaceFolder, 'uri'>[] {
  // The older words are what older clients say, whatever the protocol says about them now.
  const { workspaceFolders, rootUri, rootPath }: Partial<InitializeParams> = params;
  if (workspaceFolders !== undefined && workspaceFolders !== null) return workspaceFolders;
  if (typeof rootUri === 'string') return [{ uri: rootUri }];
  return typeof rootPath === 'string' ? [{ uri: URI.file(rootPath).toString() }] : [];
}

/** The commands that the client has itself, as its options say: `{ clientCommands: [...] }`. */
export function clientCommandsOf(options: unknown): ReadonlySet<string> {
  if (typeof options !== 'object' || options === null || !('clientCommands' in options)) {
    return new Set();
  }
  const { clientCommands } = options;
  const commands: readonly unknown[] = Array.isArray(clientCommands) ? clientCommands : [];
  return new Set(commands.filter((command) => typeof command === 'string'));
}

/** With the client's own pages of the rules, where its options have some: `{ rulePages: 'scheme:/path/*.md' }`. */
export function withPagesOf(options: unknown, environment: Environment): Environment {
  if (typeof options !== 'object' || options === null || !('rulePages' in options)) {
    return environment;
  }
  const { rulePages } = options;
  if (typeof rulePages !== 'string') return environment;
  return { ...environment, rulePage: (rule) => rulePages.replace('*', () => rule) };
}
