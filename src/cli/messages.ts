/** What mofsec says about itself, on stderr. */
import { escapeControls } from '../diagnostics/escape.ts';
import type { Io } from './io.ts';

/** `mofsec: message`, on one line of its own, safe to print. */
export function complain(io: Pick<Io, 'stderr'>, message: string): void {
  io.stderr.write(`mofsec: ${escapeControls(message)}\n`);
}

/** Text of several lines with every other control character written out. */
export function printableLines(text: string): string {
  return text.split('\n').map(escapeControls).join('\n');
}
