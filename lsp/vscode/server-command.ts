/** Which server to start: the one in the extension, or one of the user's. */

export type ServerCommand =
  /** A file for Node. */
  | { readonly kind: 'module'; readonly module: string; readonly args: readonly string[] }
  /** A program; `shell` where only a shell can start it. */
  | {
      readonly kind: 'program';
      readonly program: string;
      readonly args: readonly string[];
      readonly shell: boolean;
    };

export interface Surroundings {
  /** The setting `mofsec.path`. */
  readonly path: string;
  /** The server in the extension. */
  readonly bundled: string;
  /** The first folder that is open. */
  readonly folder: string | undefined;
  readonly platform: NodeJS.Platform;
}

/** The command without `--stdio`, which the client adds. */
export function serverCommand({ path, bundled, folder, platform }: Surroundings): ServerCommand {
  const own = path.trim().replaceAll('${workspaceFolder}', () => folder ?? '');
  if (own === '') return { kind: 'module', module: bundled, args: [] };
  if (/\.[cm]?js$/i.test(own)) return { kind: 'module', module: own, args: ['lsp'] };
  // npm's commands are scripts on Windows: the bare name, or one that ends in .cmd.
  const shell = platform === 'win32' && !/\.exe$/i.test(own);
  return { kind: 'program', program: shell ? `"${own}"` : own, args: ['lsp'], shell };
}
