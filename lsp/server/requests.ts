/** How requests and notifications are answered: never by a crash, and never when nobody waits any more. */
import {
  CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type ProtocolNotificationType,
  type ProtocolRequestType,
  ResponseError,
} from 'vscode-languageserver';
import { pause } from './pause.ts';

/** The states of a server, in their order. */
export type Phase = 'new' | 'initialized' | 'shut-down';

/** What a message must bring along; everything else is optional to those who read it. */
export type Shape = 'anything' | 'document' | 'position' | 'range';

export interface RequestOptions<Result> {
  readonly shape: Shape;
  /** The answer where something goes wrong; without it, the client is told and shows an error to its user. */
  readonly otherwise?: () => Result;
}

export class Requests {
  phase: Phase = 'new';
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Answers a request. What goes wrong is told to the client's log. */
  on<P, R, PR, E, RO>(
    type: ProtocolRequestType<P, R, PR, E, RO>,
    { shape, otherwise }: RequestOptions<R>,
    answer: (params: P, token: CancellationToken) => R | Promise<R>,
  ): void {
    const { method } = type;
    this.#connection.onRequest<unknown, unknown>(
      method,
      async (...received: readonly unknown[]) => {
        const token = received.findLast(CancellationToken.is) ?? CancellationToken.None;
        // Whoever reads them has named their shape, and answers for what is optional.
        const params = received.find((value) => value !== token) as P;
        const objection = this.#objection(method, params, shape);
        if (objection !== undefined) return objection;
        // What the client has sent since then may cancel the request, or change the document.
        await pause();
        if (token.isCancellationRequested) return cancelled();
        try {
          const result = await answer(params, token);
          return token.isCancellationRequested ? cancelled() : result;
        } catch (error) {
          if (error instanceof ResponseError) return error;
          this.report(method, params, error);
          return otherwise === undefined ? defect(error) : otherwise();
        }
      },
    );
  }

  /** Takes a notification in. One that makes no sense, or comes too early or too late, is dropped. */
  onNotification<P, RO>(
    type: ProtocolNotificationType<P, RO>,
    shape: Shape,
    take: (params: P) => void | Promise<void>,
  ): void {
    this.#connection.onNotification(type, async (params: P) => {
      if (this.phase !== 'initialized') return;
      const objection = objectionTo(params, shape);
      if (objection !== undefined) {
        this.#connection.console.warn(`${type.method} is not understood: ${objection}`);
        return;
      }
      try {
        await take(params);
      } catch (error) {
        this.report(type.method, params, error);
      }
    });
  }

  /** Runs work that nobody waits for. */
  inBackground(what: string, work: () => Promise<void>): void {
    work().catch((error: unknown) => this.report(what, undefined, error));
  }

  /** Tells the client's log what went wrong, where, and in which function. */
  report(what: string, params: unknown, error: unknown): void {
    // After the end there is nobody to tell.
    if (error instanceof ResponseError || this.phase === 'shut-down') return;
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    try {
      this.#connection.console.error(
        `${what}${placeOf(params)} failed. This is a defect of mofsec; please report it together with the file.\n${stack}`,
      );
    } catch {
      // The connection is closed: nobody is there any more.
    }
  }

  #objection(method: string, params: unknown, shape: Shape): ResponseError | undefined {
    if (this.phase === 'new') {
      return new ResponseError(
        ErrorCodes.ServerNotInitialized,
        `${method} came before initialize.`,
      );
    }
    if (this.phase === 'shut-down') {
      return new ResponseError(ErrorCodes.InvalidRequest, `${method} came after shutdown.`);
    }
    const message = objectionTo(params, shape);
    return message === undefined
      ? undefined
      : new ResponseError(ErrorCodes.InvalidParams, `${method} is not understood: ${message}`);
  }
}

/** The error of a request that the user's own input does not allow; the client shows it. */
export function refusal(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

function defect(error: unknown): ResponseError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ResponseError(ErrorCodes.InternalError, `mofsec failed: ${reason}`);
}

function objectionTo(params: unknown, shape: Shape): string | undefined {
  if (shape === 'anything') return undefined;
  if (!isObject(params)) return 'it has no parameters.';
  if (!hasDocument(params)) return 'it names no document.';
  if (shape === 'position' && !('position' in params && isPosition(params.position))) {
    return 'it names no position.';
  }
  if (shape === 'range' && !('range' in params && isRange(params.range))) {
    return 'it names no range.';
  }
  return undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function hasDocument(
  params: object,
): params is { readonly textDocument: { readonly uri: string } } {
  if (!('textDocument' in params) || !isObject(params.textDocument)) return false;
  return 'uri' in params.textDocument && typeof params.textDocument.uri === 'string';
}

function isPosition(
  value: unknown,
): value is { readonly line: number; readonly character: number } {
  if (!isObject(value) || !('line' in value) || !('character' in value)) return false;
  return Number.isInteger(value.line) && Number.isInteger(value.character);
}

/** Whether a value is a range of the protocol. */
export function isRange(value: unknown): boolean {
  if (!isObject(value) || !('start' in value) || !('end' in value)) return false;
  return isPosition(value.start) && isPosition(value.end);
}

/** ` of file:///a.mof at 3:14`, as far as a message says so. */
function placeOf(params: unknown): string {
  if (!isObject(params) || !hasDocument(params)) return '';
  const { uri } = params.textDocument;
  const position = 'position' in params ? params.position : undefined;
  const where = isPosition(position) ? ` at ${position.line + 1}:${position.character + 1}` : '';
  return ` of ${uri}${where}`;
}
