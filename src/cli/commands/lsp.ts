/** `mofsec lsp`: the language server, in this process. */
import { exitCodes, type ExitCode } from '../io.ts';
import { errorCode, UserError } from '../user-error.ts';

/** What the user may say about how the editor talks to the server; the server reads the arguments itself. */
export interface LspOptions {
  readonly stdio?: boolean;
  readonly nodeIpc?: boolean;
  readonly socket?: string;
  readonly pipe?: string;
}

/** The server, where the build puts it: beside the folder of this command's own piece. */
const builtServer = new URL('../lsp.js', import.meta.url);

/** Starts the server, which ends the process with its client. */
export async function lsp(options: LspOptions): Promise<ExitCode> {
  const { stdio = false, nodeIpc = false, socket, pipe } = options;
  const transports = [stdio, nodeIpc, socket !== undefined, pipe !== undefined];
  if (transports.filter(Boolean).length !== 1) {
    throw new UserError('say how the editor talks to the server, and say it once: --stdio');
  }
  if (socket !== undefined && !isPort(socket)) {
    throw new UserError(`--socket ${socket} is no port: write a number from 1 to 65535`);
  }
  try {
    await import(builtServer.href);
  } catch (error) {
    if (errorCode(error) !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UserError('the language server is not built: run npm run build');
  }
  return exitCodes.clean;
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
