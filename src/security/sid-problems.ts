/** What is wrong with the bytes of a SID, in words. */
import type { SidProblem } from './sid.ts';
import { describeSid } from './well-known-sids.ts';

/** What is wrong, why it matters and what to write; no full stop at the end. */
export function describeSidProblem(problem: SidProblem): string {
  switch (problem.kind) {
    case 'byte-range':
      return `${problem.value} is no byte; a SID is an array of numbers from 0 to 255`;
    case 'too-short':
      return `${plural(problem.length)} cannot hold a SID, whose header alone has ${problem.minimum} (MS-DTYP 2.4.2.2)`;
    case 'revision':
      return `the first byte, the revision of the SID, is ${problem.value}; it must be 1 (MS-DTYP 2.4.2.2)`;
    case 'sub-authority-count':
      return `the second byte announces ${problem.value} sub-authorities; a SID has at most 15 (MS-DTYP 2.4.2.2)`;
    case 'length':
      return describeLength(problem);
  }
}

function describeLength(problem: Extract<SidProblem, { readonly kind: 'length' }>): string {
  const { count, length, expected, counted, surplus, missing } = problem;
  const announced = `the second byte announces ${count} sub-authorit${count === 1 ? 'y' : 'ies'}, so the SID has ${expected} bytes (8 + 4 x ${count}), and here are ${length}`;
  if (missing > 0) return `${announced}: ${missing === 1 ? '1 is' : `${missing} are`} missing`;
  const reading =
    counted === undefined ? '' : `; the counted bytes alone are ${describeSid(counted)}`;
  return `${announced}: ${surplus === 1 ? '1 is' : `${surplus} are`} too many${reading}`;
}

function plural(bytes: number): string {
  return bytes === 1 ? '1 byte' : `${bytes} bytes`;
}
