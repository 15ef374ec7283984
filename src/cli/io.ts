/** What a command sees of the process it runs in, so that a test can be the process. */

export interface OutputStream {
  /** Bytes are a file in its own encoding; messages are text. */
  readonly write: (content: string | Uint8Array) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Io {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** The absolute path of the folder where the user stands. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * `clean`: nothing found. `findings`: errors or warnings. `failure`: wrong usage, an unreadable
 * file, a crash.
 */
export const exitCodes = { clean: 0, findings: 1, failure: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
