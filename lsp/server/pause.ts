/** Lets the server hear what the client has sent in the meantime. */
import { RAL } from 'vscode-languageserver';

/** Goes on when the messages that have arrived are in the queue, cancellations among them. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    RAL().timer.setImmediate(resolve);
  });
}

/** Work goes on so long, in milliseconds, until others have their turn: nobody notices so little. */
const TURN = 8;

/** A pause for loops over many files: it takes one only where the last is some time ago. */
export function occasionalPause(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < TURN) return;
    await pause();
    last = performance.now();
  };
}
