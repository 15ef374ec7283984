/** Ctrl-C between two files and not in the middle of one. */
import { setImmediate } from 'node:timers/promises';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Takes the signals that end a process, from its making to {@link Interruption.end}. */
export class Interruption {
  #signal: (typeof signals)[number] | undefined;
  readonly #listener = (signal: (typeof signals)[number]): void => {
    this.#signal = signal;
  };

  constructor() {
    for (const signal of signals) process.on(signal, this.#listener);
  }

  /** Whether it is time to stop. Signals are only heard while nothing else runs. */
  async isRequested(): Promise<boolean> {
    await setImmediate();
    return this.#signal !== undefined;
  }

  /** Gives the signals back; the one that came ends the process as it would have done. */
  end(): void {
    for (const signal of signals) process.off(signal, this.#listener);
    if (this.#signal !== undefined) process.kill(process.pid, this.#signal);
  }
}
