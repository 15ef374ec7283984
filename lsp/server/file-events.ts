/** What happens to files outside of the editor's documents. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidDeleteFilesNotification,
  DidRenameFilesNotification,
  type FileEvent,
  FileChangeType,
  WillRenameFilesRequest,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import type { Project } from '../project.ts';
import type { LanguageService } from '../service.ts';
import { isUri } from '../uris.ts';
import type { Abilities } from './abilities.ts';
import { watchedFiles } from './capabilities.ts';
import type { Requests } from './requests.ts';

export interface FileEventHandlers {
  /** Folders have come or gone. */
  readonly foldersChanged: (added: readonly Project[]) => void;
  /** Files have changed; those folders may hold others than before. */
  readonly filesChanged: (toIndex: readonly Project[]) => void;
}

/** Takes in what the client tells about files and folders. */
export function listenForFiles(
  requests: Requests,
  service: LanguageService,
  { foldersChanged, filesChanged }: FileEventHandlers,
): void {
  const { workspace } = service;
  requests.onNotification(
    DidChangeWorkspaceFoldersNotification.type,
    'anything',
    ({ event: { added, removed } }) => {
      for (const { uri } of removed) workspace.removeFolder(uri);
      foldersChanged(addFolders(service, added));
    },
  );
  requests.onNotification(DidChangeWatchedFilesNotification.type, 'anything', ({ changes }) =>
    filesChanged(refresh(service, changes)),
  );
  requests.on(
    WillRenameFilesRequest.type,
    { shape: 'anything', otherwise: () => null },
    ({ files }) => service.willRenameFiles(files),
  );
  requests.onNotification(DidRenameFilesNotification.type, 'anything', ({ files }) => {
    const uris = files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]);
    filesChanged(foldersOf(service, uris));
  });
  requests.onNotification(DidDeleteFilesNotification.type, 'anything', ({ files }) => {
    const uris = files.map(({ uri }) => uri);
    filesChanged(foldersOf(service, uris));
  });
}

/** Asks the client to watch the files, where it can. */
export async function watchFiles(connection: Connection, abilities: Abilities): Promise<void> {
  if (!abilities.watching) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: watchedFiles.map((globPattern) => ({ globPattern })),
  });
}

/** Opens folders; those that were open already, or have no usable URI, are left out. */
export function addFolders(
  { workspace }: LanguageService,
  folders: readonly Pick<WorkspaceFolder, 'uri'>[],
): readonly Project[] {
  const before = new Set(workspace.folders);
  return folders
    .filter(({ uri }) => isUri(uri))
    .map(({ uri }) => workspace.addFolder(uri))
    .filter((project) => !before.has(project));
}

/** Reads known files again. Unknown ones may be none of ours (ignored files), which only a search can tell. */
function refresh(service: LanguageService, changes: readonly FileEvent[]): readonly Project[] {
  const { workspace } = service;
  const toIndex = new Set<Project>();
  for (const { uri, type } of changes) {
    for (const { project, path } of workspace.locations(uri)) {
      if (project.knows(path)) project.refresh([path]);
      else if (type !== FileChangeType.Deleted) toIndex.add(project);
    }
  }
  return workspace.folders.filter((project) => toIndex.has(project));
}

function foldersOf({ workspace }: LanguageService, uris: readonly string[]): readonly Project[] {
  const found = new Set(
    uris.flatMap((uri) => workspace.locations(uri)).map(({ project }) => project),
  );
  return workspace.folders.filter((project) => found.has(project));
}
