/** The language server: wires a connection to the language service. It knows no process; main.ts does. */
import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Environment } from './environment.ts';
import { Requests } from './server/requests.ts';
import { beginSession } from './server/session.ts';

/** A server at work. */
export interface RunningServer {
  /** Whether the client has said goodbye, so that the end is no accident. */
  readonly isShutDown: boolean;
  /** Tells the client's log about something that nobody has foreseen. */
  readonly report: (error: unknown) => void;
}

/** Serves a client until its end. The connection is new; whoever made it ends the process with it. */
export function startServer(connection: Connection, environment: Environment): RunningServer {
  const requests = new Requests(connection);
  // Nothing is answered before the client has introduced itself.
  const early = connection.onRequest((method: string) => tooEarly(method));
  connection.onInitialize((params) => {
    if (requests.phase !== 'new') {
      return new ResponseError(ErrorCodes.InvalidRequest, 'initialize came before.');
    }
    const result = beginSession(connection, environment, requests, params);
    requests.phase = 'initialized';
    early.dispose();
    return result;
  });
  connection.onShutdown(() => {
    if (requests.phase === 'new') return tooEarly('shutdown');
    if (requests.phase === 'shut-down') {
      return new ResponseError(ErrorCodes.InvalidRequest, 'shutdown came before.');
    }
    requests.phase = 'shut-down';
    return undefined;
  });
  connection.listen();
  return {
    get isShutDown() {
      return requests.phase === 'shut-down';
    },
    report: (error) => requests.report('mofsec', undefined, error),
  };
}

function tooEarly(method: string): ResponseError {
  return new ResponseError(ErrorCodes.ServerNotInitialized, `${method} came before initialize.`);
}
