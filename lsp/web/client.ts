/** The page's side of the worker: every question is a promise. */
import type { Answer, Method, Question, Requests } from './protocol.ts';

type Result<M extends Method> = Awaited<ReturnType<Requests[M]>>;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class Client {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#settle(data));
    worker.addEventListener('error', ({ message }) => this.#fail(message));
  }

  /** Asks the worker. Questions are answered in their order. */
  ask<M extends Method>(method: M, ...args: Parameters<Requests[M]>): Promise<Result<M>> {
    const question: Question = { id: this.#next++, method, args };
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(question.id, { resolve, reject });
      this.#worker.postMessage(question);
    }) as Promise<Result<M>>;
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.result);
  }

  #fail(message: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(message));
    this.#waiting.clear();
  }
}
